/**
 * What one event costs in a case with 10 and with 1,000 items, as a ratio: in the machine, and with the store. Prints
 * Markdown. An event is about one item: an attempt begins, and is answered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/node/index.js';
import { commitOf, createMemoryStore, decide, initialState, Turn } from '../../src/runtime/index.js';
import type { CaseState, CaseStore, Untimed } from '../../src/runtime/index.js';
import { buildPlan, manyKids, stepsForEachKid } from '../../test/runtime/plan-builder.js';

const begin = '2026-09-24T09:00:00.000+08:00';
const [first, second] = stepsForEachKid;
const plan = buildPlan({
  roles: { person: { type: 'person' }, ...manyKids },
  steps: [first, { ...second, deadline: first.deadline! }, { id: 'c', after: ['b'] }],
});

/** Milliseconds of an event, by part: applying it, saying what follows, and writing it. */
interface Cost {
  machine: number;
  commit: number;
}

async function costOf(items: number, store: CaseStore): Promise<Cost> {
  const kid = Array.from({ length: items }, (_, index) => ({ name: `k${index}`, note: 'x'.repeat(200) }));
  let state: CaseState = initialState(plan.hash);
  let seq = 0;
  const cost = { machine: 0, commit: 0 };
  const take = async (event: Untimed): Promise<void> => {
    const from = performance.now();
    const turn = new Turn(plan, state, seq);
    const refusal = turn.apply(event, begin);
    if (refusal !== undefined && refusal !== null && 'code' in refusal) throw new Error(refusal.message);
    decide(plan, turn.state);
    const made = { ...commitOf('c', plan, turn), ...(seq === 0 ? { newPlan: plan } : {}) };
    const between = performance.now();
    await store.commit(made);
    cost.machine += between - from;
    cost.commit += performance.now() - between;
    ({ state, seq } = turn);
  };
  await take({ type: 'started', answers: { kid, person: { name: 'Li' } } });
  // The case never comes to its last items.
  const indexes = Array.from({ length: Math.min(items - 2, 200) }, (_, index) => index);
  cost.machine = 0;
  cost.commit = 0;
  let events = 0;
  for (const index of indexes) {
    await take({ type: 'attempted', step: `a[${index}]`, round: 1, attempt: 1 });
    await take({ type: 'accepted', step: `a[${index}]`, round: 1 });
    await take({
      type: 'answered',
      step: `a[${index}]`,
      round: 1,
      answer: { status: 'approved', output: { kid: { num: 'n' } } },
    });
    events += 3;
  }
  return { machine: cost.machine / events, commit: cost.commit / events };
}

const folder = mkdtempSync(join(tmpdir(), 'onething-items-'));
try {
  for (const kind of ['memory', 'SQLite'] as const) {
    const open = (name: string): Promise<CaseStore> =>
      kind === 'memory' ? Promise.resolve(createMemoryStore()) : createSqliteStore(join(folder, name));
    const costs: Cost[] = [];
    for (const items of [10, 1_000]) {
      const best: Cost = { machine: Infinity, commit: Infinity };
      for (let run = 0; run < 5; run++) {
        const store = await open(`${items}-${run}.db`);
        const cost = await costOf(items, store);
        best.machine = Math.min(best.machine, cost.machine);
        best.commit = Math.min(best.commit, cost.commit);
        await store.close();
      }
      costs.push(best);
    }
    const [few, many] = costs as [Cost, Cost];
    const ratio = (part: keyof Cost): string =>
      `${few[part].toFixed(3)} → ${many[part].toFixed(3)} ms, × ${(many[part] / few[part]).toFixed(1)}`;
    console.log(`${kind}: machine ${ratio('machine')}; commit ${ratio('commit')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
