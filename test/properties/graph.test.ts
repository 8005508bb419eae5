import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edge, StepGraph } from '../../src/graph/index.js';
import { createStepGraph } from '../../src/graph/index.js';

/**
 * The judge tries everything: every cycle, every set of edges, every path of a small graph. It shares no code and no
 * idea with what it judges.
 */

/** Facts that an edge needs, such as `a` or `not a`; edges that need both never hold together. */
interface Data {
  readonly serial: number;
  readonly needs: readonly string[];
  readonly weight: number | undefined;
}
type E = Edge<Data>;

const IDS = ['constructor', '1', '__proto__', '出生', '0', 'toString'];

/** Half of the edges hold always; some never, even alone; the others contradict each other often. */
const needs = fc.oneof(
  { weight: 6, arbitrary: fc.constant<string[]>([]) },
  { weight: 6, arbitrary: fc.constantFrom('a', 'not a', 'b', 'not b', 'c', 'not c').map((fact) => [fact]) },
  { weight: 1, arbitrary: fc.constant(['a', 'not a']) },
);

const smallGraph = (maxEdges: number, minSize = 1): fc.Arbitrary<{ nodes: string[]; edges: E[] }> =>
  fc.integer({ min: minSize, max: IDS.length }).chain((size) =>
    fc.record({
      nodes: fc.constant(IDS.slice(0, size)),
      edges: fc
        .array(
          fc.record({
            from: fc.constantFrom(...IDS.slice(0, size)),
            to: fc.constantFrom(...IDS.slice(0, size)),
            needs,
            weight: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 12 }),
          }),
          { maxLength: maxEdges, size: 'max' },
        )
        .map((list) =>
          list.map(({ from, to, needs, weight }, serial) => ({ from, to, data: { serial, needs, weight } })),
        ),
    }),
  );

/** Enough edges between few steps that cycles overlap, contradict each other and need several cuts. */
const knot = (maxEdges: number): fc.Arbitrary<{ nodes: string[]; edges: E[] }> =>
  smallGraph(maxEdges, 4).map(({ nodes, edges }) => ({
    nodes,
    edges: edges.filter((edge) => edge.from !== edge.to),
  }));

const bySerial = (a: Data, b: Data): number => a.serial - b.serial;
const build = ({ nodes, edges }: { nodes: string[]; edges: E[] }): StepGraph<Data> =>
  createStepGraph(nodes, edges, { compare: bySerial });

const realisable = (edges: readonly E[]): boolean => {
  const needs = new Set(edges.flatMap((edge) => edge.data.needs));
  return ['a', 'b', 'c'].every((fact) => !(needs.has(fact) && needs.has(`not ${fact}`)));
};

/** Every cycle that visits no step twice, once from each of its steps. */
function allCycles(edges: readonly E[], accepts: (edges: readonly E[]) => boolean): E[][] {
  const found: E[][] = [];
  const extend = (path: E[]): void => {
    const [first] = path;
    const last = path[path.length - 1];
    if (first === undefined || last === undefined) return;
    if (last.to === first.from) {
      if (accepts(path)) found.push(path);
      return;
    }
    for (const edge of edges) {
      if (edge.from === last.to && !path.some((other) => other.from === edge.from)) extend([...path, edge]);
    }
  };
  for (const edge of edges) extend([edge]);
  return found;
}

/** Which steps lead to which, by walks of one edge or more (Warshall). */
function closure(nodes: readonly string[], edges: readonly E[]): (from: string, to: string) => boolean {
  const pairs = new Set(edges.map((edge) => JSON.stringify([edge.from, edge.to])));
  const leads = (from: string, to: string): boolean => pairs.has(JSON.stringify([from, to]));
  for (const via of nodes) {
    for (const from of nodes) {
      for (const to of nodes) {
        if (leads(from, via) && leads(via, to)) pairs.add(JSON.stringify([from, to]));
      }
    }
  }
  return leads;
}

function isCycle(edges: readonly E[]): boolean {
  const joined = edges.every((edge, at) => edge.to === edges[(at + 1) % edges.length]!.from);
  return edges.length > 0 && joined && new Set(edges.map((edge) => edge.from)).size === edges.length;
}

function subsets<V>(items: readonly V[]): V[][] {
  return items.reduce<V[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);
}

