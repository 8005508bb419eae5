/** Whatever a caller hands over is taken, refused as data, or refused as a mistake of the caller: never a TypeError. */
import { describe, expect, it } from 'vitest';
import { UnavailableError, UsageError } from '../../src/messages/index.js';
import { createRestateClient, createRestateServices } from '../../src/engines/restate/index.js';
import { createRunner as createNodeRunner, createSqliteStore } from '../../src/node/index.js';
import { createManualClock, createRunner, createSystemClock, createTokens } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

const values: unknown[] = [undefined, null, 1, -1, 1.5, 'x', {}, []];
const plan = buildPlan({ steps: [{ id: 'a' }] });
const handlers = { blocks: { a: () => ({ status: 'approved' as const, output: {} }) } };
const secret = 'a secret that is long enough to sign with';

type Call = (...given: unknown[]) => unknown;

/** What a call comes to for each combination of one, two and three of the values. */
async function mistakes(call: Call, isAllowed: (error: unknown) => boolean): Promise<string[]> {
  const found: string[] = [];
  const lists = values.flatMap((one) => [
    [one],
    ...values.flatMap((two) => [
      [one, two],
      ['c', one, two],
      ['c', 'a', one, two],
    ]),
  ]);
  for (const given of lists) {
    try {
      await call(...given);
    } catch (error) {
      if (!isAllowed(error)) found.push(`${JSON.stringify(given)}: ${String(error)}`);
    }
  }
  return found;
}

const isUsage = (error: unknown): boolean => error instanceof UsageError && error.code.startsWith('usage/');

describe('a function', () => {
  const functions: Record<string, Call> = {
    createRunner: createRunner as Call,
    'createRunner of onething/node': createNodeRunner as Call,
    createManualClock: createManualClock as Call,
    createSystemClock: createSystemClock as Call,
    createTokens: createTokens as Call,
    createRestateClient: createRestateClient as Call,
    createRestateServices: createRestateServices as Call,
  };

  it.each(Object.keys(functions))('%s', async (name) => {
    expect(await mistakes(functions[name]!, isUsage)).toEqual([]);
  });

  it.each(['createRunner', 'createRestateClient', 'createRestateServices'])(
    '%s, by its options',
    async (name) => {
      const base: Record<string, unknown> = { handlers, secret, ingress: 'http://127.0.0.1:1' };
      const keys = [
        'handlers',
        'limits',
        'attemptTimeoutMs',
        'onError',
        'secret',
        'ingress',
        'name',
        'admin',
        'notify',
      ];
      const found: string[] = [];
      for (const key of keys) {
        const call: Call = (value) => functions[name]!({ ...base, [key]: value });
        found.push(...(await mistakes(call, isUsage)).map((text) => `${key} ${text}`));
      }
      expect(found).toEqual([]);
    },
  );

  it('createSqliteStore', async () => {
    for (const path of values.filter((value) => typeof value !== 'string')) {
      await expect(createSqliteStore(path as string)).rejects.toMatchObject({ code: 'usage/argument' });
    }
  });
});

describe.each(['in memory', 'in a file'])('each call of a runner %s', (kind) => {
  it('takes what it can and refuses the rest with words', async () => {
    const store = kind === 'in memory' ? {} : { store: await createSqliteStore(':memory:') };
    const runner = await createRunner({ handlers, clock: createManualClock(begin), ...store });
    await runner.start(plan, { id: 'c', answers: {} });
    const calls = runner as unknown as Record<string, Call>;
    for (const name of Object.keys(runner)) {
      // The last two take the case away, or write a file wherever a text says.
      if (['stop', 'idle', 'events', 'forget', 'backup'].includes(name)) continue;
      expect(await mistakes(calls[name]!, isUsage), name).toEqual([]);
    }
    expect(await mistakes((options) => calls['forget']!('nobody', options), isUsage)).toEqual([]);
    for (const given of [plan, { ...plan, steps: 7 }]) {
      expect(await mistakes((second) => calls['start']!(given, second), isUsage)).toEqual([]);
    }
    for (const key of ['status', 'plan', 'after', 'limit']) {
      expect(await mistakes((value) => calls['cases']!({ [key]: value }), isUsage), key).toEqual([]);
    }
    for (const limit of [-1, 0, 1.5, NaN, '7']) {
      await expect(runner.cases({ limit: limit as number })).rejects.toMatchObject({
        code: 'usage/argument',
      });
    }
    await expect(runner.cases({ status: 'asleep' as never })).rejects.toMatchObject({
      code: 'usage/case-status',
    });
    expect((await runner.case('c'))!.seq).toBeGreaterThan(0);
    await expect(runner.stop(-1)).rejects.toMatchObject({ code: 'usage/argument' });
    await runner.stop();
  });
});

describe('each call of a client of a cluster', () => {
  it('refuses with words what it does not take, and asks nobody', async () => {
    const client = createRestateClient({
      ingress: 'http://127.0.0.1:1',
      admin: 'http://127.0.0.1:1',
      secret,
      patienceMs: 0,
    });
    const calls = client as unknown as Record<string, Call>;
    // What is in order is asked of the cluster, which is not there.
    const isAllowed = (error: unknown) => isUsage(error) || error instanceof UnavailableError;
    for (const name of [
      'start',
      'case',
      'cases',
      'history',
      'cancel',
      'withdraw',
      'pause',
      'resume',
      'complete',
    ]) {
      expect(await mistakes(calls[name]!, isAllowed), name).toEqual([]);
    }
    expect(() => createRestateClient({ ingress: 'http://127.0.0.1:1', secret: 'short' })).toThrow(
      'less than 32',
    );
    await expect(client.cases({ limit: -1 })).rejects.toMatchObject({ code: 'usage/argument' });
  });
});
