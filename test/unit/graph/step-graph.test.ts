import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../src/graph/index.js';
import { createStepGraph } from '../../../src/graph/index.js';

/** Edges from a text such as `a>b b>c`; the data is the text of the edge. */
function edgesOf(text: string): Edge<string>[] {
  return text.split(' ').map((part) => {
    const [from = '', to = ''] = part.split('>');
    return { from, to, data: part };
  });
}

const ring = (count: number): { nodes: string[]; edges: Edge<number>[] } => {
  const nodes = Array.from({ length: count }, (_, at) => `step-${at}`);
  const edges = nodes.map((from, at) => ({ from, to: nodes[(at + 1) % count]!, data: at }));
  return { nodes, edges };
};

describe('order', () => {
  it('puts every step in the first stage after everything that it waits for, ties as given', () => {
    const graph = createStepGraph(['d', 'c', 'b', 'a', 'alone'], edgesOf('a>b a>c b>d c>d a>d'));
    expect(graph.order()).toEqual({
      order: ['a', 'alone', 'c', 'b', 'd'],
      stages: [['a', 'alone'], ['c', 'b'], ['d']],
      cyclic: [],
    });
  });

  it('gives the steps of a cycle one stage, and what follows the next', () => {
    const graph = createStepGraph(
      ['x', 'y', 'z', 'before', 'after'],
      edgesOf('before>x x>y y>z z>x y>after'),
    );
    expect(graph.order()).toEqual({
      order: ['before', 'x', 'y', 'z', 'after'],
      stages: [['before'], ['x', 'y', 'z'], ['after']],
      cyclic: [['x', 'y', 'z']],
    });
  });

  it('takes any text as an id', () => {
    const ids = ['2', '1', '__proto__', 'constructor', 'hasOwnProperty', '出生登记', '', 'a\u0001b'];
    const edges = ids.slice(1).map((to, at) => ({ from: ids[at]!, to, data: at }));
    expect(createStepGraph([...ids].reverse(), edges).order().order).toEqual(ids);
  });

  it('has nothing to say of nothing', () => {
    const graph = createStepGraph<never>([], []);
    expect(graph.order()).toEqual({ order: [], stages: [], cyclic: [] });
    expect(graph.criticalPath(() => 1)).toEqual({
      path: [],
      length: 0,
      slack: new Map(),
      earliest: new Map(),
    });
    expect(graph.cycles()).toEqual([]);
  });

  it('takes a repeated id for the same step', () => {
    expect(createStepGraph(['a', 'b', 'a'], edgesOf('b>a')).order().order).toEqual(['b', 'a']);
  });

  it('orders a chain of 100,000 steps', () => {
    const { nodes, edges } = ring(100_000);
    const graph = createStepGraph([...nodes].reverse(), edges.slice(0, -1));
    const { order, stages, cyclic } = graph.order();
    expect(order).toEqual(nodes);
    expect(stages).toHaveLength(100_000);
    expect(cyclic).toEqual([]);
    expect(graph.criticalPath(() => 0.5).length).toBe(50_000);
    expect(graph.reachableFrom('step-0').size).toBe(99_999);
  });

  it('refuses an edge to a step that is not there', () => {
    expect(() => createStepGraph(['a'], edgesOf('a>b'))).toThrow('The graph has no step "b".');
    expect(() => createStepGraph(['a'], edgesOf('a>a')).reachableFrom('toString')).toThrow(
      'no step "toString"',
    );
  });
});

