/** Slots of an authority, the same on both engines: given in the order of waiting, to nobody in vain, and never lost. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRestateClient, createRestateServices } from '../../../src/engines/restate/index.js';

import { attempt } from '../../../src/engines/restate/attempt.js';
import { attemptOf, createRunner, initialState } from '../../../src/runtime/index.js';
import type { HandlerContext, Handlers, Runner } from '../../../src/runtime/index.js';
import { buildPlan } from '../../runtime/plan-builder.js';
import { secret } from './harness.js';
import { serveInProcess } from './in-process.js';
import type { InProcess } from './in-process.js';
import { findServer } from './server.js';

const binary = findServer();
const limits = { authorities: { one: 1, two: 2, three: 3 } };
const approved = { status: 'approved' as const, output: {} };
const plans = new Map(
  Object.keys(limits.authorities).map((authority) => [
    authority,
    buildPlan({
      id: authority,
      steps: [
        { id: 'a', authority },
        { id: 'b', after: ['a'], authority },
      ],
    }),
  ]),
);

/** What lies at the counters, by case and step, in the order of being served. */
const held = new Map<string, (fate: 'approve' | 'fail') => void>();
const served: string[] = [];

const handle = (_: unknown, { case: id, step, signal }: HandlerContext) =>
  new Promise<typeof approved>((resolve, reject) => {
    const key = `${id} ${step}`;
    served.push(key);
    held.set(key, (fate) => {
      held.delete(key);
      if (fate === 'approve') resolve(approved);
      else reject(new Error('Not now.'));
    });
    signal.addEventListener('abort', () => held.delete(key));
  });
const handlers: Handlers = { blocks: { a: handle, b: handle } };
const options = { handlers, limits, retry: { firstMs: 1 }, attemptTimeoutMs: 600_000 };

type Calls = Pick<Runner, 'start' | 'cancel' | 'withdraw' | 'case'>;

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries++) {
    if (tries > 400) throw new Error(`It does not happen. At the counter: ${[...held.keys()].join()}`);
    await delay(25);
  }
}

/** What is at the counter of this test's cases, when nothing more comes. */
async function atCounter(name: string): Promise<string[]> {
  await delay(300);
  return [...held.keys()].filter((key) => key.startsWith(name));
}

/** What holds on each engine. `name` begins the ids of its cases. */
function rules(name: string, of: () => Calls): void {
  const start = async (authority: string, id: string): Promise<void> => {
    expect(await of().start(plans.get(authority)!, { answers: {}, id })).toMatchObject({ accepted: true });
  };
  const decideAll = async (ids: readonly string[]): Promise<void> => {
    await until(async () => {
      for (const [key, decide] of held) if (ids.some((id) => key.startsWith(`${id} `))) decide('approve');
      const views = await Promise.all(ids.map((id) => of().case(id)));
      return views.every((view) => view!.status !== 'running');
    });
  };

  it.each([
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
  ] as const)(
    'as many as %i are served at once, and one more waits for the first to leave',
    async (n, at) => {
      const prefix = `${name}-n${n}`;
      const ids = Array.from({ length: n + 1 }, (_, index) => `${prefix}-${index}`);
      for (const [index, id] of ids.entries()) {
        await start(at, id);
        if (index < n) await until(() => held.has(`${id} a`));
      }
      expect(await atCounter(prefix)).toEqual(ids.slice(0, n).map((id) => `${id} a`));
      expect((await of().case(ids[n]!))!.steps[0]!.status).toBe('ready');
      held.get(`${ids[0]} a`)!('approve');
      await until(() => held.has(`${ids[n]} a`));
      expect(await atCounter(prefix)).toHaveLength(n);
      await decideAll(ids);
    },
  );

  it.each(['cancel', 'withdraw'] as const)('who is gone by %s is passed over', async (how) => {
    const ids = ['x', 'y', 'z'].map((end) => `${name}-${how}-${end}`);
    for (const id of ids) {
      await start('one', id);
      await until(() => held.has(`${ids[0]} a`));
    }
    await (how === 'cancel' ? of().cancel(ids[1]!) : of().withdraw(ids[1]!, 'a'));
    held.get(`${ids[0]} a`)!('approve');
    await until(() => held.has(`${ids[2]} a`));
    await decideAll(ids);
    expect(served.filter((key) => key.startsWith(ids[1]!))).toEqual([]);
  });

  it('many are served in the order in which they came, also after failures, and every case ends', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `${name}-many-${String(index).padStart(2, '0')}`);
    for (const id of ids) await start('two', id);
    let failures = 0;
    await until(async () => {
      for (const [key, decide] of [...held]) {
        if (!key.startsWith(`${name}-many`)) continue;
        decide(key.endsWith('a') && failures++ % 3 === 0 ? 'fail' : 'approve');
      }
      const views = await Promise.all(ids.map((id) => of().case(id)));
      return views.every((view) => view!.status === 'done');
    });
    const first = served.filter((key) => ids.some((id) => key === `${id} a`));
    expect([...new Set(first)]).toEqual(ids.map((id) => `${id} a`));
  });
}

