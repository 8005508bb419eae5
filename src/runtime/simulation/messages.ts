import { defineMessages, messenger } from '../../messages/index.js';

/** What a simulation says. */
export const simulationMessages = defineMessages({
  'usage/unknown-case': { en: 'There is no case "{id}".', zh: '没有办件“{id}”。' },
  'usage/not-answered': {
    en: 'The answer of "{step}" is refused: {reason}',
    zh: '环节“{step}”的答复未被接受：{reason}',
  },
  'usage/no-sample': { en: 'No sample of {what} can be made up.', zh: '无法编造{what}的样例。' },
  'usage/no-sample:help': {
    en: 'Hand the answers in a file: --answers answers.yaml.',
    zh: '请以文件给出填报内容：--answers answers.yaml。',
  },
  'runtime/registry-down': { en: 'The registry is down.', zh: '数据源不可用。' },
  'sample.form': { en: 'the form', zh: '表单' },
  'sample.simulated': { en: 'simulated', zh: '模拟' },
});

/** Makes a message of a simulation. */
export const tell = messenger(simulationMessages);
