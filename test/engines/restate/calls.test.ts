/** Calls of a host on a cluster, as on the embedded runner. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRestateClient, createRestateServices } from '../../../src/engines/restate/index.js';
import type { RestateClient } from '../../../src/engines/restate/index.js';
import type { HandlerContext, Handlers } from '../../../src/runtime/index.js';
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

  it('a start that is repeated is the same case, or refused by a code of its own', async () => {
    const given = { id: 'again', answers: { person: { name: 'Li' } } };
    const first = await client.start(plan, given);
    expect(first).toMatchObject({ accepted: true });
    expect(await client.start(plan, given)).toEqual(first);
    const taken = { accepted: false, refusal: { code: 'id-taken' } };
    expect(await client.start(plan, { ...given, answers: {} })).toMatchObject(taken);
    expect(await client.start(other, given)).toMatchObject(taken);
  });
});
