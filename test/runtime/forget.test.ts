/** A case that is forgotten leaves nothing behind; a copy of a store is made while it works. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunner, createSqliteStore } from '../../src/node/index.js';
import { createManualClock, createMemoryStore } from '../../src/runtime/index.js';
import type { CaseStore, Handlers } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

const folder = await mkdtemp(join(tmpdir(), 'onething-forget-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const secret = 'Sekret-Name';
const file = (id: string) => ({
  id,
  name: `${secret}.pdf`,
  type: 'application/pdf',
  size: 3,
  sha256: `hash-${id}`,
});
const steps = [{ id: 'a', in: { 'person.paper': true as const } }];
const plan = buildPlan({ id: 'one', steps });
const owing = buildPlan({
  id: 'owing',
  steps: [{ id: 'a', in: { 'lease of person': { required: true, deferral: { within: '3d' } } } }],
});
/** As composed with what is known of one applicant. */
const personal = buildPlan({ id: 'personal', steps, facts: { person: { name: `${secret} in the plan` } } });
const answers = (id: string) => ({
  person: { name: secret, paper: file(id), other: { deep: [file('second')] } },
});

const kinds: [string, (name: string) => Promise<CaseStore>][] = [
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['a file', (name) => createSqliteStore(join(folder, `${name}.db`))],
];

function handlersOf(tokens: string[]): Handlers {
  return {
    blocks: {
      a: (_, { token }) => {
        tokens.push(token);
        return { status: 'pending' };
      },
    },
  };
}

async function open(store: CaseStore | string) {
  const tokens: string[] = [];
  const runner = await createRunner({ store, handlers: handlersOf(tokens), clock: createManualClock(begin) });
  return { runner, tokens };
}

describe.each(kinds)('a case in %s', (kind, create) => {
  it('that runs or owes is forgotten by force alone, and told with its files', async () => {
    const store = await create('force');
    const { runner, tokens } = await open(store);
    await runner.start(plan, { id: 'c', answers: answers('first') });
    await runner.start(owing, {
      id: 'o',
      answers: { materials: { 'lease of person': { way: 'deferral' } } },
    });
    await runner.idle();
    expect(await runner.forget('nobody')).toMatchObject({ refusal: { code: 'unknown-case' } });
    expect(await runner.forget('c')).toMatchObject({ accepted: false, refusal: { code: 'case-open' } });
    await runner.complete(tokens[1]!, { status: 'approved', output: {} });
    expect((await runner.case('o'))!.status).toBe('done');
    expect(await runner.forget('o')).toMatchObject({ refusal: { code: 'case-open' } });
    expect(await runner.forget('o', { force: true })).toEqual({ accepted: true, case: 'o', files: [] });
    // What was given earlier and replaced since lies with the host as well.
    await runner.complete(tokens[0]!, { status: 'returned', needs: ['person.paper'] });
    await runner.supplement('c', 'a', { '/person/paper': file('third') });
    await runner.idle();
    expect(await runner.forget('c', { force: true })).toEqual({
      accepted: true,
      case: 'c',
      files: [file('first'), file('second'), file('third')],
    });
    expect(await runner.case('c')).toBeUndefined();
    expect(await runner.history('c')).toEqual([]);
    expect(await runner.cases()).toEqual([]);
    expect(await store.log(0, 100)).toEqual([]);
    expect(await runner.complete(tokens.at(-1)!, { status: 'rejected' })).toMatchObject({
      refusal: { code: 'unknown-case' },
    });
    await runner.stop();
  });

  it('takes its plan with it where nobody else is pinned to it', async () => {
    const store = await create('plans');
    const { runner, tokens } = await open(store);
    for (const [id, of] of [
      ['p', personal],
      ['one', plan],
      ['two', plan],
    ] as const) {
      await runner.start(of, { id, answers: answers(id) });
    }
    await runner.idle();
    for (const token of tokens) await runner.complete(token, { status: 'approved', output: {} });
    for (const id of ['p', 'one']) expect(await runner.forget(id)).toMatchObject({ accepted: true });
    expect(await store.loadPlan(personal.hash)).toBeUndefined();
    expect(await store.loadPlan(plan.hash)).toMatchObject({ id: 'one' });
    // It may come again.
    expect(await runner.start(personal, { id: 'again', answers: answers('x') })).toMatchObject({
      accepted: true,
    });
    expect(await store.loadPlan(personal.hash)).toMatchObject({ id: 'personal' });
    expect(await runner.case('two')).toMatchObject({ status: 'done' });
    await runner.stop();
  });

  it('leaves the positions of the log as they are', async () => {
    const store = await create('positions');
    const { runner } = await open(store);
    await runner.start(plan, { id: 'one', answers: answers('1') });
    await runner.idle();
    const last = await store.position();
    await runner.forget('one', { force: true });
    expect(await store.position()).toBe(last);
    const events = runner.events({ after: last });
    await runner.start(plan, { id: 'two', answers: answers('2') });
    expect((await events.next()).value).toMatchObject({ case: 'two', seq: 1, position: last + 1 });
    await runner.stop();
  });

  it('that is being worked on is aborted', async () => {
    let signal: AbortSignal | undefined;
    const blocks = {
      a: (_: unknown, context: { signal: AbortSignal }) => {
        ({ signal } = context);
        return new Promise<never>((_resolve, reject) =>
          context.signal.addEventListener('abort', () => reject(new Error('x'))),
        );
      },
    };
    const runner = await createRunner({
      store: await create('busy'),
      handlers: { blocks },
      clock: createManualClock(begin),
    });
    await runner.start(plan, { id: 'c', answers: answers('1') });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await runner.forget('c', { force: true })).toMatchObject({ accepted: true });
    await runner.idle();
    expect(signal!.aborted).toBe(true);
    expect(await runner.case('c')).toBeUndefined();
    await runner.stop();
    expect(kind).toBeTruthy();
  });
});

