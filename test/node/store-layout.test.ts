/** A store file of another layout is refused by name and left as it is; a large state is stored in parts. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/node/index.js';
import { openDatabase } from '../../src/node/sqlite-database.js';
import { commitOf, createRunner, initialState, Turn } from '../../src/runtime/index.js';
import type { CaseState, Untimed } from '../../src/runtime/index.js';
import { begin } from '../runtime/drive.js';
import { buildPlan, manyKids, stepsForEachKid } from '../runtime/plan-builder.js';
import { createRandom } from '../runtime/random.js';

const folder = await mkdtemp(join(tmpdir(), 'onething-layout-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a store of another layout', () => {
  it.each([
    [1, 'older'],
    [3, 'older'],
    [5, 'newer'],
  ])('%i is refused as %s, and not touched', async (version, which) => {
    const path = join(folder, `${version}.db`);
    const database = await openDatabase(path);
    database.exec(
      `CREATE TABLE cases (id TEXT); PRAGMA application_id = 1869505908; PRAGMA user_version = ${version};`,
    );
    database.close();
    const before = readFileSync(path);
    await expect(createSqliteStore(path)).rejects.toMatchObject({
      name: 'UsageError',
      code: `runtime/store-${which}`,
      message: expect.stringContaining(`version (${version};`) as string,
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a state with many items', () => {
  const plan = buildPlan({
    roles: { person: { type: 'person' }, ...manyKids },
    steps: [...stepsForEachKid, { id: 'c', after: ['b'], out: { 'person.done': true } }],
  });

  it.each([3, 60])(
    'of %i is read as it was written, through every event, also after the store is opened anew',
    async (items) => {
      const path = join(folder, `items-${items}.db`);
      let store = await createSqliteStore(path);
      const kid = Array.from({ length: items }, (_, index) => ({
        name: `k${index}`,
        'a/b': { deep: [index] },
      }));
      const random = createRandom(7);
      let state: CaseState = initialState(plan.hash);
      let seq = 0;
      const take = async (event: Untimed): Promise<void> => {
        const turn = new Turn(plan, state, seq);
        expect(turn.apply(event, begin)).toBeUndefined();
        await store.commit({ ...commitOf('c', plan, turn), newPlan: plan });
        ({ state, seq } = turn);
        expect((await store.load('c'))!.state).toEqual(state);
        expect(Object.keys((await store.load('c'))!.state.steps)).toEqual(Object.keys(state.steps));
      };
      await take({ type: 'started', answers: { kid, person: { name: 'Li' } } });
      for (let count = 0; count < 25; count++) {
        const step = `a[${Math.floor(random() * items)}]`;
        if (state.steps[step]?.status !== 'ready') continue;
        await take({ type: 'attempted', step, round: 1, attempt: 1 });
        const output = { kid: { num: `n${count}` } };
        await take({ type: 'answered', step, round: 1, answer: { status: 'approved', output } });
        if (count % 5 !== 0) continue;
        await store.close();
        store = await createSqliteStore(path);
        state = (await store.load('c'))!.state;
      }
      await take({ type: 'cancelled' });
      await store.close();
    },
  );

  it('goes on in a runner that opens it anew', async () => {
    const path = join(folder, 'runner.db');
    const answers = {
      kid: Array.from({ length: 40 }, (_, index) => ({ name: `k${index}` })),
      person: { name: 'Li' },
    };
    const pending = () => ({ status: 'pending' as const });
    const first = await createRunner({
      store: await createSqliteStore(path),
      handlers: { blocks: { a: pending, b: pending, c: pending } },
    });
    await first.start(plan, { id: 'c', answers });
    await first.idle();
    const view = await first.case('c');
    await first.stop();
    const second = await createRunner({
      store: await createSqliteStore(path),
      handlers: { blocks: { a: pending, b: pending, c: pending } },
    });
    expect(await second.case('c')).toEqual(view);
    await second.stop();
  });
});
