/** What a runner does where its store fails, or a stored case is damaged: patient, told, and no burden to the others. */
import { describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/messages/index.js';
import {
  createManualClock,
  createMemoryStore,
  createRunner,
  createTokens,
  decide,
  evolve,
  initialState,
  isHandlerCommand,
  summaryOf,
} from '../../src/runtime/index.js';
import type {
  CaseStore,
  Commit,
  HandlerOutcome,
  Handlers,
  ManualClock,
  Trouble,
} from '../../src/runtime/index.js';
import { Activities } from '../../src/runtime/embedded/activities.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

const plan = buildPlan({
  steps: [
    { id: 'a', in: { 'person.name': { required: false } }, deadline: { promised: '1wd', workingDays: 1 } },
  ],
});
const secret = 'My Secret Name';
const answers = { person: { name: secret } };
const damaged = () =>
  new UnavailableError(
    { code: 'runtime/store-corrupt', variant: 'own', message: 'It is damaged.', args: {} },
    { isRetryable: false },
  );

/** A store in memory that counts, and fails where it is told to. */
function failingStore(inner = createMemoryStore()) {
  const calls = { commit: 0, load: 0, due: 0 };
  const fails = { commit: (_: Commit): boolean => false, load: (_: string): boolean => false, due: false };
  const store: CaseStore = {
    ...inner,
    commit(commit) {
      calls.commit += 1;
      return fails.commit(commit)
        ? Promise.reject(new Error(`SQL failed for ${JSON.stringify(commit.state.data)}`))
        : inner.commit(commit);
    },
    load(id) {
      calls.load += 1;
      return fails.load(id) ? Promise.reject(damaged()) : inner.load(id);
    },
    due(...given) {
      calls.due += 1;
      return fails.due ? Promise.reject(new Error('down')) : inner.due(...given);
    },
  };
  return { store, calls, fails };
}

async function ticks(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets so many seconds go by, in the steps in which somebody wants to be called. */
async function pass(clock: ManualClock, seconds: number): Promise<void> {
  const end = Date.parse(clock.now()) + seconds * 1_000;
  for (let next = clock.next(); next !== undefined && Date.parse(next) <= end; next = clock.next()) {
    clock.advanceTo(next);
    await ticks();
  }
  clock.advanceTo(new Date(end).toISOString());
  await ticks();
}

const pending: Handlers = { blocks: { a: () => ({ status: 'pending' }) } };

describe('a store that refuses writes', () => {
  it('is tried again with growing patience, told once, and all goes on when it works again', async () => {
    const { store, calls, fails } = failingStore();
    const clock = createManualClock(begin);
    const told: Trouble[] = [];
    const open: (() => void)[] = [];
    let handled = 0;
    const handlers: Handlers = {
      blocks: {
        a: () => {
          handled += 1;
          return new Promise((resolve) => open.push(() => resolve({ status: 'approved', output: {} })));
        },
      },
    };
    const limits = { authorities: { office: 2 } };
    const onError = (one: Trouble) => told.push(one);
    const runner = await createRunner({ store, handlers, clock, limits, attemptTimeoutMs: 1e9, onError });
    for (let index = 0; index < 40; index++) await runner.start(plan, { id: `c${index}`, answers });
    await ticks();
    expect(open).toHaveLength(2);
    fails.commit = () => true;
    calls.commit = 0;
    for (const decide of open) decide();
    await ticks();
    // Nobody hands the trouble on to whoever waits for a slot.
    expect(calls.commit).toBe(2);
    await pass(clock, 120);
    expect(calls.commit).toBeGreaterThan(5);
    expect(calls.commit).toBeLessThan(600);
    expect(told.filter(({ then }) => then === 'retried')).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: 'runtime/store-failed', case: 'c0' });
    expect(JSON.stringify(told)).not.toContain('Secret');
    await expect(runner.cancel('c39')).rejects.toMatchObject({ name: 'UnavailableError', isRetryable: true });

    fails.commit = () => false;
    await pass(clock, 300);
    for (let turn = 0; turn < 40; turn++) {
      for (const decide of open.splice(0)) decide();
      await ticks();
    }
    for (let index = 0; index < 40; index++) expect((await runner.case(`c${index}`))!.status).toBe('done');
    // What a handler said while the store was down is handed in again, and not asked for again.
    expect(handled).toBe(40);
    await runner.stop();
  });

  it('for one case alone holds up no other', async () => {
    const { store, fails } = failingStore();
    const clock = createManualClock(begin);
    const told: Trouble[] = [];
    fails.commit = ({ id, entries }) => id === 'sick' && entries[0]!.seq > 1;
    const limits = { authorities: { office: 1 } };
    let calls = 0;
    const handlers: Handlers = {
      blocks: { a: () => ({ status: 'approved', output: {}, calls: (calls += 1) }) as never },
    };
    const runner = await createRunner({ store, handlers, clock, limits, onError: (one) => told.push(one) });
    const ids = ['one', 'sick', 'two', 'three'];
    for (const id of ids) await runner.start(plan, { id, answers });
    await pass(clock, 3_600);
    for (const id of ['one', 'two', 'three']) expect((await runner.case(id))!.status).toBe('done');
    expect((await runner.case('sick'))!.status).toBe('running');
    expect(told.length).toBeLessThanOrEqual(2);
    fails.commit = () => false;
    await pass(clock, 600);
    expect((await runner.case('sick'))!.status).toBe('done');
    await runner.stop();
  });
});

