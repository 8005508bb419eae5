import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { chainTime, longestChain, stepTimes } from '../../../src/compose/index.js';
import type { Block, Bundle, Document } from '../../../src/model/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { composedBundle } from '../../../src/plan/index.js';
import { adviceText } from '../../../src/report/index.js';
import { adviseBundle } from '../../../src/prove/index.js';

/** A chain of steps, each of which hands a document on, and wishes to come after one that is not on the chain. */
function chain(count: number): Document[] {
  const range = Array.from({ length: count }, (_, index) => index);
  const blocks = range.flatMap((index): Block[] => [
    {
      kind: 'block',
      id: `b${index}`,
      roles: { who: 'person' },
      time: { promised: '2wd' },
      inputs: index === 0 ? [] : [{ material: `m${index - 1}`, of: 'who' }],
      outputs: [{ material: `m${index}`, of: 'who' }],
      after: [{ block: `side${index}` }],
    },
    { kind: 'block', id: `side${index}`, roles: { who: 'person' }, time: { promised: '1wd' } },
  ]);
  const bundle: Bundle = {
    kind: 'bundle',
    id: 'bundle',
    roles: { who: 'person' },
    uses: blocks.map(({ id }) => ({ block: id })),
  };
  return [
    { kind: 'subject', id: 'person', elements: { name: { schema: { type: 'string' } } } },
    ...range.map((index): Document => ({ kind: 'material', id: `m${index}`, title: `M${index}` })),
    ...blocks,
    bundle,
  ];
}

describe('advice', () => {
  it('tries what lies on the longest chain, and says how much is left where that is too much', () => {
    const composed = composedBundle(loadCatalogue([], { documents: chain(20) }), 'bundle');
    const all = adviseBundle(composed);
    expect(all).toMatchObject({ workingDays: 41, untried: 0 });
    expect(all.relaxations).toHaveLength(20);
    // Without a wait of the chain the longest chain is what is left of it, and its steps are what trying costs.
    const work = all.relaxations.reduce((sum, { workingDays }) => sum + Math.ceil(workingDays / 2), 0);
    expect(adviseBundle(composed, { work })).toEqual(all);
    const most = adviseBundle(composed, { work: work - 1 });
    expect(most.untried).toBe(1);
    expect(most.relaxations).toHaveLength(19);
    // What the documents permit is tried first.
    expect(adviseBundle(composed, { work: 21 }).relaxations).toMatchObject([{ kind: 'order' }]);
  });

  it('tries every wait of a chain of thousands of steps, and tells people the best', () => {
    const composed = composedBundle(loadCatalogue([], { documents: chain(1_500) }), 'bundle');
    const advice = adviseBundle(composed);
    expect(advice.untried).toBe(0);
    expect(advice.relaxations).toHaveLength(1_500);
    expect(advice.relaxations[0]).toMatchObject({ kind: 'deferral', gain: 1_500 });
    const told = adviceText(advice);
    expect(told.match(/-[0-9]+ d/gi)).toHaveLength(20);
    expect(told).toContain('1480 further');
  });

  it('leaves out nothing that gains something: dropping any other wait of an example leaves its longest chain', () => {
    const catalogue = readCatalogue('examples/catalogue');
    for (const id of ['newborn', 'after-death', 'enterprise-change']) {
      if (!catalogue.bundles.has(id)) continue;
      const composed = composedBundle(catalogue, id);
      const time = chainTime(composed.order.pace, stepTimes(composed.bound));
      const told = new Set(adviseBundle(composed).relaxations.map(({ step }) => step));
      for (const edge of composed.order.graph.edges) {
        const graph = composed.order.graph.without([edge]);
        const { workingDays } = longestChain(composed.bound, graph, time);
        const isFaster = workingDays < composed.order.criticalPath.workingDays;
        if (isFaster && edge.data.cut !== undefined) expect(told).toContain(edge.to);
      }
    }
  });
});
