/** Lists of cases: what a work list shows, by every filter and any two of them, the same in every store. */
import { describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/node/index.js';
import { listQuery } from '../../src/node/sqlite-list.js';
import { openDatabase } from '../../src/node/sqlite-database.js';
import { prepareSchema } from '../../src/node/sqlite-schema.js';
import { createManualClock, createMemoryStore, createRunner } from '../../src/runtime/index.js';
import type { CaseFilter, CaseStore, CaseSummary, Handlers, Runner } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan, is } from './plan-builder.js';

const deadline = { promised: '1wd', workingDays: 1 } as const;
const plan = buildPlan({
  id: 'stall',
  steps: [
    { id: 'a', authority: 'office', deadline, when: is('person.a', true) },
    { id: 'b', authority: 'police', when: is('person.b', true) },
    { id: 'c', authority: 'tax', when: is('person.c', true) },
    {
      id: 'd',
      authority: 'office',
      after: ['a'],
      in: { 'lease of person': { required: false, deferral: { within: '1d' } } },
    },
  ],
});
const other = buildPlan({ id: 'other', steps: [{ id: 'a', authority: 'o\'ffice "x"' }] });

const kinds: [string, () => Promise<CaseStore>][] = [
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['a file', () => createSqliteStore(':memory:')],
];

async function fill(store: CaseStore): Promise<Runner> {
  const pending = () => ({ status: 'pending' as const });
  const handlers: Handlers = {
    blocks: {
      a: pending,
      b: pending,
      c: () => {
        throw new Error('down');
      },
      d: pending,
    },
  };
  const clock = createManualClock(begin);
  const runner = await createRunner({ store, handlers, clock, retry: { attempts: 1 } });
  for (let index = 0; index < 16; index++) {
    const person = { a: (index & 1) > 0, b: (index & 2) > 0, c: (index & 4) > 0 };
    const materials = (index & 8) > 0 ? { 'lease of person': { way: 'deferral' } } : {};
    await runner.start(plan, {
      id: `c${String(index).padStart(2, '0')}`,
      answers: { person, materials },
      ...(index % 3 === 0 ? { reference: `ref-${index % 2}` } : {}),
    });
  }
  await runner.start(other, { id: 'x', answers: {} });
  await runner.idle();
  clock.advanceTo('2026-09-29T09:00:00.000+08:00');
  await runner.idle();
  await runner.cancel('c15');
  // Started after the others are late.
  await runner.start(plan, { id: 'fresh', answers: { person: { a: true, b: false, c: false } } });
  await runner.idle();
  return runner;
}

/** A second reading of what a filter means. */
function belongs(summary: CaseSummary, filter: CaseFilter): boolean {
  const steps = summary.steps.filter(
    ({ authority }) => filter.authority === undefined || authority === filter.authority,
  );
  if (filter.authority !== undefined && steps.length === 0) return false;
  if (
    filter.overdue &&
    !steps.some(({ overdue }) => overdue) &&
    !(filter.authority === undefined && summary.overdue)
  )
    return false;
  if (filter.stalled && !steps.some(({ status }) => status === 'stalled')) return false;
  if (filter.owed && !summary.owed) return false;
  return (['status', 'plan', 'reference'] as const).every(
    (name) => filter[name] === undefined || filter[name] === summary[name],
  );
}

const single: CaseFilter[] = [
  {},
  { status: 'running' },
  { status: 'cancelled' },
  { plan: other.hash },
  { authority: 'office' },
  { authority: 'police' },
  { authority: 'tax' },
  { authority: 'nobody' },
  { authority: 'o\'ffice "x"' },
  { overdue: true },
  { stalled: true },
  { owed: true },
  { reference: 'ref-0' },
  { reference: "' OR 1=1 --" },
];