describe('a graph of steps, judged by trying everything', () => {
  it('layers by the longest chain over groups of steps that wait for each other', () => {
    fc.assert(
      fc.property(smallGraph(10), (given) => {
        const { order, stages, cyclic } = build(given).order();
        const leads = closure(given.nodes, given.edges);
        const together = (a: string, b: string): boolean => a === b || (leads(a, b) && leads(b, a));
        const depthOf = (node: string): number =>
          Math.max(
            0,
            ...given.nodes
              .filter((other) => leads(other, node) && !together(other, node))
              .map((other) => depthOf(other) + 1),
          );
        const expected: string[][] = [];
        for (const node of given.nodes) (expected[depthOf(node)] ??= []).push(node);
        expect(stages).toEqual(expected);
        expect(order).toEqual(expected.flat());
        const groups = given.nodes
          .filter((node) => leads(node, node))
          .map((node) => given.nodes.filter((other) => together(node, other)));
        expect(cyclic).toEqual(
          groups.filter((group, at) => groups.findIndex(([first]) => first === group[0]) === at),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('finds a shortest realisable cycle exactly where there is one', () => {
    fc.assert(
      fc.property(fc.oneof(smallGraph(12), knot(20)), fc.boolean(), (given, conditional) => {
        const accepts = conditional ? realisable : () => true;
        const graph = build(given);
        const found = graph.shortestCycle(conditional ? { realisable } : {});
        const lengths = allCycles(given.edges, accepts).map((cycle) => cycle.length);
        if (lengths.length === 0) {
          expect(found).toBeUndefined();
          return;
        }
        const cycle = found as E[];
        expect(cycle).toHaveLength(Math.min(...lengths));
        expect(isCycle(cycle) && accepts(cycle)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells one shortest realisable cycle for each group of edges that hold alone', () => {
    fc.assert(
      fc.property(fc.oneof(smallGraph(12), knot(16)), (given) => {
        const alone = given.edges.filter((edge) => realisable([edge]));
        const leads = closure(given.nodes, alone);
        const cycles = allCycles(alone, realisable);
        const findings = build(given).cycles({ realisable });
        for (const { component, cycle, exact } of findings) {
          const [first] = component;
          expect(component).toEqual(given.nodes.filter((node) => leads(node, first!) && leads(first!, node)));
          const inside = cycles.filter(([edge]) => component.includes(edge!.from));
          expect(exact).toBe(true);
          expect(isCycle(cycle!) && realisable(cycle!)).toBe(true);
          expect(cycle).toHaveLength(Math.min(...inside.map((other) => other.length)));
          expect(given.nodes.indexOf(cycle![0]!.from)).toBe(
            Math.min(...cycle!.map((edge) => given.nodes.indexOf(edge.from))),
          );
        }
        const told = findings.flatMap(({ component }) => component);
        expect(new Set(told).size).toBe(told.length);
        expect(cycles.every(([edge]) => told.includes(edge!.from))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('claims nothing that is false when its budget is short', () => {
    fc.assert(
      fc.property(smallGraph(12), fc.integer({ min: 0, max: 6 }), (given, budget) => {
        const found = build(given).shortestCycle({ realisable, budget });
        if (found === 'unknown') return;
        const lengths = allCycles(given.edges, realisable).map((cycle) => cycle.length);
        expect(found?.length).toBe(lengths.length === 0 ? undefined : Math.min(...lengths));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the cheapest cuts', () => {
    fc.assert(
      fc.property(fc.oneof(smallGraph(9), knot(13)), fc.integer({ min: 1, max: 4 }), (given, most) => {
        const graph = build(given);
        const result = graph.cuts({ permitted: (edge) => edge.data.weight, realisable, most });
        const cycles = allCycles(given.edges, realisable);
        const cutsAll = (set: readonly E[]): boolean =>
          cycles.every((cycle) => cycle.some((edge) => set.includes(edge)));
        const expected = subsets(given.edges.filter((edge) => edge.data.weight !== undefined))
          .filter(
            (set) => cutsAll(set) && set.every((edge) => !cutsAll(set.filter((other) => other !== edge))),
          )
          .map((set) => [set.length, set.reduce((sum, edge) => sum + edge.data.weight!, 0)] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);

        expect([result.cheapest, result.sufficient]).toEqual([true, true]);
        expect(result.cuts.map((cut) => [cut.edges.length, cut.weight])).toEqual(expected.slice(0, most));
        const keys = result.cuts.map(({ edges }) =>
          edges
            .map((edge) => edge.data.serial)
            .sort()
            .join(),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const cut of result.cuts) expect(cutsAll(cut.edges)).toBe(true);
        if (expected.length === 0) {
          expect(isCycle(result.uncuttable!) && realisable(result.uncuttable!)).toBe(true);
          expect(result.uncuttable!.every((edge) => edge.data.weight === undefined)).toBe(true);
        } else expect(result.uncuttable).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts everything, and no edge for nothing, even without patience', () => {
    fc.assert(
      fc.property(fc.oneof(smallGraph(12), knot(20)), fc.integer({ min: 0, max: 3 }), (given, patience) => {
        const graph = build(given);
        const { cuts, sufficient } = graph.cuts({ permitted: () => 1, realisable, patience, most: 2 });
        expect(sufficient).toBe(true);
        expect(cuts.length).toBeGreaterThan(0);
        for (const { edges } of cuts) {
          expect(graph.without(edges).shortestCycle({ realisable })).toBeUndefined();
          for (const back of edges) {
            const fewer = edges.filter((edge) => edge !== back);
            expect(graph.without(fewer).shortestCycle({ realisable })).toBeDefined();
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells the same however the edges are listed', () => {
    fc.assert(
      fc.property(
        smallGraph(12).chain((given) =>
          fc.record({
            given: fc.constant(given),
            edges: fc.shuffledSubarray(given.edges, { minLength: given.edges.length }),
          }),
        ),
        ({ given, edges }) => {
          const told = [given, { ...given, edges }].map((listed) => {
            const graph = build(listed);
            return [
              graph.edges,
              graph.order(),
              graph.cycles({ realisable }),
              graph.cuts({ permitted: (edge) => edge.data.weight, realisable }),
              graph.criticalPath((node) => node.length),
            ];
          });
          expect(told[1]).toEqual(told[0]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the critical path, judged by walking every path', () => {
  const weighted = smallGraph(12).chain(({ nodes, edges }) =>
    fc.record({
      nodes: fc.constant(nodes),
      // Downward edges only: no cycles.
      edges: fc.constant(edges.filter((edge) => nodes.indexOf(edge.from) < nodes.indexOf(edge.to))),
      weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: nodes.length, maxLength: nodes.length }),
    }),
  );

  /** The longest walk that ends with a step, the step itself included. */
  const endOf = (node: string, edges: readonly E[], weightOf: (node: string) => number): number =>
    weightOf(node) +
    Math.max(0, ...edges.filter((edge) => edge.to === node).map((edge) => endOf(edge.from, edges, weightOf)));

  it('is a longest one, with earliest times and a slack that is exactly what a step can be late', () => {
    fc.assert(
      fc.property(weighted, ({ nodes, edges, weights }) => {
        const graph = build({ nodes, edges });
        const weightOf = (node: string): number => weights[nodes.indexOf(node)]!;
        const lengthWith = (late: string, by: number): number =>
          Math.max(
            ...nodes.map((node) =>
              endOf(node, edges, (other) => weightOf(other) + (other === late ? by : 0)),
            ),
          );
        const { path, length, slack, earliest } = graph.criticalPath(weightOf);
        expect(length).toBe(lengthWith('', 0));
        expect(path.reduce((sum, node) => sum + weightOf(node), 0)).toBe(length);
        path.slice(1).forEach((node, at) => {
          expect(edges.some((edge) => edge.from === path[at] && edge.to === node)).toBe(true);
        });
        for (const node of nodes) {
          expect(earliest.get(node)).toBe(endOf(node, edges, weightOf) - weightOf(node));
          expect(lengthWith(node, slack.get(node)!)).toBe(length);
          expect(lengthWith(node, slack.get(node)! + 1)).toBe(length + 1);
        }
        for (const node of path) expect(slack.get(node)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('reaches what the closure reaches', () => {
    fc.assert(
      fc.property(smallGraph(10), (given) => {
        const graph = build(given);
        const leads = closure(given.nodes, given.edges);
        for (const node of given.nodes) {
          expect([...graph.reachableFrom(node)]).toEqual(given.nodes.filter((other) => leads(node, other)));
          expect([...graph.ancestorsOf(node)]).toEqual(given.nodes.filter((other) => leads(other, node)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
