import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStepGraph } from '../../src/graph/index.js';

const graphs = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    weights: fc.array(fc.nat(5), { minLength: count, maxLength: count }),
    pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20 }),
    bits: fc.nat(),
  }),
);

describe('the longest chain without some of the edges into a step', () => {
  it('is as long as that of the graph without them, and stands in it', () => {
    fc.assert(
      fc.property(graphs, ({ weights, pairs, bits }) => {
        const edges = pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b], data) => ({ from: String(Math.min(a, b)), to: String(Math.max(a, b)), data }));
        const graph = createStepGraph(
          weights.map((_, at) => String(at)),
          edges,
        );
        const weightOf = (step: string) => weights[Number(step)]!;
        const detourOf = graph.detours(weightOf)!;
        for (const step of graph.nodes) {
          const removed = new Set(graph.edges.filter(({ to, data }) => to === step && (bits >> data) & 1));
          const without = graph.without(removed);
          const { path, length } = detourOf(step, removed);
          expect(length).toBe(without.criticalPath(weightOf).length);
          expect(path.reduce((sum, one) => sum + weightOf(one), 0)).toBe(length);
          for (const [at, to] of path.slice(1).entries())
            expect(without.edges.some((edge) => edge.from === path[at] && edge.to === to)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not said where steps wait for each other in a ring', () => {
    const ring = ['a>b', 'b>a'].map((data) => ({ from: data[0]!, to: data[2]!, data }));
    expect(createStepGraph(['a', 'b'], ring).detours(() => 1)).toBeUndefined();
  });
});
