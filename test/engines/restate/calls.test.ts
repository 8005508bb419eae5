/** Calls of a host on a cluster, as on the embedded runner. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRestateClient, createRestateServices } from '../../../src/engines/restate/index.js';
import type { RestateClient } from '../../../src/engines/restate/index.js';
import { noticesOf } from '../../../src/runtime/index.js';
import type { HandlerContext, Handlers, Notice } from '../../../src/runtime/index.js';
import { buildPlan } from '../../runtime/plan-builder.js';
import { secret } from './harness.js';
import { serveInProcess } from './in-process.js';
import type { InProcess } from './in-process.js';
import { findServer } from './server.js';

const binary = findServer();
const plan = buildPlan({ id: 'stall', steps: [{ id: 'a' }] });
const other = buildPlan({ id: 'other', steps: [{ id: 'a' }] });
const told: HandlerContext[] = [];
const handlers: Handlers = {
  blocks: {
    a: (_, context) => {
      told.push(context);
      return { status: 'pending' };
    },
  },
};

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries++) {
    if (tries > 400) throw new Error('It does not happen.');
    await delay(25);
  }
}

describe.skipIf(binary === undefined)('on one node of Restate', () => {
  let cluster: InProcess;
  let client: RestateClient;
  beforeAll(async () => {
    cluster = await serveInProcess(binary!, createRestateServices({ handlers, secret }));
    const { ingress, admin } = cluster.node;
    client = createRestateClient({ ingress, admin, secret });
  });
  afterAll(() => cluster.stop());

  it('a handler is told the plan, bundle, version, case, step and attempt', async () => {
    await client.start(plan, { id: 'told', answers: {} });
    await until(() => told.some(({ case: id }) => id === 'told'));
    const { plan: ofPlan, bundle, version, step, attempt } = told.find(({ case: id }) => id === 'told')!;
    expect({ ofPlan, bundle, version, step, attempt }).toEqual({
      ofPlan: { id: 'stall', hash: plan.hash },
      bundle: 'stall',
      version: '1.0.0',
      step: 'a',
      attempt: 1,
    });
  });

  it('what nobody asked in a later form or a supplement does not count, and the receipt says so', async () => {
    const asking = buildPlan({
      id: 'asking',
      form: { type: 'object', properties: { person: { type: 'object', properties: { name: true } } } },
      steps: [
        { id: 'ask', kind: 'ask', form: { type: 'object' }, out: { 'person.phone': true } },
        { id: 'a', in: { 'person.age': true }, after: ['ask'] },
      ],
    });
    await client.start(asking, { id: 'unasked', answers: {} });
    const told = { accepted: true, case: 'unasked', notTaken: ['/person/other'] };
    expect(await client.fill('unasked', 'ask', { person: { phone: '1', other: 2 } })).toEqual(told);
    const view = await client.case('unasked');
    expect(view!.needs).toMatchObject([{ step: 'a', needs: [{ at: '/person/age' }] }]);
    const values = { '/person/age': 7, '/person/other': 1 };
    expect(await client.supplement('unasked', 'a', values)).toEqual(told);
    expect((await client.case('unasked'))!.data).toEqual({ person: { phone: '1', age: 7 } });
  });

  it('a start that is repeated is the same case, or refused by a code of its own', async () => {
    const given = { id: 'again', answers: { person: { name: 'Li' } } };
    const first = await client.start(plan, given);
    expect(first).toMatchObject({ accepted: true });
    expect(await client.start(plan, given)).toEqual(first);
    const taken = { accepted: false, refusal: { code: 'id-taken' } };
    expect(await client.start(plan, { ...given, answers: {} })).toMatchObject(taken);
    expect(await client.start(other, given)).toMatchObject(taken);
  });

  it('events of a case are heard out of its log, from every position', async () => {
    await client.start(plan, { id: 'heard', answers: {} });
    await until(async () => (await client.case('heard'))!.steps[0]!.status === 'pending');
    const log = await client.history('heard');
    const events = client.events({ case: 'heard', after: 0 });
    const heard: Notice[] = [];
    for (const _ of log) heard.push((await events.next()).value as Notice);
    expect(heard).toEqual(noticesOf('heard', log));
    const next = events.next();
    await client.cancel('heard', 'Sekret');
    const notice = (await next).value as Notice;
    expect(notice).toMatchObject({ type: 'cancelled', position: log.length + 1 });
    expect(JSON.stringify(notice)).not.toContain('Sekret');
    await events.return!();
    expect(() => client.events({ after: 3 })).toThrow('no log of all cases');
  });

  it('lists show what a work list shows, by each filter', async () => {
    await client.start(plan, { id: 'listed', answers: {}, reference: "ref '1'" });
    await until(async () => (await client.case('listed'))!.steps[0]!.status === 'pending');
    const [found, ...others] = await client.cases({
      reference: "ref '1'",
      authority: 'office',
      status: 'running',
    });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      id: 'listed',
      bundle: 'stall',
      reference: "ref '1'",
      steps: [{ key: 'a', authority: 'office', status: 'pending' }],
    });
    expect(await client.cases({ reference: "ref '1'", overdue: true })).toEqual([]);
    expect(await client.cases({ reference: "ref '1'", stalled: true, authority: 'office' })).toEqual([]);
    expect(await client.cases({ reference: "ref '1'", owed: true })).toEqual([]);
    expect(await client.cases({ authority: 'tax' })).toEqual([]);
  });

  it('a case that is forgotten leaves no state', async () => {
    const paper = { id: 'f1', sha256: 'x', name: 'Sekret.pdf' };
    await client.start(plan, { id: 'gone', answers: { person: { paper } } });
    await until(async () => (await client.case('gone'))!.steps[0]!.status === 'pending');
    expect(await client.forget('gone')).toMatchObject({ accepted: false, refusal: { code: 'case-open' } });
    expect(await client.forget('gone', { force: true })).toMatchObject({ accepted: true });
    expect(await client.case('gone')).toBeUndefined();
    expect(await client.history('gone')).toEqual([]);
    expect(await client.forget('gone')).toMatchObject({ refusal: { code: 'unknown-case' } });
    const ask = async (query: string): Promise<unknown[]> => {
      const response = await fetch(`${cluster.node.admin}/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query }),
      });
      return ((await response.json()) as { rows: unknown[] }).rows;
    };
    expect(await ask("SELECT key FROM state WHERE service_key = 'gone'")).toEqual([]);
    expect(await ask("SELECT key FROM state WHERE service_key = 'listed'")).not.toEqual([]);
    // What invocations were given is kept for an hour, in every service.
    const services = (await (await fetch(`${cluster.node.admin}/services`)).json()) as {
      services: { name: string; journal_retention?: string; idempotency_retention?: string }[];
    };
    for (const {
      name,
      journal_retention: journal,
      idempotency_retention: idempotency,
    } of services.services) {
      expect({ name, journal, idempotency }).toEqual({ name, journal: '1h', idempotency: '1h' });
    }
  });
});