describe('cycles', () => {
  it('tells a cycle of three among thirty steps, and nothing else', () => {
    const { nodes, edges } = ring(30);
    const chain = [...edges.slice(0, -1), { from: 'step-12', to: 'step-10', data: 99 }];
    const graph = createStepGraph(nodes, chain);
    expect(graph.cycles()).toEqual([
      {
        component: ['step-10', 'step-11', 'step-12'],
        cycle: [
          { from: 'step-10', to: 'step-11', data: 10 },
          { from: 'step-11', to: 'step-12', data: 11 },
          { from: 'step-12', to: 'step-10', data: 99 },
        ],
        exact: true,
      },
    ]);
    expect(graph.shortestCycle()).toEqual(graph.cycles()[0]!.cycle);
  });

  it('tells independent cycles once each', () => {
    const graph = createStepGraph(
      ['a', 'b', 'c', 'd', 'self'],
      edgesOf('a>b b>a b>c c>d d>c self>self a>self'),
    );
    expect(graph.cycles().map(({ cycle }) => cycle?.map((edge) => edge.data))).toEqual([
      ['a>b', 'b>a'],
      ['c>d', 'd>c'],
      ['self>self'],
    ]);
    expect(graph.shortestCycle()).toEqual([{ from: 'self', to: 'self', data: 'self>self' }]);
  });

  it('finds a cycle of 10,000 steps', () => {
    const { nodes, edges } = ring(10_000);
    const graph = createStepGraph(nodes, edges);
    expect(graph.shortestCycle()).toEqual(edges);
    expect(graph.order().cyclic).toEqual([nodes]);
    expect(graph.cuts({ permitted: ({ data }) => (data === 7 ? 1 : undefined) }).cuts).toEqual([
      { edges: [edges[7]], weight: 1 },
    ]);
  });

  it('passes over a shorter cycle that no situation realises', () => {
    const edges = edgesOf('a>b b>a b>c c>a');
    const graph = createStepGraph(['a', 'b', 'c'], edges);
    const realisable = (some: readonly Edge<string>[]): boolean =>
      !(some.some(({ data }) => data === 'a>b') && some.some(({ data }) => data === 'b>a'));
    expect(graph.shortestCycle({ realisable })).toEqual([edges[0], edges[2], edges[3]]);
    expect(graph.shortestCycle({ realisable: () => false })).toBeUndefined();
    expect(graph.cycles({ realisable: () => false })).toEqual([]);
  });

  it('takes the edges that agree where two lead each way', () => {
    const { nodes, edges } = ring(400);
    const both = edges.flatMap((edge) => ['winter', 'summer'].map((data) => ({ ...edge, data })));
    // One hop is possible in winter only, and it is the last: the first guesses are all wrong.
    const graph = createStepGraph(
      nodes,
      both.filter(({ from, data }) => from !== 'step-399' || data === 'winter'),
      { compare: (a, b) => (a < b ? -1 : 1) },
    );
    const realisable = (some: readonly Edge<string>[]): boolean =>
      new Set(some.map(({ data }) => data)).size <= 1;
    const cycle = graph.shortestCycle({ realisable });
    expect(cycle).toHaveLength(400);
    expect(new Set((cycle as Edge<string>[]).map(({ data }) => data))).toEqual(new Set(['winter']));
  });

  it('says unknown when the budget is spent, and never that all is well', () => {
    const graph = createStepGraph(['a', 'b', 'c'], edgesOf('a>b b>a b>c c>a'));
    const realisable = (some: readonly Edge<string>[]): boolean => some.length < 2;
    expect(graph.shortestCycle({ realisable, budget: 2 })).toBe('unknown');
    expect(graph.cycles({ realisable, budget: 2 })).toEqual([{ component: ['a', 'b', 'c'], exact: false }]);
    expect(graph.shortestCycle({ realisable })).toBeUndefined();
  });

  it('tells the same of parallel edges in any order, when told how to compare them', () => {
    const edges = [...edgesOf('a>b b>a'), { from: 'a', to: 'b', data: 'another' }];
    const compare = (a: string, b: string): number => (a < b ? -1 : 1);
    const told = [edges, [...edges].reverse()].map((given) =>
      createStepGraph(['a', 'b'], given, { compare }).shortestCycle(),
    );
    expect(told[0]).toEqual([edges[0], edges[1]]);
    expect(told[1]).toEqual(told[0]);
  });
});