describe('on the embedded runner', () => {
  let runner: Runner;
  beforeAll(async () => {
    runner = await createRunner(options);
  });
  afterAll(() => runner.stop(0));
  rules('embedded', () => runner);
});

describe.skipIf(binary === undefined)('on Restate', () => {
  let cluster: InProcess;
  let calls: Calls;
  const services = () => createRestateServices({ ...options, secret });
  beforeAll(async () => {
    cluster = await serveInProcess(binary!, services());
    calls = createRestateClient({ ingress: cluster.node.ingress, secret });
  });
  afterAll(() => cluster.stop());
  rules('restate', () => calls);

  it('a slot whose services go away in the middle of an attempt goes to the next', async () => {
    const id = 'restate-away';
    await calls.start(plans.get('one')!, { answers: {}, id });
    await until(() => held.has(`${id} a`));
    held.clear();
    await cluster.hush();
    // The call is taken by the cluster, and by the case when the services are back: before the attempt, or after it.
    const cancelled = calls.cancel(id);
    await delay(200);
    await cluster.serve(services());
    await cancelled;
    const next = 'restate-next';
    await calls.start(plans.get('one')!, { answers: {}, id: next });
    // It may be called again, as the cluster does not know what came of it: then the slot is its own until it answers.
    await until(() => {
      held.get(`${id} a`)?.('approve');
      return held.has(`${next} a`);
    });
    held.get(`${next} a`)!('approve');
    await until(() => held.has(`${next} b`));
    held.get(`${next} b`)!('approve');
  });
});

describe('the worker on Restate', () => {
  const request = attemptOf(
    'gone',
    plans.get('one')!,
    {
      ...initialState('x'),
      steps: { a: { step: 'a', status: 'executing', round: 1, attempt: 1, since: '' } },
    },
    { type: 'execute', step: 'a', kind: 'block', round: 1, attempt: 1, begun: true, key: 'a#1', input: {} },
    '2026-09-24',
  );
  const slot = { counter: 'one', case: 'gone', key: 'a#1', attempt: 1 };

  it.each([true, false])('calls the handler only where the case wants it: %s', async (isWanted) => {
    const sent: string[] = [];
    let calls = 0;
    const ctx = {
      objectClient: () => ({ wanted: () => Promise.resolve(isWanted) }),
      objectSendClient: () => ({ report: () => sent.push('report'), leave: () => sent.push('leave') }),
      run: (_: string, work: () => Promise<unknown>) => work(),
    };
    const blocks = { a: () => ({ ...approved, calls: (calls += 1) }) };
    await attempt(ctx as never, { handlers: { blocks }, secret }, { request, slot });
    expect(calls).toBe(isWanted ? 1 : 0);
    expect(sent).toEqual(isWanted ? ['report', 'leave'] : ['leave']);
  });
});