describe.each(kinds)('a list in %s', (_, create) => {
  it('shows what a work list shows', async () => {
    const runner = await fill(await create());
    const [first] = await runner.cases({ authority: 'tax', reference: 'ref-0', limit: 1 });
    expect(first).toMatchObject({
      id: 'c06',
      bundle: 'stall',
      plan: plan.hash,
      status: 'running',
      reference: 'ref-0',
      startedAt: begin,
      stalled: true,
      authorities: [{ authority: 'police' }, { authority: 'tax', stalled: true }, { authority: 'office' }],
    });
    expect(first!.steps.map(({ key, authority, status }) => [key, authority, status])).toEqual([
      ['b', 'police', 'pending'],
      ['c', 'tax', 'stalled'],
      ['d', 'office', 'pending'],
    ]);
    const [late] = await runner.cases({ overdue: true, authority: 'office' });
    expect(late!.steps[0]).toMatchObject({
      key: 'a',
      since: begin,
      due: '2026-09-26T00:00:00.000+08:00',
      overdue: true,
    });
    expect((await runner.cases({ reference: 'ref-0', owed: true }))[0]).toMatchObject({ owed: 1 });
    await runner.stop();
  });

  it('holds what every two filters mean, page by page', async () => {
    const runner = await fill(await create());
    const all = await runner.cases({ limit: 1_000 });
    expect(all).toHaveLength(18);
    for (const one of single) {
      for (const two of single) {
        const filter = { ...one, ...two };
        const wanted = all.filter((summary) => belongs(summary, filter));
        expect(await runner.cases({ ...filter, limit: 1_000 }), JSON.stringify(filter)).toEqual(wanted);
        const paged: CaseSummary[] = [];
        for (let page = await runner.cases({ ...filter, limit: 2 }); page.length > 0;) {
          paged.push(...page);
          page = await runner.cases({ ...filter, limit: 2, after: page.at(-1)!.id });
        }
        expect(paged, JSON.stringify(filter)).toEqual(wanted);
      }
    }
    for (const filter of single.slice(1, 13).filter(({ authority }) => authority !== 'nobody')) {
      expect(
        all.some((summary) => belongs(summary, filter)),
        JSON.stringify(filter),
      ).toBe(true);
    }
    await runner.stop();
  });

  it('refuses what is no filter, with words', async () => {
    const runner = await createRunner({ store: await create(), handlers: { blocks: {} } });
    for (const filter of [
      { overdue: false },
      { owed: 1 },
      { authority: 3 },
      { reference: null },
      { stalled: 'yes' },
    ]) {
      await expect(runner.cases(filter as never)).rejects.toMatchObject({ code: 'usage/argument' });
    }
    await expect(runner.start(plan, { answers: {}, reference: '' })).rejects.toMatchObject({
      code: 'usage/argument',
    });
    await runner.stop();
  });

  it('leaves out what is not among the first twenty steps, and says how many', async () => {
    const kids = buildPlan({
      roles: { kid: { type: 'kid', many: { min: 0, max: 90 } } },
      steps: [{ id: 'a', each: '/kid', deadline }],
    });
    const handlers: Handlers = { blocks: { a: () => ({ status: 'pending' }) } };
    const runner = await createRunner({
      store: await create(),
      handlers,
      clock: createManualClock(begin),
      limits: { total: 400 },
    });
    await runner.start(kids, { id: 'c', answers: { kid: Array.from({ length: 33 }, () => ({})) } });
    await runner.idle();
    const [listed] = await runner.cases();
    expect(listed!.steps).toHaveLength(20);
    expect(listed!.moreSteps).toBe(13);
    await runner.stop();
  });
});

describe('each list of a file', () => {
  it('is served by an index, and sorts and scans nothing', async () => {
    const database = await openDatabase(':memory:');
    prepareSchema(database, ':memory:');
    const pairs = single.flatMap((one) => single.map((other) => ({ ...one, ...other })));
    for (const filter of [...single, ...pairs]) {
      const { sql, values } = listQuery({ ...filter, after: 'c' });
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
      for (const { detail } of steps) {
        expect(detail, sql).toMatch(/^SEARCH /);
        expect(detail, sql).not.toContain('TEMP B-TREE');
      }
    }
    database.close();
  });
});