describe('cuts', () => {
  const permitted = ({ data }: Edge<string>): number | undefined => (data.includes('!') ? undefined : 1);

  it('prefers one edge to two, and of two sets of one the lighter', () => {
    const graph = createStepGraph(['a', 'b', 'c'], edgesOf('a>b b>a b>c c>a'));
    const cuts = graph.cuts({ permitted: ({ data }) => (data === 'a>b' ? 50 : 1), most: 2 });
    expect(cuts).toEqual({
      cuts: [
        { edges: [graph.edges[0]], weight: 50 },
        { edges: [graph.edges[1], graph.edges[2]], weight: 2 },
      ],
      cheapest: true,
      sufficient: true,
    });
  });

  it('cuts every parallel edge, or none', () => {
    const edges = [...edgesOf('a>b b>a'), { from: 'a', to: 'b', data: 'more' }];
    const { cuts } = createStepGraph(['a', 'b'], edges).cuts({ permitted });
    expect(cuts.map((cut) => cut.edges.map((edge) => edge.data))).toEqual([['b>a'], ['a>b', 'more']]);
  });

  it('names a cycle that nothing permitted breaks', () => {
    const edges: Edge<string>[] = [
      ...edgesOf('a>b b>a'),
      { from: 'b', to: 'c', data: '!' },
      { from: 'c', to: 'b', data: '!' },
    ];
    expect(createStepGraph(['a', 'b', 'c'], edges).cuts({ permitted })).toEqual({
      cuts: [],
      cheapest: true,
      sufficient: true,
      uncuttable: [edges[2], edges[3]],
    });
  });

  it('lets an unrealisable cycle be', () => {
    const graph = createStepGraph(['a', 'b', 'c'], edgesOf('a>b b>a b>c c>b'));
    const { cuts } = graph.cuts({
      permitted,
      realisable: (edges) => edges.every(({ data }) => data !== 'a>b'),
    });
    expect(cuts.map((cut) => cut.edges.map((edge) => edge.data))).toEqual([['b>c'], ['c>b']]);
  });

  it('joins the cuts of independent groups, and looks only where it is asked to', () => {
    const graph = createStepGraph(['a', 'b', 'c', 'd'], edgesOf('a>b b>a c>d d>c b>c'));
    const names = (within?: string[]): string[][] =>
      graph
        .cuts({ permitted, most: 9, ...(within && { within }) })
        .cuts.map((cut) => cut.edges.map((edge) => edge.data));
    expect(names()).toEqual([
      ['a>b', 'c>d'],
      ['a>b', 'd>c'],
      ['b>a', 'c>d'],
      ['b>a', 'd>c'],
    ]);
    expect(names(['c', 'd'])).toEqual([['c>d'], ['d>c']]);
  });

  it('has an empty cut where there is no cycle', () => {
    expect(createStepGraph(['a', 'b'], edgesOf('a>b')).cuts({ permitted }).cuts).toEqual([
      { edges: [], weight: 0 },
    ]);
  });

  it('still cuts, and says that it is not proven cheapest, when its patience ends', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e'];
    const edges = nodes.flatMap((from) => nodes.map((to) => ({ from, to, data: `${from}>${to}` })));
    const graph = createStepGraph(nodes, edges);
    const { cuts, cheapest, sufficient } = graph.cuts({ permitted, patience: 3 });
    expect([cheapest, sufficient, cuts.length]).toEqual([false, true, 1]);
    expect(graph.without(cuts[0]!.edges).order().cyclic).toEqual([]);
  });

  it('does not claim a cut to be enough when the search for cycles was spent', () => {
    const graph = createStepGraph(['a', 'b', 'c'], edgesOf('a>b b>a b>c c>a'));
    const cuts = graph.cuts({ permitted, realisable: (edges) => edges.length < 2, budget: 1 });
    expect(cuts.sufficient).toBe(false);
    expect(cuts.cheapest).toBe(false);
  });

  it('does not count cycles that share an edge as so many cuts', () => {
    // Expected by trying all 2^14 sets of permitted edges: the two cheapest that need each of their edges.
    const text =
      'n4>n3:1 n3>n4:3 n1>n0:! n0>n3:2 n0>n3:3 n4>n2:1 n0>n4:2 n1>n4:3 n3>n1:1 n1>n2:! n0>n4:3 n1>n0:1 ' +
      'n4>n0:2 n2>n3:3 n1>n3:1 n3>n1:2 n3>n1:!';
    const edges = text.split(' ').map((part) => {
      const [from = '', to = '', weight = ''] = part.split(/[>:]/);
      return { from, to, data: weight };
    });
    const { cuts } = createStepGraph(['n0', 'n1', 'n2', 'n3', 'n4'], edges).cuts({
      permitted: ({ data }) => (data === '!' ? undefined : Number(data)),
      most: 2,
    });
    expect(cuts.map((cut) => [cut.edges.length, cut.weight])).toEqual([
      [6, 12],
      [7, 15],
    ]);
  });

  it('refuses weights that are none', () => {
    const graph = createStepGraph(['a', 'b'], edgesOf('a>b b>a'));
    expect(() => graph.cuts({ permitted: () => -1 })).toThrow('A permitted edge weighs -1.');
    expect(() => graph.criticalPath(() => Number.NaN)).toThrow('The step "a" weighs NaN.');
  });
});

