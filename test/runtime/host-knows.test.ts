/** What a host is told: which plan calls its handler, where an output was refused, what a start comes to that is repeated. */
import { describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/node/index.js';
import { createManualClock, createMemoryStore, createRunner } from '../../src/runtime/index.js';
import type { CaseEvent, Handlers, HandlerContext } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan } from './plan-builder.js';

const output = {
  type: 'object',
  properties: { person: { type: 'object', properties: { number: { type: 'string', maxLength: 3 } } } },
  required: ['person'],
};
const plan = buildPlan({ id: 'stall', steps: [{ id: 'a', out: { 'person.number': true }, output }] });

async function run(handlers: Handlers, retry = { attempts: 1 }) {
  const runner = await createRunner({ handlers, retry, clock: createManualClock(begin) });
  await runner.start(plan, { id: 'c', answers: {} });
  await runner.idle();
  return runner;
}

describe('a handler', () => {
  it('is told the plan, bundle, version, case, step and attempt', async () => {
    const told: HandlerContext[] = [];
    const runner = await run({
      blocks: {
        a: (_, context) => {
          told.push(context);
          return { status: 'pending' };
        },
      },
    });
    await runner.stop();
    expect(told[0]).toMatchObject({
      plan: { id: 'stall', hash: plan.hash },
      bundle: 'stall',
      version: '1.0.0',
      case: 'c',
      step: 'a',
      attempt: 1,
    });
  });
});

describe('an output that the plan refuses', () => {
  const places = [
    { at: '/person/number', keyword: 'maxLength', message: expect.stringContaining('3') as string },
  ];
  const bad = { status: 'approved' as const, output: { person: { number: 'secret' } } };

  it('is refused with the place, the keyword and what the keyword says, and without the value', async () => {
    let token = '';
    const runner = await run({
      blocks: {
        a: (_, context) => {
          ({ token } = context);
          return { status: 'pending' };
        },
      },
    });
    const receipt = await runner.complete(token, bad);
    expect(receipt).toMatchObject({ refusal: { code: 'output-refused', issues: places } });
    expect(JSON.stringify(receipt)).not.toContain('secret');
    await runner.stop();
  });

  it('is a failed attempt in the history, with the places', async () => {
    const runner = await run({ blocks: { a: () => bad } });
    const failed = (await runner.history('c'))
      .map(({ event }) => event)
      .find(({ type }) => type === 'failed');
    expect(failed).toMatchObject({ issues: places });
    expect(JSON.stringify(failed)).not.toContain('secret');
    await runner.stop();
  });

  it('says what is missing', async () => {
    const runner = await run({ blocks: { a: () => ({ status: 'approved', output: {} }) } });
    const events: CaseEvent[] = (await runner.history('c')).map(({ event }) => event);
    expect(events.find(({ type }) => type === 'failed')).toMatchObject({
      issues: [{ at: '', keyword: 'required', missing: 'person' }],
    });
    await runner.stop();
  });
});

describe.each(['memory', 'a file'])('a start that is repeated, in %s', (kind) => {
  const other = buildPlan({ id: 'other', steps: [{ id: 'a' }] });
  const handlers: Handlers = { blocks: { a: () => ({ status: 'pending' }) } };

  it('is the same case where its content is the same, and else refused by a code of its own', async () => {
    const store = kind === 'memory' ? createMemoryStore() : await createSqliteStore(':memory:');
    const runner = await createRunner({ store, handlers, clock: createManualClock(begin) });
    const given = { id: 'c', answers: { person: { name: 'Li', age: 3 } }, known: { person: { id: '1' } } };
    const first = await runner.start(plan, given);
    expect(first).toMatchObject({ accepted: true });
    const { seq } = (await runner.case('c'))!;
    // The same in another order, and with what JSON leaves out.
    const again = { ...given, answers: { person: { age: 3, name: 'Li', none: undefined as never } } };
    const receipts = await Promise.all([runner.start(plan, given), runner.start(plan, again)]);
    expect(receipts).toEqual([first, first]);
    const taken = { accepted: false, refusal: { code: 'id-taken' } };
    const { known: _, ...less } = given;
    expect(await runner.start(plan, less)).toMatchObject(taken);
    expect(await runner.start(plan, { ...given, answers: { person: { name: 'Wu' } } })).toMatchObject(taken);
    expect(await runner.start(plan, { ...given, answers: { n: 1n } as never })).toMatchObject(taken);
    expect(await runner.start(other, given)).toMatchObject(taken);
    expect((await runner.case('c'))!.seq).toBeGreaterThanOrEqual(seq);
    expect((await runner.history('c')).filter(({ event }) => event.type === 'started')).toHaveLength(1);
    await runner.stop();
  });
});

describe('a runner that stops', () => {
  it('is an outage and no mistake of the caller', async () => {
    const runner = await run({ blocks: { a: () => ({ status: 'pending' }) } });
    await runner.stop();
    const outage = { name: 'UnavailableError', code: 'runtime/closed', isRetryable: true };
    await expect(runner.cancel('c')).rejects.toMatchObject(outage);
    await expect(runner.start(plan, { answers: {} })).rejects.toMatchObject(outage);
  });
});
