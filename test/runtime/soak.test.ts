/**
 * Many cases on a store that refuses now and then, with waiters that are cancelled, a clock that jumps, and cases that are
 * damaged: every case that can end ends, and nothing that was accepted is lost. The long form: `npm run chaos -- soak`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from 'vitest';
import { UnavailableError } from '../../src/messages/index.js';
import { createSqliteStore } from '../../src/node/index.js';
import { createManualClock, createMemoryStore, createRunner } from '../../src/runtime/index.js';
import type { CaseStore, Handlers } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';
import { createRandom } from './random.js';

const cases = Number(process.env['ONETHING_SOAK'] ?? 300);
const deadline = { promised: '1wd', workingDays: 1 } as const;
const plan = buildPlan({
  steps: [
    { id: 'a', deadline },
    { id: 'b', after: ['a'] },
  ],
});

const folder = await mkdtemp(join(tmpdir(), 'onething-soak-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Bytes of the heap that are in use after a collection. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** A store of which some methods are others. */
function withMethods(inner: CaseStore, methods: Partial<CaseStore>): CaseStore {
  return new Proxy(inner, {
    get(target, name) {
      const own: unknown = Reflect.get(methods, name) ?? Reflect.get(target, name);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}

it.each(['memory', 'a file'])(
  'every case that can end ends, and nothing is lost, in %s',
  async (kind) => {
    const random = createRandom(11);
    const inner = kind === 'memory' ? createMemoryStore() : await createSqliteStore(join(folder, 'soak.db'));
    let refused = 0;
    let isOpen = true;
    const damaged = new Set<string>();
    const store = withMethods(inner, {
      commit(commit) {
        if (!isOpen || random() >= 0.02) return inner.commit(commit);
        refused += 1;
        return Promise.reject(new Error('The store refuses.'));
      },
      load: (id) =>
        damaged.has(id)
          ? Promise.reject(
              new UnavailableError(
                { code: 'runtime/store-corrupt', message: 'It is damaged.', args: {} },
                { isRetryable: false },
              ),
            )
          : inner.load(id),
    });
    const approved = { status: 'approved' as const, output: {} };
    const handlers: Handlers = {
      blocks: {
        a: () => (random() < 0.05 ? Promise.reject(new Error('Not now.')) : approved),
        b: () => approved,
      },
    };
    const clock = createManualClock(begin);
    const limits = { authorities: { office: 8 } };
    const runner = await createRunner({
      store,
      handlers,
      clock,
      limits,
      retry: { firstMs: 1_000 },
      onError: () => undefined,
    });
    const accepted = new Set<string>();
    const cancelled = new Set<string>();
    const told = (error: unknown): undefined => {
      if (error instanceof UnavailableError) return undefined;
      throw error;
    };
    const pass = async (ms: number): Promise<void> => {
      clock.advanceTo(new Date(Date.parse(clock.now()) + ms).toISOString());
      for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
    };
    // The runner keeps some thousands of cases in memory, whatever their number.
    let heapAtHalf = 0;
    for (let index = 0; index < cases; index++) {
      if (index === Math.floor(cases / 2)) heapAtHalf = heapUsed();
      const id = `c${index}`;
      const receipt = await runner.start(plan, { id, answers: {} }).catch(told);
      if (receipt?.accepted === true) accepted.add(id);
      if (index % 7 === 0 && (await runner.cancel(id).catch(told))?.accepted === true) cancelled.add(id);
      if (index % 50 === 0) await pass(random() < 0.2 ? 90_000_000 : 1_000);
      if (index % 97 === 0) damaged.add(id);
    }
    const growth = (heapUsed() - heapAtHalf) / (cases / 2);
    isOpen = false;
    for (let tries = 0; tries < 400; tries++) await pass(600_000);
    await runner.idle();
    let ended = 0;
    for (const id of accepted) {
      const status = (await inner.load(id))!.state.status;
      if (damaged.has(id)) continue;
      expect(cancelled.has(id) ? 'cancelled' : 'done', id).toBe(status);
      ended += 1;
    }
    if (kind === 'a file' && cases >= 10_000) expect(growth).toBeLessThan(1_000);
    const log = await inner.log(0, Number.MAX_SAFE_INTEGER);
    expect(new Set(log.map(({ case: id }) => id)).size).toBeGreaterThanOrEqual(accepted.size);
    expect(refused).toBeGreaterThan(0);
    console.log(
      `${kind}: ${cases} cases, ${accepted.size} accepted, ${cancelled.size} cancelled, ${damaged.size} damaged, ${refused} refusals of the ` +
        `store: ${ended} ended and 0 lost; the heap grew by ${Math.round(growth)} bytes for each of the second half`,
    );
    await runner.stop(0);
  },
  3_600_000,
);
