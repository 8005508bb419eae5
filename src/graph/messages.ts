import { defineMessages, messenger } from '../messages/index.js';

/** What a caller is told who asks a graph in vain. */
export const graphMessages = defineMessages({
  'graph/unknown-step': { en: 'The graph has no step "{step}".', zh: '图中没有环节“{step}”。' },
  'graph/unknown-step:help': { en: 'List it among the nodes.', zh: '请将其列入节点。' },
  'graph/unknown-edge': { en: 'An edge to leave out is not in the graph.', zh: '要去掉的边不在图中。' },
  'graph/unknown-edge:help': { en: 'Take it from the edges of this graph.', zh: '请从该图的边中选取。' },
  'graph/weight:step': { en: 'The step "{step}" weighs {weight}.', zh: '环节“{step}”的权重为 {weight}。' },
  'graph/weight:edge': { en: 'A permitted edge weighs {weight}.', zh: '允许去掉的边权重为 {weight}。' },
  'graph/weight:help': { en: 'A weight is a finite number from 0 up.', zh: '权重应为不小于 0 的有限数字。' },
});

/** Makes a message about a graph. */
export const tell = messenger(graphMessages);
