import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import { openDatabase } from '../../src/node/sqlite-database.js';
import type { Handlers } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

const folder = await mkdtemp(join(tmpdir(), 'onething-hostile-'));
const plan = buildPlan({ steps: [{ id: 'good' }, { id: 'bad' }] });
const approved = { status: 'approved' as const, output: {} };
const handlers: Handlers = { blocks: { good: () => approved, bad: () => ({ status: 'pending' }) } };

/** A small file system, where one may be mounted. */
const small = join(folder, 'small');
await mkdir(small);
const isMounted = ((): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
afterAll(async () => {
  // Lazily: the driver gives a closed file free when its statements are collected as garbage.
  if (isMounted) execFileSync('umount', ['-l', small]);
  await rm(folder, { recursive: true, force: true });
});

/** A store file with as many cases, each pending at one step. */
async function filledStore(path: string, cases: number): Promise<void> {
  const runner = await createRunner({ store: path, handlers });
  for (let index = 0; index < cases; index++) await runner.start(plan, { answers: {}, id: `c${index}` });
  await runner.idle();
  await runner.stop();
}

describe('a store file', () => {
  const path = join(folder, 'store.db');

  it('has one runner at a time', async () => {
    const store = await createSqliteStore(path);
    await expect(createSqliteStore(path)).rejects.toThrow('in use by another process');
    await store.close();
    await (await createSqliteStore(path)).close();
  });

  it('of a newer version, of another program or damaged is left alone', async () => {
    const newer = join(folder, 'newer.db');
    await writeFile(newer, await readFile(path));
    const file = await open(newer, 'r+');
    // SQLite, "Database File Format", section 1.3: the user version stands at offset 60.
    await file.write(Buffer.from([0, 0, 0, 99]), 0, 4, 60);
    await file.close();
    await expect(createSqliteStore(newer)).rejects.toThrow('written by a newer version (99');

    const foreign = join(folder, 'foreign.db');
    await writeFile(foreign, 'This is a letter, not a database. '.repeat(100));
    const before = await readFile(foreign, 'utf8');
    await expect(createSqliteStore(foreign)).rejects.toThrow('damaged or no store');
    expect(await readFile(foreign, 'utf8')).toBe(before);

    await expect(createSqliteStore(join(folder, 'no', 'such', 'folder.db'))).rejects.toThrow(
      'cannot be opened for writing',
    );
  });

  it('half-written at its end keeps what was acknowledged', async () => {
    const torn = join(folder, 'torn.db');
    const runner = await createRunner({ store: torn, handlers });
    await runner.start(plan, { answers: {}, id: 'c' });
    await runner.idle();
    const wal = await readFile(`${torn}-wal`);
    const main = await readFile(torn);
    await runner.stop();
    await writeFile(torn, main);
    await writeFile(`${torn}-wal`, wal);
    await appendFile(`${torn}-wal`, Buffer.alloc(3_000, 7));
    expect((await stat(`${torn}-wal`)).size).toBeGreaterThan(0);
    const store = await createSqliteStore(torn);
    expect((await store.load('c'))?.state.steps['good']?.status).toBe('approved');
    await store.close();
  });

  it('cut short is said to be damaged, by whoever opens it or reads what is missing', async () => {
    const cut = join(folder, 'cut.db');
    await filledStore(cut, 60);
    const { size } = await stat(cut);
    for (const share of [0.9, 0.5, 0.1]) {
      await truncate(cut, Math.floor(size * share));
      const looked = (async () => {
        const runner = await createRunner({ store: cut, handlers });
        try {
          for (let index = 0; index < 60; index++) await runner.history(`c${index}`);
        } finally {
          await runner.stop();
        }
      })();
      await expect(looked).rejects.toMatchObject({ code: 'runtime/store-corrupt' });
    }
  });

  it('with one damaged case keeps all others going', async () => {
    const torn = join(folder, 'one.db');
    await filledStore(torn, 3);
    const database = await openDatabase(torn);
    database.exec(`UPDATE cases SET state = '{"formatVersion": 1, "pl', active = 1 WHERE id = 'c1'`);
    database.close();
    const runner = await createRunner({ store: torn, handlers });
    await expect(runner.case('c1')).rejects.toThrow('The case "c1" in the store');
    for (const id of ['c0', 'c2']) {
      expect(await runner.withdraw(id, 'bad')).toEqual({ accepted: true, case: id });
      expect((await runner.case(id))!.status).toBe('done');
    }
    await runner.stop();
  });
});

describe.skipIf(!isMounted)('a disk that is really full (skipped where no small one may be mounted)', () => {
  it('accepts nothing that it cannot keep, and goes on by itself once there is room', async () => {
    const path = join(small, 'store.db');
    const filler = join(small, 'filler');
    await writeFile(filler, Buffer.alloc(1_500_000));
    const runner = await createRunner({ store: path, handlers });
    const accepted: string[] = [];
    let refused: string | undefined;
    for (let index = 0; refused === undefined && index < 5_000; index++) {
      const id = `f${index}`;
      try {
        const receipt = await runner.start(plan, { answers: { person: { text: 'x'.repeat(5_000) } }, id });
        if (receipt.accepted) accepted.push(id);
      } catch (error) {
        expect(error).toMatchObject({ code: 'runtime/store-full' });
        refused = id;
      }
    }
    expect(refused).toBeDefined();
    expect(accepted.length).toBeGreaterThan(2);
    // What was kept can still be read.
    expect((await runner.case(accepted[0]!))!.status).toBe('running');
    await rm(filler);
    const isHandedOver = async (id: string) =>
      (await runner.case(id))!.steps.map(({ status }) => status).join() === 'approved,pending';
    for (let tries = 0; tries < 200; tries++) {
      if ((await Promise.all(accepted.map(isHandedOver))).every(Boolean)) break;
      await delay(50);
    }
    expect(await runner.case(refused!)).toBeUndefined();
    expect(await runner.start(plan, { answers: {}, id: refused! })).toMatchObject({ accepted: true });
    await runner.idle();
    await runner.stop();

    const again = await createRunner({ store: path, handlers });
    expect(await again.cases({ limit: 10_000 })).toHaveLength(accepted.length + 1);
    for (const id of accepted) {
      expect((await again.case(id))!.steps.map(({ status }) => status)).toEqual(['approved', 'pending']);
    }
    await again.stop();
  });
});
