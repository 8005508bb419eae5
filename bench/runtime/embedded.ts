import { fsyncSync, openSync, closeSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import { createMemoryStore, summaryOf } from '../../src/runtime/index.js';
import type { CaseStore } from '../../src/runtime/index.js';
import { chain, handlersFor, startAll, waiting } from './workload.js';

/** As many at once as the cases allow: what is measured is the runner, not a limit. */
const limits = { total: 1_024, authorities: { office: 1_024 } };

/** Opens a store of a kind in a folder. */
export function openStore(kind: 'memory' | 'SQLite', folder: string, name: string): Promise<CaseStore> {
  return kind === 'memory'
    ? Promise.resolve(createMemoryStore())
    : createSqliteStore(join(folder, `${name}.db`));
}

/** Seconds from the first start to the end of the last case. */
export async function secondsFor(store: CaseStore, cases: number): Promise<number> {
  const runner = await createRunner({ store, handlers: handlersFor('now'), limits });
  const begun = performance.now();
  await startAll(cases, () => runner.start(chain, { answers: { person: {} } }));
  await runner.idle();
  const seconds = (performance.now() - begun) / 1_000;
  const done = (await store.list({ status: 'done', limit: cases + 1 })).length;
  if (done !== cases) throw new Error(`${done} of ${cases} cases are done.`);
  await runner.stop();
  return seconds;
}

/** Seconds that writing a kilobyte to the end of a file and a sync of it take: the floor of a durable step. */
export function secondsOfSync(folder: string, times: number): number {
  const file = openSync(join(folder, 'raw'), 'a');
  const line = Buffer.alloc(1_024, 120);
  const begun = performance.now();
  for (let time = 0; time < times; time++) {
    writeSync(file, line);
    fsyncSync(file);
  }
  const seconds = (performance.now() - begun) / 1_000;
  closeSync(file);
  return seconds / times;
}

/** What cases cost that wait for an authority. */
export interface WaitingCost {
  heapPerCase: number;
  bytesOnDiskPerCase: number;
}

/** Memory of cases that wait: what the heap holds more of after a collection, and the size of the file. */
export async function costOfWaiting(
  kind: 'memory' | 'SQLite',
  folder: string,
  cases: number,
): Promise<WaitingCost> {
  const name = `waiting-${cases}`;
  const store = await openStore(kind, folder, name);
  const runner = await createRunner({ store, handlers: handlersFor('later'), limits });
  const before = heapUsed();
  await startAll(cases, () => runner.start(waiting, { answers: { person: {} } }));
  await runner.idle();
  const heapPerCase = (heapUsed() - before) / cases;
  await runner.stop();
  const bytesOnDiskPerCase = kind === 'memory' ? 0 : statSync(join(folder, `${name}.db`)).size / cases;
  return { heapPerCase, bytesOnDiskPerCase };
}

/** Milliseconds until a runner on a store of so many waiting cases is ready for the first call. */
export async function startUpMs(folder: string, cases: number): Promise<number> {
  const name = `stored-${cases}`;
  await storeCopies(folder, name, cases);
  const begun = performance.now();
  const store = await openStore('SQLite', folder, name);
  const runner = await createRunner({ store, handlers: handlersFor('later') });
  const ms = performance.now() - begun;
  const listed = await store.list({ limit: cases + 1 });
  if (listed.length !== cases) throw new Error(`${listed.length} of ${cases} cases are stored.`);
  await runner.stop();
  return ms;
}

/** One real case, written under many ids. */
async function storeCopies(folder: string, name: string, cases: number): Promise<void> {
  const model = createMemoryStore();
  const runner = await createRunner({ store: model, handlers: handlersFor('later') });
  await runner.start(waiting, { answers: { person: {} }, id: 'model' });
  await runner.idle();
  const { state, plan } = (await model.load('model'))!;
  const entries = await model.history('model');
  await runner.stop();
  const store = await openStore('SQLite', folder, name);
  const wakeAt = Date.now() + 30 * 86_400_000;
  for (let from = 0; from < cases; from += 512) {
    const batch = Array.from({ length: Math.min(512, cases - from) }, (_, index) =>
      store.commit({
        id: `case-${from + index}`,
        plan,
        newPlan: waiting,
        entries,
        state,
        summary: summaryOf(waiting, { id: `case-${from + index}`, seq: entries.length, state }),
        wakeAt,
        active: false,
      }),
    );
    await Promise.all(batch);
  }
  await store.close();
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