describe('a store file', () => {
  it('holds nothing of a forgotten case, while it is open and afterwards', async () => {
    const path = join(folder, 'bytes.db');
    const { runner, tokens } = await open(path);
    const long = Array.from({ length: 30 }, () => secret.repeat(200));
    for (let index = 0; index < 5; index++) {
      await runner.start(personal, {
        id: `c${index}`,
        answers: { person: { ...answers('x').person, long } },
      });
    }
    await runner.idle();
    for (const token of tokens) await runner.complete(token, { status: 'rejected', reason: secret });
    const bytes = async (): Promise<string> => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('bytes.db'));
      return names.map((name) => readFileSync(join(folder, name), 'latin1')).join('');
    };
    expect(await bytes()).toContain(secret);
    for (let index = 0; index < 5; index++) await runner.forget(`c${index}`);
    expect(await bytes()).not.toContain(secret);
    await runner.stop();
    expect(await bytes()).not.toContain(secret);
  });
});

describe('a backup', () => {
  it('is a store with everything that was accepted, made while the runner works', async () => {
    const { runner } = await open(join(folder, 'live.db'));
    const path = join(folder, "it's a copy.db");
    const starts = Array.from({ length: 40 }, (_, index) =>
      runner.start(plan, { id: `c${index}`, answers: answers('1') }),
    );
    await Promise.all(starts);
    const made = runner.backup(path);
    const later = runner.start(plan, { id: 'later', answers: answers('2') });
    await Promise.all([made, later]);
    const before = await runner.cases();
    await runner.stop();
    const copy = await open(path);
    expect((await copy.runner.cases()).length).toBeGreaterThanOrEqual(40);
    expect(before).toHaveLength(41);
    expect(await copy.runner.start(plan, { id: 'c0', answers: answers('1') })).toMatchObject({
      accepted: true,
    });
    await copy.runner.stop();
  });

  it('refuses an existing file, leaves it alone, and says what else is wrong', async () => {
    const { runner } = await open(join(folder, 'refuses.db'));
    const path = join(folder, 'there.txt');
    writeFileSync(path, 'mine');
    await expect(runner.backup(path)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'usage/file-exists',
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    const nowhere = join(folder, 'no-folder', 'x.db');
    await expect(runner.backup(nowhere)).rejects.toMatchObject({ name: 'UnavailableError' });
    expect(existsSync(nowhere)).toBe(false);
    await expect(runner.backup(7 as never)).rejects.toMatchObject({ code: 'usage/argument' });
    expect(await runner.start(plan, { id: 'on', answers: answers('1') })).toMatchObject({ accepted: true });
    await runner.stop();
  });

  it('of a store in memory is refused with words', async () => {
    const { runner } = await open(createMemoryStore());
    await expect(runner.backup(join(folder, 'memory.db'))).rejects.toMatchObject({ code: 'usage/no-backup' });
    await runner.stop();
  });
});
