/**
 * What the first page of each list costs in a store file with many cases, as a ratio to the bare query: the same number of
 * rows of the same table, by their key, without a filter. Prints Markdown. `--cases 100000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSqliteStore } from '../../src/node/index.js';
import { initialState, msOf, summaryOf } from '../../src/runtime/index.js';
import type { CaseFilter, CaseState, CaseStore, StepState } from '../../src/runtime/index.js';
import { buildPlan } from '../../test/runtime/plan-builder.js';

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } });
const cases = Number(values.cases);
const at = '2026-09-24T09:00:00.000+08:00';
const authorities = Array.from({ length: 20 }, (_, index) => `office-${index}`);
const plan = buildPlan({ steps: authorities.map((authority, index) => ({ id: `s${index}`, authority })) });

/** A case of which every tenth is over, every twenty-first is late, every forty-ninth stalled, and every thirty-first owes something. */
function stateOf(index: number): CaseState {
  const id = `s${index % authorities.length}`;
  const clock = { from: at, start: at, limit: { count: 1, unit: 'wd' }, due: at, pauses: 0 } as const;
  const step: StepState = {
    step: id,
    status: index % 49 === 0 ? 'stalled' : 'pending',
    round: 1,
    attempt: 1,
    since: at,
    clock: index % 21 === 0 ? { ...clock, breached: true } : clock,
  };
  const isOver = index % 10 === 9;
  return {
    ...initialState(plan.hash),
    status: isOver ? 'done' : 'running',
    startedAt: at,
    reference: `person-${index % 5_000}`,
    steps: { [id]: isOver ? { ...step, status: 'approved' } : step },
    open: index % 31 === 0 ? [{ step: id, input: 'proof', of: 'proof', at: '/materials/proof' }] : [],
  };
}

async function fill(store: CaseStore): Promise<void> {
  for (let from = 0; from < cases; from += 512) {
    const batch = Array.from({ length: Math.min(512, cases - from) }, (_, offset) => {
      const id = `case-${String(((from + offset) * 7_919) % cases).padStart(7, '0')}`;
      const state = stateOf(from + offset);
      const entries = [{ seq: 1, event: { type: 'reached' as const, at }, transitions: [] }];
      const summary = summaryOf(plan, { id, seq: 1, state });
      return store.commit({
        id,
        plan: plan.hash,
        newPlan: plan,
        entries,
        state,
        summary,
        wakeAt: msOf(at),
        active: false,
      });
    });
    await Promise.all(batch);
  }
}

/** Milliseconds of the quickest of many. */
async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 60; run++) {
    const from = performance.now();
    await work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const middle = `case-${String(Math.floor(cases / 2)).padStart(7, '0')}`;
const filters: CaseFilter[] = [
  { authority: 'office-4' },
  { status: 'running' },
  { status: 'done' },
  { plan: plan.hash },
  { overdue: true },
  { stalled: true },
  { owed: true },
  { reference: 'person-7' },
  { after: middle },
  { authority: 'office-0', overdue: true },
  { authority: 'office-0', stalled: true },
  { status: 'running', overdue: true },
  { status: 'running', owed: true, after: middle },
  { status: 'done', overdue: true },
  { status: 'done', authority: 'office-4' },
  { status: 'running', authority: 'office-4' },
  { authority: 'office-4', owed: true },
  { authority: 'office-4', reference: 'person-4' },
];

const folder = mkdtempSync(join(tmpdir(), 'onething-lists-'));
try {
  const store = await createSqliteStore(join(folder, 'lists.db'));
  await fill(store);
  console.log(`${cases} cases\n\n| filter | rows | ms | bare query | ratio |\n|---|---|---|---|---|`);
  for (const filter of filters) {
    const rows = (await store.list(filter)).length;
    const [list, bare] = [
      await best(() => store.list(filter)),
      await best(() => store.list({ limit: Math.max(rows, 1) })),
    ];
    const name = Object.entries(filter).map(([key, value]) => `${key} ${String(value)}`);
    const cells = [name.join(', '), rows, list.toFixed(2), bare.toFixed(2), (list / bare).toFixed(2)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