describe('without', () => {
  it('leaves out the edge that is meant, not its twin', () => {
    const edges = [...edgesOf('a>b'), ...edgesOf('a>b')];
    const graph = createStepGraph(['a', 'b'], edges);
    expect(graph.without([edges[1]!]).edges).toEqual([edges[0]]);
    expect(graph.without([edges[1]!]).edges[0]).toBe(edges[0]);
    expect(() => graph.without(edgesOf('a>b'))).toThrow('An edge to leave out is not in the graph.');
  });
});

describe('critical path', () => {
  it('takes the longest chain and leaves the rest its slack', () => {
    const graph = createStepGraph(
      ['register', 'photo', 'card', 'notice'],
      edgesOf('register>card photo>card'),
    );
    const days = new Map([
      ['register', 3],
      ['photo', 1],
      ['card', 5],
      ['notice', 2],
    ]);
    expect(graph.criticalPath((step) => days.get(step)!)).toEqual({
      path: ['register', 'card'],
      length: 8,
      slack: new Map([
        ['register', 0],
        ['photo', 2],
        ['card', 0],
        ['notice', 6],
      ]),
      earliest: new Map([
        ['register', 0],
        ['photo', 0],
        ['card', 3],
        ['notice', 0],
      ]),
    });
  });

  it('has no slack from the last bits of fractions', () => {
    const graph = createStepGraph(['a', 'b', 'c', 'd'], edgesOf('a>b b>c c>d'));
    const { slack } = graph.criticalPath(() => 0.1);
    expect([...slack.values()]).toEqual([0, 0, 0, 0]);
  });

  it('goes past a cycle', () => {
    const graph = createStepGraph(['a', 'b', 'c'], edgesOf('a>b b>a b>c'));
    expect(graph.criticalPath(() => 1)).toMatchObject({ path: ['b', 'c'], length: 2 });
  });
});

describe('reach', () => {
  it('goes forward and backward, and back to the step itself only round a cycle', () => {
    const graph = createStepGraph(['a', 'b', 'c', 'd'], edgesOf('a>b b>c c>b d>a'));
    expect([...graph.reachableFrom('a')]).toEqual(['b', 'c']);
    expect([...graph.reachableFrom('b')]).toEqual(['b', 'c']);
    expect([...graph.ancestorsOf('a')]).toEqual(['d']);
    expect([...graph.ancestorsOf('b')]).toEqual(['a', 'b', 'c', 'd']);
  });
});
