import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import {
  createManualClock,
  createMemoryStore,
  evolve,
  initialState,
  outcomeOf,
} from '../../src/runtime/index.js';
import type { CaseStore } from '../../src/runtime/index.js';
import { begin, drive } from './drive.js';
import { generateAnswers, generatePlan } from './generate.js';
import { accompany, createHost } from './host.js';
import { draws } from '../extent.js';

const runs = draws(30, 60);
const folder = await mkdtemp(join(tmpdir(), 'onething-'));
afterAll(() => rm(folder, { recursive: true }));

const stores: [string, (seed: number) => Promise<CaseStore>][] = [
  ['in memory', () => Promise.resolve(createMemoryStore())],
  ['in a file', (seed) => createSqliteStore(join(folder, `${seed}.db`))],
];

describe('the runner does what the machine says', () => {
  it.each(stores)('for generated plans, %s', async (name, createStore) => {
    let compared = 0;
    let events = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const plan = generatePlan(seed);
      const answers = generateAnswers(seed);
      const host = createHost(plan, seed);
      const clock = createManualClock(begin);
      const retry = { attempts: 6, registryAttempts: 3 };
      const store = await createStore(seed);
      const runner = await createRunner({ store, handlers: host.handlers, clock, retry });
      expect(await runner.start(plan, { answers, id: 'c' })).toEqual({ accepted: true, case: 'c' });
      const view = await accompany(runner, clock, 'c', host, seed);
      const record = (await store.load('c'))!;
      const log = await store.history('c');
      await runner.stop();
      // The log alone gives the state, and the state is the outcome that the machine comes to by itself.
      const replayed = log.reduce((state, { event }) => evolve(plan, state, event), initialState(plan.hash));
      expect(JSON.parse(JSON.stringify(replayed))).toEqual(JSON.parse(JSON.stringify(record.state)));
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(view.seq).toBe(log.length);
      events += log.length;
      const pure = drive(plan, answers, seed, seed);
      if (pure.refused.length > 0) continue;
      compared += 1;
      expect(outcomeOf(record.state)).toEqual(outcomeOf(pure.states.at(-1)!));
    }
    expect(compared).toBeGreaterThan(runs / 2);
    console.log(
      `${runs} generated plans ${name}: ${events} events replayed to the same state, ` +
        `${compared} outcomes compared with the pure machine and 0 different`,
    );
  });
});
