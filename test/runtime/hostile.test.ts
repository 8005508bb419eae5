import { appendFile, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import { createManualClock, createMemoryStore } from '../../src/runtime/index.js';
import type { CaseStore, Handlers, Runner } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan, withHash } from './plan-builder.js';

const folder = await mkdtemp(join(tmpdir(), 'onething-hostile-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const plan = buildPlan({
  steps: [
    { id: 'good' },
    {
      id: 'bad',
      output: {
        type: 'object',
        properties: { person: { type: 'object', properties: { n: { type: 'integer' } } } },
      },
    },
  ],
});
const approved = { status: 'approved' as const, output: {} };

/** Runs a case in which one handler misbehaves, until nothing moves any more. */
async function misbehave(bad: unknown, clockRounds = 3): Promise<Record<string, string>> {
  const clock = createManualClock(begin);
  const handlers = { blocks: { good: () => approved, bad } } as unknown as Handlers;
  const runner = await createRunner({ handlers, clock, retry: { attempts: 2 }, attemptTimeoutMs: 1_000 });
  await runner.start(plan, { answers: {}, id: 'c' });
  for (let round = 0; round < clockRounds * 2; round++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const next = clock.next();
    if (next !== undefined) clock.advanceTo(next);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  const view = (await runner.case('c'))!;
  await runner.stop(10);
  return Object.fromEntries(
    view.steps.map(({ key, status, because }) => [key, `${status} ${because ?? ''}`.trim()]),
  );
}

describe('a handler', () => {
  it.each([
    [
      'that throws what is no error',
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what the test is about
        throw null;
      },
      /^stalled The handler threw something/,
    ],
    ['that gives nothing', () => undefined, /^stalled The handler gave no answer/],
    ['that gives garbage', () => ({ status: 'maybe', output: 7n }), /^stalled The handler gave no answer/],
    [
      'that gives a ring',
      () => {
        const ring: Record<string, unknown> = { status: 'approved' };
        ring['output'] = ring;
        return ring;
      },
      /^stalled/,
    ],
    ['that never returns', () => new Promise(() => undefined), /^stalled The attempt took too long/],
    [
      'whose output the plan does not allow',
      () => ({ status: 'approved', output: { person: { n: 'x' } } }),
      /^stalled output-refused/,
    ],
    [
      'that wants what the block does not take',
      () => ({ status: 'returned', needs: ['__proto__'] }),
      /^stalled unknown-input/,
    ],
  ])('%s leaves a clear trace and nobody else suffers', async (_name, bad, trace) => {
    const steps = await misbehave(bad);
    expect(steps['good']).toBe('approved');
    expect(steps['bad']).toMatch(trace);
  });
});

describe('answers and tokens', () => {
  let runner: Runner;
  const tokens: string[] = [];
  const handlers: Handlers = {
    blocks: {
      good: () => approved,
      bad: (_input, { token }) => {
        tokens.push(token);
        return { status: 'pending' };
      },
    },
  };

  it('are refused where forged, guessed, cut or used before', async () => {
    runner = await createRunner({ handlers });
    await runner.start(plan, { answers: {}, id: 'c' });
    await runner.idle();
    const [token = ''] = tokens;
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const other = `${btoa('["c","bad",2]').replaceAll('=', '')}.${token.split('.')[1]}`;
    for (const wrong of [forged, other, '', '.', 'a.b.c', token.slice(1), 'x'.repeat(100_000)]) {
      expect(await runner.complete(wrong, approved)).toMatchObject({ refusal: { code: 'unknown-token' } });
    }
    expect(await runner.complete(token, approved)).toEqual({ accepted: true, case: 'c' });
    expect(await runner.complete(token, { status: 'rejected' })).toMatchObject({
      refusal: { code: 'settled' },
    });
    expect((await runner.case('c'))!.status).toBe('done');
    await runner.stop();
  });

  it('are refused where too large, too deep or no JSON, and start nothing', async () => {
    runner = await createRunner({ handlers });
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth++) deep = { deep };
    for (const answers of [
      deep,
      { a: 'x'.repeat(20_000_000) },
      { a: () => 1 },
      { a: NaN },
      { a: new Date() },
    ]) {
      const receipt = await runner.start(plan, { answers: answers as never });
      expect(receipt).toMatchObject({ accepted: false, refusal: { code: 'too-large' } });
    }
    const proto = JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
    ) as never;
    expect(await runner.start(plan, { answers: proto, id: 'p' })).toEqual({ accepted: true, case: 'p' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(await runner.cases()).toHaveLength(1);
    await runner.stop();
  });

  it('of a plan that was changed, or that lacks handlers, are not taken', async () => {
    runner = await createRunner({ handlers });
    await expect(runner.start({ ...plan, id: 'other' }, { answers: {} })).rejects.toThrow(
      'what its hash says',
    );
    await expect(runner.start({} as never, { answers: {} })).rejects.toThrow('is no plan');
    const { hash: _hash, ...rest } = buildPlan({ steps: [{ id: 'unheard' }] });
    await expect(runner.start(withHash(rest), { answers: {} })).rejects.toThrow('block "unheard"');
    await runner.stop();
  });
});

describe('a store file', () => {
  const path = join(folder, 'store.db');

  it('has one runner at a time', async () => {
    const store = await createSqliteStore(path);
    await expect(createSqliteStore(path)).rejects.toThrow('in use by another runner');
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
      'cannot be used',
    );
  });

  it('half-written at its end keeps what was acknowledged', async () => {
    const torn = join(folder, 'torn.db');
    const handlers: Handlers = { blocks: { good: () => approved, bad: () => ({ status: 'pending' }) } };
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
});

describe('a store that fails', () => {
  it('acknowledges nothing, and the case goes on when it works again', async () => {
    const inner = createMemoryStore();
    let full = false;
    const store: CaseStore = {
      ...inner,
      commit: (commit) => (full ? Promise.reject(new Error('There is no room left.')) : inner.commit(commit)),
    };
    const clock = createManualClock(begin);
    let calls = 0;
    const handlers: Handlers = {
      blocks: {
        good: () => approved,
        bad: async () => {
          calls += 1;
          full = calls === 1;
          await Promise.resolve();
          return approved;
        },
      },
    };
    const runner = await createRunner({ store, handlers, clock });
    await runner.start(plan, { answers: {}, id: 'c' });
    await runner.idle();
    await expect(runner.start(plan, { answers: {}, id: 'd' })).rejects.toThrow('no room left');
    full = false;
    for (let round = 0; round < 4; round++) {
      const next = clock.next();
      if (next !== undefined) clock.advanceTo(next);
      await runner.idle();
    }
    expect((await runner.case('c'))!.status).toBe('done');
    expect(await runner.case('d')).toBeUndefined();
    await runner.stop();
  });
});