describe('a damaged case', () => {
  it('with a wake-up in the past is told of once and burns nothing', async () => {
    const { store, calls, fails } = failingStore();
    const clock = createManualClock(begin);
    const first = await createRunner({ store, handlers: pending, clock });
    for (const id of ['bad', 'good']) await first.start(plan, { id, answers });
    await first.idle();
    await first.stop();
    const told: Trouble[] = [];
    const later = createManualClock('2026-12-01T09:00:00.000+08:00');
    fails.load = (id) => id === 'bad';
    calls.load = 0;
    calls.due = 0;
    const runner = await createRunner({
      store,
      handlers: pending,
      clock: later,
      onError: (one) => told.push(one),
    });
    await pass(later, 3_600);
    expect(calls.load).toBeLessThan(10);
    expect(calls.due).toBeLessThan(10);
    expect(told).toEqual([
      expect.objectContaining({ code: 'runtime/store-corrupt', case: 'bad', then: 'set-aside' }),
    ]);
    expect((await runner.case('good'))!.steps[0]).toMatchObject({ overdue: true });
    await expect(runner.cancel('bad')).rejects.toMatchObject({ code: 'runtime/store-corrupt' });
    expect(told).toHaveLength(1);
    // Once it is mended, a call takes it up.
    fails.load = () => false;
    expect(await runner.cancel('bad')).toEqual({ accepted: true, case: 'bad' });
    await runner.stop();
  });

  it('is one of a page, and more: whoever is due behind them is told the time', async () => {
    const { store, fails } = failingStore();
    const clock = createManualClock(begin);
    const first = await createRunner({ store, handlers: pending, clock, limits: { total: 5_000 } });
    for (let index = 0; index < 1_100; index++) await first.start(plan, { id: `a${index}`, answers });
    await first.start(plan, { id: 'z', answers });
    await first.idle();
    await first.stop();
    const later = createManualClock('2026-12-01T09:00:00.000+08:00');
    fails.load = (id) => id.startsWith('a');
    const runner = await createRunner({ store, handlers: pending, clock: later, onError: () => undefined });
    await pass(later, 10);
    expect((await runner.case('z'))!.steps[0]).toMatchObject({ overdue: true });
    await runner.stop();
  });

  it('whose state makes us stumble is told of as a bug, without what it holds', async () => {
    const inner = createMemoryStore();
    const state = { ...initialState(plan.hash), status: 'running' as const, steps: { a: null as never } };
    await inner.commit({
      id: 'c',
      plan: plan.hash,
      newPlan: plan,
      entries: [],
      state: { ...state, data: answers },
      summary: summaryOf(plan, { id: 'c', seq: 0, state: initialState(plan.hash) }),
      wakeAt: 0,
      active: true,
    });
    const clock = createManualClock(begin);
    const told: Trouble[] = [];
    const lines: string[] = [];
    const runner = await createRunner({
      store: inner,
      handlers: pending,
      clock,
      onError: (trouble) => {
        told.push(trouble);
        throw new Error('The listener stumbles as well.');
      },
      logger: { warn: (line) => lines.push(line), error: (line) => lines.push(line) },
    });
    await pass(clock, 3_600);
    expect(told).toEqual([expect.objectContaining({ code: 'runtime/bug', case: 'c', then: 'set-aside' })]);
    expect(told[0]!.stack).toMatch(/^\s+at /);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('This is a bug in onething.');
    expect(JSON.stringify([told, lines])).not.toContain('Secret');
    await runner.stop();
  });

  it('whose plan is not there is damaged, and not unknown', async () => {
    const inner = createMemoryStore();
    const first = await createRunner({ store: inner, handlers: pending, clock: createManualClock(begin) });
    await first.start(plan, { id: 'c', answers });
    await first.idle();
    await first.stop();
    const store: CaseStore = { ...inner, loadPlan: () => Promise.resolve(undefined) };
    const runner = await createRunner({ store, handlers: pending, clock: createManualClock(begin) });
    await expect(runner.case('c')).rejects.toMatchObject({
      code: 'runtime/store-corrupt',
      isRetryable: false,
    });
    await expect(runner.start(plan, { id: 'c', answers })).rejects.toMatchObject({
      code: 'runtime/store-corrupt',
    });
    await runner.stop();
  });
});

