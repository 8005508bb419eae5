/** A process that serves the services of generated plans. Arguments: port, folder for effects, secret. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http2';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import { createRestateServices } from '../../../src/engines/restate/index.js';
import type { BlockHandler, Handlers, RegistryHandler } from '../../../src/runtime/index.js';
import { generatePlan, worldOf } from '../../runtime/generate.js';

const [port = '0', folder = '', secret = ''] = process.argv.slice(2);
let underWay = 0;

/** Ids of cases are their seeds: "c17". */
const call: BlockHandler = async (_input, context) => {
  underWay += 1;
  appendFileSync(join(folder, 'effects'), `${context.idempotencyKey} ${underWay}\n`);
  await delay(Math.random() * 10);
  underWay -= 1;
  const seed = Number(context.case.slice(1));
  const world = worldOf(seed);
  const round = Number(context.idempotencyKey.split('#').at(-1));
  if (context.attempt <= world.failures(context.step, round)) throw new Error('not now');
  if (world.isLater(context.step, round)) return { status: 'pending' };
  return world.answer(generatePlan(seed), context.step, round);
};
const registry: RegistryHandler = async (input, context) => {
  const seed = Number(context.case.slice(1));
  const world = worldOf(seed);
  const round = Number(context.idempotencyKey.split('#').at(-1));
  if (context.attempt <= world.failures(context.step, round)) throw new Error('down');
  const answer = await Promise.resolve(world.answer(generatePlan(seed), context.step, round));
  if (answer.status !== 'approved') throw Object.assign(new Error('unknown'), { final: true });
  return answer.output;
};
const ids = Array.from({ length: 10 }, (_, index) => `s${index}`);
const handlers: Handlers = {
  blocks: Object.fromEntries(ids.map((id) => [id, call])),
  registries: Object.fromEntries(ids.map((id) => [id, registry])),
  undo: Object.fromEntries(ids.map((id) => [id, () => undefined])),
};
const services = createRestateServices({
  handlers,
  secret,
  limits: { authorities: { office: 3 } },
  retry: { attempts: 6, registryAttempts: 3, firstMs: 20, mostMs: 200 },
  notify: (notice) => appendFileSync(join(folder, 'notices'), `${notice.case} ${notice.seq}\n`),
});
createServer(createEndpointHandler({ services, logger: () => undefined })).listen(
  Number(port),
  '127.0.0.1',
  () => {
    process.stdout.write('ready\n');
  },
);
