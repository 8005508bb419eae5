import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import { openDatabase } from '../../src/node/sqlite-database.js';
import { migrations } from '../../src/node/sqlite-schema.js';
import { createMemoryStore } from '../../src/runtime/index.js';
import type { Handlers } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

const folder = await mkdtemp(join(tmpdir(), 'onething-migration-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const plan = buildPlan({ steps: [{ id: 'good' }, { id: 'bad' }] });
const handlers: Handlers = {
  blocks: { good: () => ({ status: 'approved', output: {} }), bad: () => ({ status: 'pending' }) },
};

it('a store of the first version is taken over with every case, log, token and plan', async () => {
  const memory = createMemoryStore();
  const first = await createRunner({ store: memory, handlers });
  const ids = ['b', 'a', '办件'];
  for (const id of ids) await first.start(plan, { answers: { person: { name: id } }, id });
  await first.idle();
  const before = await Promise.all(ids.map(async (id) => [await first.case(id), await first.history(id)]));

  // A file as the first version wrote it.
  const path = join(folder, 'first.db');
  const database = await openDatabase(path);
  database.exec(migrations[0]!);
  database.exec('PRAGMA application_id = 1869505908; PRAGMA user_version = 1;');
  database.prepare("INSERT INTO meta VALUES ('secret', ?)").run(await memory.secret());
  database.prepare('INSERT INTO plans VALUES (?, ?)').run(plan.hash, JSON.stringify(plan));
  for (const id of ids) {
    const { seq, state } = (await memory.load(id))!;
    database
      .prepare('INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, plan.hash, seq, state.status, null, 0, JSON.stringify(state));
    for (const entry of await memory.history(id)) {
      const { event, transitions } = entry;
      database
        .prepare('INSERT INTO log VALUES (?, ?, ?, ?)')
        .run(id, entry.seq, JSON.stringify(event), JSON.stringify(transitions));
    }
  }
  database.close();

  const store = await createSqliteStore(path);
  expect(await store.secret()).toBe(await memory.secret());
  const runner = await createRunner({ store, handlers });
  const after = await Promise.all(ids.map(async (id) => [await runner.case(id), await runner.history(id)]));
  expect(after).toEqual(before);
  expect((await runner.cases()).map(({ id }) => id)).toEqual(['a', 'b', '办件']);
  expect(await runner.withdraw('办件', 'bad')).toEqual({ accepted: true, case: '办件' });
  expect((await runner.cases({ status: 'done' })).map(({ id }) => id)).toEqual(['办件']);
  await runner.stop();
  await first.stop();

  // The second time there is nothing left to do.
  const again = await createSqliteStore(path);
  expect((await again.load('办件'))?.state.status).toBe('done');
  await again.close();
});