describe('the list of what is due', () => {
  it('that cannot be read is asked for again with growing patience, and told of once', async () => {
    const { store, calls, fails } = failingStore();
    const clock = createManualClock(begin);
    const told: Trouble[] = [];
    fails.due = true;
    const runner = await createRunner({ store, handlers: pending, clock, onError: (one) => told.push(one) });
    await runner.start(plan, { id: 'c', answers });
    await pass(clock, 3_600);
    expect(calls.due).toBeGreaterThan(5);
    expect(calls.due).toBeLessThan(30);
    expect(told).toHaveLength(1);
    fails.due = false;
    await pass(clock, 5 * 86_400);
    expect((await runner.case('c'))!.steps[0]).toMatchObject({ overdue: true });
    await runner.stop();
  });
});

describe('a clock that jumps', () => {
  it('past the warning and the limit at once tells of both', async () => {
    const clock = createManualClock(begin);
    const runner = await createRunner({ handlers: pending, clock });
    await runner.start(plan, { id: 'c', answers });
    await runner.idle();
    clock.advanceTo('2026-12-01T09:00:00.000+08:00');
    await runner.idle();
    const told = (await runner.history('c')).flatMap(({ transitions }) =>
      transitions.map(({ type }) => type),
    );
    expect(told).toContain('deadline-near');
    expect(told).toContain('deadline-passed');
    await runner.stop();
  });
});

describe('a bug on the way to a handler', () => {
  it('is told of, and the attempt has failed', async () => {
    const state = evolve(plan, initialState(plan.hash), { type: 'started', at: begin, answers });
    const [command] = decide(plan, state).filter(isHandlerCommand);
    const told: Trouble[] = [];
    const outcomes: HandlerOutcome[] = [];
    const activities = new Activities({
      clock: createManualClock(begin),
      tokens: {
        ...createTokens('x'.repeat(40)),
        issue: () => Promise.reject(new TypeError('x is no y')),
      },
      handlers: pending,
      limits: {},
      attemptTimeoutMs: 1_000,
      report: (_id, _name, _key, outcome) => Promise.resolve(void outcomes.push(outcome)),
      poke: () => undefined,
      tell: (trouble) => told.push(trouble),
    });
    expect(activities.reserve('c', plan, state, command!)).toBe(true);
    activities.start('c', plan, state, command!);
    await activities.settled();
    expect(told).toMatchObject([{ case: 'c', code: 'runtime/bug' }]);
    expect(outcomes).toMatchObject([{ kind: 'failed', final: false }]);
  });
});

describe('a refused start', () => {
  it('leaves nothing in the store: no case, and no plan', async () => {
    const strict = buildPlan({ form: { type: 'object', required: ['person'] }, steps: [{ id: 'a' }] });
    const store = createMemoryStore();
    const runner = await createRunner({ store, handlers: pending, clock: createManualClock(begin) });
    expect(await runner.start(strict, { id: 'c', answers: {} })).toMatchObject({ accepted: false });
    expect(await store.loadPlan(strict.hash)).toBeUndefined();
    await runner.start(strict, { id: 'c', answers: { person: {} } });
    expect(await store.loadPlan(strict.hash)).toEqual(strict);
    await runner.stop();
  });
});
