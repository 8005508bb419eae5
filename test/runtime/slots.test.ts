/** Slots at a counter: never more than there are, given in the order of waiting, and never to nobody. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/node/index.js';
import {
  createManualClock,
  createMemoryStore,
  createRunner,
  instantOf,
  msOf,
} from '../../src/runtime/index.js';
import type { CaseStore, HandlerContext, Runner } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';
import { createRandom, pick } from './random.js';
import { draws } from '../extent.js';

const folder = await mkdtemp(join(tmpdir(), 'onething-slots-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const approved = { status: 'approved' as const, output: {} };
const plan = buildPlan({ steps: [{ id: 'a' }, { id: 'b', after: ['a'] }] });
const kinds = ['memory', 'a file'] as const;

/** A counter at which every attempt lies until the test decides it, with a model of who has to be served next. */
class Counter {
  readonly clock = createManualClock(begin);
  runner!: Runner;
  /** What lies at the counter, by case and step. */
  readonly held = new Map<string, (fate: 'approve' | 'fail') => void>();
  readonly served: string[] = [];
  most = 0;

  constructor(
    readonly limit: number,
    readonly open: () => Promise<CaseStore>,
  ) {}

  async start(): Promise<void> {
    const handle = (_: unknown, { case: id, step, signal }: HandlerContext) =>
      new Promise<typeof approved>((resolve, reject) => {
        const key = `${id} ${step}`;
        this.served.push(key);
        this.held.set(key, (fate) => {
          this.held.delete(key);
          if (fate === 'approve') resolve(approved);
          else reject(new Error('Not now.'));
        });
        this.most = Math.max(this.most, this.held.size);
        signal.addEventListener('abort', () => this.held.delete(key));
      });
    this.runner = await createRunner({
      clock: this.clock,
      store: await this.open(),
      handlers: { blocks: { a: handle, b: handle } },
      limits: { authorities: { office: this.limit } },
      retry: { firstMs: 1 },
      attemptTimeoutMs: 1e9,
    });
    await this.settle();
  }

  /** Time goes on, and whatever follows from the last thing has happened. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
    this.clock.advanceTo(instantOf(msOf(this.clock.now()) + 1_000, '+08:00'));
    for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

function opener(kind: (typeof kinds)[number], name: string): () => Promise<CaseStore> {
  if (kind === 'a file') return () => createSqliteStore(join(folder, `${name}.db`));
  const store = createMemoryStore();
  return () => Promise.resolve(store);
}

async function statusOf(runner: Runner, id: string): Promise<string> {
  return (await runner.case(id))!.status;
}

describe.each(kinds)('with one slot, in %s', (kind) => {
  it.each(['cancel', 'withdraw'] as const)(
    'the third is served though the second is gone by %s',
    async (how) => {
      const counter = new Counter(1, opener(kind, `gone-${how}`));
      await counter.start();
      for (const id of ['one', 'two', 'three']) {
        await counter.runner.start(plan, { answers: {}, id });
        await counter.settle();
      }
      expect(counter.served).toEqual(['one a']);
      if (how === 'cancel') await counter.runner.cancel('two');
      else await counter.runner.withdraw('two', 'a');
      counter.held.get('one a')!('approve');
      await counter.settle();
      expect(counter.served).toEqual(['one a', 'three a']);
      counter.held.get('three a')!('approve');
      await counter.settle();
      for (let tries = 0; tries < 4; tries++) {
        for (const decide of [...counter.held.values()]) decide('approve');
        await counter.settle();
      }
      expect(await statusOf(counter.runner, 'one')).toBe('done');
      expect(await statusOf(counter.runner, 'three')).toBe('done');
      await counter.runner.stop(0);
    },
  );
});

describe.each([1, 2, 3])('with %i slots', (limit) => {
  it('as many cases are served at once, and one more waits', async () => {
    const counter = new Counter(limit, opener('memory', 'n'));
    await counter.start();
    const ids = Array.from({ length: limit + 1 }, (_, index) => `c${index}`);
    for (const id of ids) await counter.runner.start(plan, { answers: {}, id });
    await counter.settle();
    expect([...counter.held.keys()]).toEqual(ids.slice(0, limit).map((id) => `${id} a`));
    counter.held.get('c0 a')!('approve');
    await counter.settle();
    expect(counter.held.size).toBe(limit);
    expect(counter.held.has(`c${limit} a`)).toBe(true);
    await counter.runner.stop(0);
  });
});

/** Random starts, cancels, withdrawals, decisions, failures and restarts, beside a plain queue that says who is next. */
async function live(seed: number, kind: (typeof kinds)[number]): Promise<void> {
  const random = createRandom(seed);
  const limit = 1 + Math.floor(random() * 3);
  const counter = new Counter(limit, opener(kind, `random-${seed}`));
  await counter.start();
  let atCounter: string[] = [];
  let line: string[] = [];
  const all: string[] = [];
  const serve = (): void => {
    while (atCounter.length < limit && line.length > 0) atCounter.push(line.shift()!);
  };
  const leave = (key: string): void => {
    atCounter = atCounter.filter((other) => other !== key);
    line = line.filter((other) => other !== key);
  };
  const moves: Record<string, () => Promise<void>> = {
    async start() {
      const id = `c${all.length}`;
      all.push(id);
      line.push(`${id} a`);
      await counter.runner.start(plan, { answers: {}, id });
    },
    async decide() {
      if (atCounter.length === 0) return;
      const key = pick(random, atCounter);
      leave(key);
      if (key.endsWith(' a')) line.push(key.replace(/a$/, 'b'));
      counter.held.get(key)!('approve');
      await Promise.resolve();
    },
    async fail() {
      if (atCounter.length === 0) return;
      const key = pick(random, atCounter);
      leave(key);
      counter.held.get(key)!('fail');
      serve();
      await counter.settle();
      line.push(key);
    },
    async cancel() {
      const key = pick(random, [...atCounter, ...line, '']);
      if (key === '') return;
      leave(key);
      await counter.runner.cancel(key.slice(0, -2));
    },
    async withdraw() {
      const key = pick(random, [...atCounter, ...line, '']);
      if (key === '') return;
      leave(key);
      await counter.runner.withdraw(key.slice(0, -2), key.slice(-1));
    },
    async restart() {
      await counter.runner.stop(0);
      counter.held.clear();
      await counter.start();
    },
  };
  const names = [
    'start',
    'start',
    'start',
    'decide',
    'decide',
    'decide',
    'fail',
    'cancel',
    'withdraw',
    'restart',
  ];
  for (let move = 0; move < 40; move++) {
    const name = pick(random, names);
    await moves[name]!();
    serve();
    await counter.settle();
    const where = `seed ${seed}, move ${move}: ${name}`;
    expect([...counter.held.keys()].sort(), where).toEqual([...atCounter].sort());
  }
  expect(counter.most).toBeLessThanOrEqual(limit);
  for (let tries = 0; tries < 4 * all.length + 4; tries++) {
    for (const decide of [...counter.held.values()]) decide('approve');
    await counter.settle();
  }
  for (const id of all)
    expect(['done', 'cancelled'], `seed ${seed}, ${id}`).toContain(await statusOf(counter.runner, id));
  await counter.runner.stop(0);
}

describe('whatever comes in whatever order', () => {
  const runs = draws(30, 60);

  it('slots go in the order of waiting, and every case that can end ends', async () => {
    for (let seed = 1; seed <= runs; seed++) await live(seed, 'memory');
  });

  it('in a file as well', async () => {
    for (let seed = 1; seed <= runs / 6; seed++) await live(1_000 + seed, 'a file');
  });
});
