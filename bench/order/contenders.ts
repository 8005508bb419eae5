import { createRequire } from 'node:module';
import { Graph, alg } from '@dagrejs/graphlib';
import { createStepGraph } from '../../src/graph/index.js';
import type { Input } from './generate.js';

/** Something that orders steps: first it takes the names in, then it orders. */
export interface Contender {
  readonly name: string;
  /** @returns what orders the steps that were taken in */
  readonly build: (input: Input) => () => readonly string[];
}

// Neither package says what it exports in a form that our module resolution reads.
const require = createRequire(import.meta.url);
const toposort = require('toposort') as {
  array(nodes: readonly string[], edges: Input['edges']): string[];
};
const { DepGraph } = require('dependency-graph') as {
  DepGraph: new () => {
    addNode(name: string): void;
    addDependency(from: string, to: string): void;
    overallOrder(): string[];
  };
};

/** The contenders; the first is ours, and the ratios are over it. */
export const contenders: readonly Contender[] = [
  {
    name: 'onething',
    build({ nodes, edges }) {
      const graph = createStepGraph(
        nodes,
        edges.map(([from, to]) => ({ from, to, data: undefined })),
      );
      return () => graph.order().order;
    },
  },
  {
    name: 'toposort',
    // It keeps nothing: taking the names in is part of every sort.
    build:
      ({ nodes, edges }) =>
      () =>
        toposort.array(nodes, edges),
  },
  {
    name: 'dependency-graph',
    build({ nodes, edges }) {
      const graph = new DepGraph();
      for (const node of nodes) graph.addNode(node);
      for (const [from, to] of edges) graph.addDependency(to, from);
      return () => graph.overallOrder();
    },
  },
  {
    name: 'graphlib topsort',
    build({ nodes, edges }) {
      const graph = new Graph();
      for (const node of nodes) graph.setNode(node);
      for (const [from, to] of edges) graph.setEdge(from, to);
      return () => alg.topsort(graph);
    },
  },
];
