/** What a host hears: what happened, nothing personal, out of the log, at its own pace. */
import { describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/node/index.js';
import { createManualClock, createMemoryStore, createRunner } from '../../src/runtime/index.js';
import type { CaseStore, Handlers, Notice, Runner, RunnerOptions } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

const secret = 'Sekret';
const many = { kid: { type: 'kid', many: { min: 0, max: 9 } }, person: { type: 'person' } };
const plan = buildPlan({
  roles: many,
  steps: [
    {
      id: 'a',
      each: '/kid',
      in: { 'kid.name': { at: '/kid/name' } },
      out: { 'kid.num': { at: '/kid/num' } },
      deadline: { promised: '3wd', workingDays: 3 },
    },
    { id: 'b', in: { 'lease of person': { required: true, deferral: { within: '3d' } } } },
    { id: 'c' },
    { id: 'd' },
  ],
});
const answers = {
  person: { name: secret },
  kid: [
    { $key: `${secret}-key`, name: secret },
    { $key: 'two', name: secret },
  ],
  materials: { 'lease of person': { way: 'deferral' } },
};

const kinds: [string, () => Promise<CaseStore>][] = [
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['a file', () => createSqliteStore(':memory:')],
];

async function open(store: CaseStore, more: Partial<RunnerOptions> = {}) {
  const tokens = new Map<string, string>();
  const pending = (_: unknown, { step, token }: { step: string; token: string }) => {
    tokens.set(step, token);
    return { status: 'pending' as const };
  };
  const handlers: Handlers = {
    blocks: {
      a: pending,
      b: pending,
      c: () => {
        throw new Error(`down, said ${secret}`);
      },
      d: pending,
    },
  };
  const clock = createManualClock(begin);
  const runner = await createRunner({ store, handlers, clock, retry: { attempts: 1 }, ...more });
  return { runner, tokens, clock };
}

/** What is heard until the log has nothing more. */
async function hear(
  runner: Runner,
  options: Parameters<Runner['events']>[0],
  count: number,
): Promise<Notice[]> {
  const heard: Notice[] = [];
  for await (const notice of runner.events(options)) {
    heard.push(notice);
    if (heard.length === count) break;
  }
  return heard;
}

async function length(store: CaseStore): Promise<number> {
  return (await store.log(0, 10_000)).length;
}

describe.each(kinds)('what happens, in %s', (_, create) => {
  it('has a type, names what happened, and holds nothing personal', async () => {
    const store = await create();
    const { runner, tokens } = await open(store);
    await runner.start(plan, { id: 'c1', answers, reference: `ref-${secret}` });
    await runner.idle();
    const first = `a[${secret}-key]`;
    await runner.pause(tokens.get(first)!, `hearing of ${secret}`);
    await runner.resume(tokens.get(first)!);
    const returned = { status: 'returned' as const, needs: ['kid.name'], reason: `say ${secret}` };
    await runner.complete(tokens.get(first)!, returned);
    await runner.supplement('c1', first, { '/kid/0/name': `${secret}2` });
    await runner.idle();
    await runner.complete(tokens.get('a[two]')!, { status: 'approved', output: { kid: { num: secret } } });
    await runner.deliver('c1', 'b', '/materials/lease of person', { way: 'file', name: secret });
    await runner.withdraw('c1', 'd', `because ${secret}`);
    await runner.cancel('c1', `no more, ${secret}`);
    await runner.idle();
    const notices = await hear(runner, { after: 0 }, await length(store));
    await runner.stop();
    expect(JSON.stringify(notices)).not.toContain(secret);
    const types = notices.map(({ type }) => type);
    for (const type of [
      'started',
      'attempted',
      'accepted',
      'failed',
      'paused',
      'resumed',
      'answered',
      'supplemented',
      'delivered',
      'withdrawn',
      'cancelled',
    ]) {
      expect(types).toContain(type);
    }
    const find = (type: string) => notices.find((notice) => notice.type === type)!;
    expect(find('started').transitions).toContainEqual({ type: 'case', from: 'new', to: 'running' });
    expect(find('started').transitions).toContainEqual({
      type: 'material-owed',
      step: 'b',
      of: 'lease of person',
    });
    expect(find('paused')).toMatchObject({
      step: 'a',
      index: 0,
      transitions: [{ type: 'paused', step: 'a', index: 0 }],
    });
    expect(find('resumed')).toMatchObject({
      step: 'a',
      index: 0,
      transitions: [{ type: 'resumed', step: 'a', index: 0 }],
    });
    expect(find('supplemented').transitions).toContainEqual({
      type: 'supplied',
      step: 'a',
      index: 0,
      of: 'kid.name',
    });
    expect(find('delivered').transitions).toContainEqual({
      type: 'material-given',
      step: 'b',
      of: 'lease of person',
    });
    expect(notices.filter(({ type }) => type === 'answered').map(({ answer }) => answer)).toEqual([
      'returned',
      'approved',
    ]);
    expect(find('withdrawn')).toMatchObject({ step: 'd', case: 'c1' });
  });

  it('is heard again from every position, of all cases or of one, in the order of the log', async () => {
    const store = await create();
    const { runner } = await open(store);
    for (const id of ['x', 'y']) await runner.start(plan, { id, answers });
    await runner.idle();
    const count = await length(store);
    const all = await hear(runner, { after: 0 }, count);
    expect(all.map(({ position }) => position)).toEqual(
      [...all.map(({ position }) => position)].sort((a, b) => a - b),
    );
    for (const { position } of all.slice(0, -1)) {
      const rest = all.filter((notice) => notice.position > position);
      expect(await hear(runner, { after: position }, rest.length)).toEqual(rest);
    }
    const ofY = all.filter((notice) => notice.case === 'y');
    expect(ofY.map(({ seq }) => seq)).toEqual(ofY.map((_notice, index) => index + 1));
    expect(await hear(runner, { after: 0, case: 'y' }, ofY.length)).toEqual(ofY);
    await runner.stop();
  });

  it('begins at now, where nothing is said, and ends with the runner', async () => {
    const store = await create();
    const { runner } = await open(store);
    await runner.start(plan, { id: 'before', answers });
    await runner.idle();
    const events = runner.events();
    const slow = runner.events();
    await runner.start(plan, { id: 'after', answers });
    await runner.cancel('after');
    await runner.stop();
    const heard: Notice[] = [];
    for await (const notice of events) heard.push(notice);
    expect(new Set(heard.map((notice) => notice.case))).toEqual(new Set(['after']));
    expect(heard.at(-1)?.type).toBe('cancelled');
    await slow.return!();
    expect((await slow.next()).done).toBe(true);
    expect((await runner.events().next()).done).toBe(true);
  });
});

describe('a listener', () => {
  it('that is slow holds nothing up and keeps nothing in memory', async () => {
    const store = createMemoryStore();
    const reads: number[] = [];
    const counting: CaseStore = {
      ...store,
      log: async (after, limit, id) => {
        const entries = await store.log(after, limit, id);
        reads.push(entries.length);
        return entries;
      },
    };
    const { runner } = await open(counting);
    const slow = runner.events({ after: 0 });
    for (let index = 0; index < 60; index++) await runner.start(plan, { id: `c${index}`, answers });
    await runner.idle();
    // Nothing is read on its behalf before it asks, and then a page.
    expect(reads).toEqual([]);
    expect((await slow.next()).value).toMatchObject({ case: 'c0', seq: 1 });
    expect(Math.max(...reads)).toBeLessThanOrEqual(100);
    let heard = 1;
    const count = await length(store);
    while (heard < count) {
      await slow.next();
      heard += 1;
    }
    await runner.stop();
  });

  it('hears what comes while it waits, and asks several times at once', async () => {
    const { runner } = await open(createMemoryStore());
    const events = runner.events();
    const waiting = [events.next(), events.next()];
    await runner.start(plan, { id: 'c', answers });
    const [one, two] = await Promise.all(waiting);
    expect([one!.value, two!.value]).toMatchObject([{ seq: 1 }, { seq: 2 }]);
    await events.return!();
    await runner.stop();
  });

  it('is told of a store that fails, and may go on', async () => {
    const store = createMemoryStore();
    let isDown = false;
    const failing: CaseStore = {
      ...store,
      log: (...given) => (isDown ? Promise.reject(new Error('down')) : store.log(...given)),
    };
    const { runner } = await open(failing);
    await runner.start(plan, { id: 'c', answers });
    const events = runner.events({ after: 0 });
    isDown = true;
    await expect(events.next()).rejects.toMatchObject({ name: 'UnavailableError' });
    isDown = false;
    expect((await events.next()).value).toMatchObject({ seq: 1 });
    await runner.stop();
  });

  it('with a position that is none is refused with words', async () => {
    const { runner } = await open(createMemoryStore());
    for (const after of [-1, 1.5, 'x', null]) {
      expect(() => runner.events({ after: after as number })).toThrow('a position');
    }
    expect(() => runner.events({ case: 1 as never })).toThrow('a text');
    await runner.stop();
  });
});
