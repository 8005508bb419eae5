/**
 * A process that works on cases until all of them are over, and may be killed at any instant.
 * Arguments: folder, how many cases there are to be by now. It writes a line for everything that was acknowledged to it.
 */
import { appendFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createRunner, createSqliteStore } from '../../../src/node/index.js';
import { createTokens, isOver } from '../../../src/runtime/index.js';
import type { Handlers, Runner } from '../../../src/runtime/index.js';
import type { Plan } from '../../../src/model/index.js';
import { generateAnswers, generatePlan, worldOf } from '../generate.js';

const [folder = '', wanted = '0'] = process.argv.slice(2);
const path = join(folder, 'store.db');

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** One plan for all cases keeps the handlers simple; the worlds differ. */
export const plan: Plan = generatePlan(Number(process.env['PLAN_SEED'] ?? 17), { steps: 8 });

function seedOf(id: string): number {
  return Number(id.slice(1));
}

const handlers: Handlers = { blocks: {}, registries: {}, undo: {} };
for (const { id, kind } of plan.steps) {
  const call: Handlers['blocks'][string] = async (_input, context) => {
    // The effect outside: it happens at least once, and the key tells whether it is the same one.
    appendFileSync(join(folder, 'effects'), `${context.idempotencyKey}\n`);
    await delay(Math.random() * 15);
    const world = worldOf(seedOf(context.case));
    const round = Number(context.idempotencyKey.split('#').at(-1));
    if (context.attempt <= world.failures(context.step, round)) throw new Error('not now');
    if (world.isLater(context.step, round)) return { status: 'pending' };
    return world.answer(plan, context.step, round);
  };
  if (kind === 'block') (handlers.blocks as Record<string, unknown>)[id] = call;
  if (kind === 'registry') {
    (handlers.registries as Record<string, unknown>)[id] = async (...args: Parameters<typeof call>) => {
      const answer = await call(...args);
      if (answer.status !== 'approved') throw Object.assign(new Error('unknown'), { final: true });
      return answer.output;
    };
  }
  (handlers.undo as Record<string, unknown>)[id] = () => undefined;
}

const store = await createSqliteStore(path);
const tokens = createTokens(await store.secret());
const runner: Runner = await createRunner({
  store,
  handlers,
  retry: { attempts: 6, registryAttempts: 3, firstMs: 5, mostMs: 40 },
});
say('ready');
for (let index = 1; index <= Number(wanted); index++) {
  const id = `c${index}`;
  if ((await runner.case(id)) !== undefined) continue;
  const receipt = await runner.start(plan, { id, answers: generateAnswers(index) });
  if (receipt.accepted) say(`ack ${id} started`);
}

/** The applicant and the authorities: whoever is waited for answers now and then. */
async function answer(id: string): Promise<boolean> {
  const view = (await runner.case(id))!;
  if (isOver(view.status)) return true;
  const world = worldOf(seedOf(id));
  for (const { step } of view.asks) {
    const name = `q${view.steps.find(({ key }) => key === step)!.step.slice(1)}`;
    const receipt = await runner.fill(id, step, { person: { [name]: world.value(`/person/${name}`) } });
    if (receipt.accepted) say(`ack ${id} filled ${step}`);
  }
  for (const { step, round, returned, needs } of view.needs) {
    const { at } = needs[0]!;
    for (const value of [world.value(at), 'a', 'b', 'n1']) {
      const receipt = await runner.supplement(id, step, { [at]: value }, returned);
      if (!receipt.accepted) continue;
      say(`ack ${id} supplemented ${step} ${round} ${at}`);
      break;
    }
  }
  for (const { key, round, status } of view.steps) {
    if (status !== 'pending' || Math.random() < 0.5) continue;
    const token = await tokens.issue({ case: id, step: key, round });
    const receipt = await runner.complete(token, world.answer(plan, key, round));
    if (receipt.accepted) say(`ack ${id} answered ${key} ${round}`);
  }
  return false;
}

for (;;) {
  const ids = (await runner.cases({ limit: 1_000 })).map(({ id }) => id);
  const over = await Promise.all(ids.map(answer));
  if (over.every(Boolean)) break;
  await delay(5 + Math.random() * 10);
}
await runner.stop();
say('over');
