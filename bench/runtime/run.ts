/**
 * Cases and steps per second of the embedded runner, in memory and durable, beside one raw fsync for each step.
 * Arguments: numbers of cases. Prints Markdown.
 */
import { fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import { createMemoryStore } from '../../src/runtime/index.js';
import type { CaseStore, Handlers } from '../../src/runtime/index.js';
import { buildPlan } from '../../test/runtime/plan-builder.js';

const sizes = process.argv.slice(2).map(Number);
const ids = Array.from({ length: 8 }, (_, index) => `s${index}`);
const chain = buildPlan({
  steps: ids.map((id, index) => ({
    id,
    after: index === 0 ? [] : [`s${index - 1}`],
    out: { [`person.${id}`]: true },
  })),
});
const waiting = buildPlan({ steps: [{ id: 's0' }, { id: 's1', after: ['s0'] }] });
const folder = mkdtempSync(join(tmpdir(), 'onething-bench-'));

function handlersFor(answer: 'now' | 'later'): Handlers {
  return {
    blocks: Object.fromEntries(
      ids.map((id) => [
        id,
        () =>
          answer === 'later'
            ? { status: 'pending' }
            : { status: 'approved', output: { person: { [id]: 'x' } } },
      ]),
    ),
  };
}

async function run(store: CaseStore, cases: number): Promise<number> {
  const runner = await createRunner({ store, handlers: handlersFor('now') });
  const started = performance.now();
  for (let from = 0; from < cases; from += 500) {
    const batch = Array.from({ length: Math.min(500, cases - from) }, () =>
      runner.start(chain, { answers: { person: {} } }),
    );
    await Promise.all(batch);
  }
  await runner.idle();
  const seconds = (performance.now() - started) / 1_000;
  const done = (await store.list({ status: 'done', limit: cases + 1 })).length;
  if (done !== cases) throw new Error(`${done} of ${cases} cases are done.`);
  await runner.stop();
  return seconds;
}

function rawSync(steps: number): number {
  const file = openSync(join(folder, 'raw'), 'a');
  const line = Buffer.alloc(1_024, 120);
  const started = performance.now();
  for (let step = 0; step < steps; step++) {
    writeSync(file, line);
    fsyncSync(file);
  }
  return (performance.now() - started) / 1_000;
}

const floor = rawSync(1_000) / 1_000;
console.log('| cases of 8 steps | store | cases/s | steps/s | against one fsync a step |');
console.log('|---|---|---|---|---|');
for (const cases of sizes) {
  const stores: [string, CaseStore][] = [
    ['memory', createMemoryStore()],
    ['SQLite, durable', await createSqliteStore(join(folder, `${cases}.db`))],
  ];
  for (const [name, store] of stores) {
    const seconds = await run(store, cases);
    const steps = (cases * 8) / seconds;
    console.log(
      `| ${cases} | ${name} | ${(cases / seconds).toFixed(0)} | ${steps.toFixed(0)} | ${(steps * floor).toFixed(2)} |`,
    );
  }
}

const path = join(folder, 'waiting.db');
const many = sizes.at(-1) ?? 1_000;
let store = await createSqliteStore(path);
let runner = await createRunner({ store, handlers: handlersFor('later') });
const before = process.memoryUsage().heapUsed;
for (let from = 0; from < many; from += 500) {
  await Promise.all(
    Array.from({ length: Math.min(500, many - from) }, () => runner.start(waiting, { answers: {} })),
  );
}
await runner.idle();
globalThis.gc?.();
const perCase = (process.memoryUsage().heapUsed - before) / many;
await runner.stop();
const opened = performance.now();
store = await createSqliteStore(path);
runner = await createRunner({ store, handlers: handlersFor('later') });
const openMs = performance.now() - opened;
await runner.stop();
console.log(
  `\n${many} waiting cases: ${perCase.toFixed(0)} bytes of heap each, start-up in ${openMs.toFixed(0)} ms; one raw fsync takes ${(floor * 1e6).toFixed(0)} µs.`,
);
rmSync(folder, { recursive: true });
