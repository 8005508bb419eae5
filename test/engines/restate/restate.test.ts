import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRestateClient } from '../../../src/engines/restate/index.js';
import type { RestateClient } from '../../../src/engines/restate/index.js';
import { createTokens, evolve, initialState, isOver, outcomeOf } from '../../../src/runtime/index.js';
import type { CaseState, LogEntry } from '../../../src/runtime/index.js';
import { drive } from '../../runtime/drive.js';
import { generateAnswers, generatePlan, worldOf } from '../../runtime/generate.js';
import { createServerNode, findServer, freePort, register } from './server.js';
import type { Server } from './server.js';

/** The long form: ONETHING_KILLS=60 ONETHING_CASES=60. */
const kills = Number(process.env['ONETHING_KILLS'] ?? 4);
const cases = Number(process.env['ONETHING_CASES'] ?? 8);
const binary = findServer();
const secret = 'a secret of the tests, which is long enough';
const bundle = fileURLToPath(new URL('../../../node_modules/.cache/restate-service.mjs', import.meta.url));

let folder: string;
let server: Server;
let service: ChildProcess | undefined;
let port: number;
let client: RestateClient;

async function startService(): Promise<void> {
  const child = spawn(process.execPath, [bundle, String(port), folder, secret], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, RESTATE_LOGGING: 'ERROR' },
  });
  service = child;
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
}

async function killService(): Promise<void> {
  const child = service;
  if (child === undefined) return;
  const over = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await over;
}

describe.skipIf(binary === undefined)(
  'cases on Restate (skipped where there is no server for the platform)',
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'onething-restate-'));
      await build({
        entryPoints: [fileURLToPath(new URL('service.ts', import.meta.url))],
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        outfile: bundle,
        logLevel: 'error',
      });
      port = await freePort();
      server = await createServerNode(binary!, folder);
      await server.start();
      await startService();
      await register(server.admin, `http://127.0.0.1:${port}`);
      client = createRestateClient({ ingress: server.ingress, secret });
    });
    afterAll(async () => {
      await killService();
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    });

    it('come to the same outcome as the machine by itself, through kills of service and server', async () => {
      const open = new Set<string>();
      for (let seed = 1; seed <= cases; seed++) {
        const id = `c${seed}`;
        const receipt = await client.start(generatePlan(seed), { id, answers: generateAnswers(seed) });
        expect(receipt).toEqual({ accepted: true, case: id });
        open.add(id);
      }
      let killed = 0;
      for (let tries = 0; open.size > 0; tries++) {
        if (tries > 3_000) throw new Error(`Cases do not end: ${[...open].join()}`);
        for (const id of open) {
          // Whoever is cut off asks again; what was done already is refused and changes nothing.
          const over = await answer(id).catch(() => false);
          if (over) open.delete(id);
        }
        if (killed < kills && tries % 2 === 1) {
          killed += 1;
          await Promise.all([
            killed % 3 !== 1 ? server.kill() : undefined,
            killed % 3 !== 0 ? killService() : undefined,
          ]);
          if (killed % 3 !== 0) await startService();
          if (killed % 3 !== 1) await server.start();
        }
        await delay(20);
      }
      let compared = 0;
      let events = 0;
      for (let seed = 1; seed <= cases; seed++) {
        const plan = generatePlan(seed);
        const log: LogEntry[] = await client.history(`c${seed}`);
        events += log.length;
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        const state: CaseState = log.reduce(
          (before, { event }) => evolve(plan, before, event),
          initialState(plan.hash),
        );
        const answered = log.flatMap(({ event }) =>
          event.type === 'answered' ? [`${event.step}#${event.round}`] : [],
        );
        expect(new Set(answered).size).toBe(answered.length);
        const pure = drive(plan, generateAnswers(seed), seed, seed);
        if (pure.refused.length > 0) continue;
        compared += 1;
        expect(outcomeOf(state)).toEqual(outcomeOf(pure.states.at(-1)!));
      }
      expect(compared).toBeGreaterThan(cases / 3);
      const effects = (await readFile(join(folder, 'effects'), 'utf8')).trim().split('\n');
      console.log(
        `${killed} kills, ${cases} cases, ${events} events, ${compared} compared; ` +
          `${effects.length} handler calls for ${new Set(effects).size} idempotency keys`,
      );
    }, 600_000);

    it('refuse forged and unknown tokens', async () => {
      const forged = await createTokens('another secret, which is long as well').issue({
        case: 'c1',
        step: 's0',
        round: 1,
      });
      expect(await client.complete(forged, { status: 'rejected' })).toMatchObject({ accepted: false });
      expect(await client.case('nobody')).toBeUndefined();
      expect(await client.cancel('nobody')).toMatchObject({ refusal: { code: 'unknown-case' } });
    });
  },
);

/** Whoever is waited for answers. */
async function answer(id: string): Promise<boolean> {
  const view = (await client.case(id))!;
  if (isOver(view.status)) return true;
  const seed = Number(id.slice(1));
  const world = worldOf(seed);
  const plan = generatePlan(seed);
  for (const { step } of view.asks) {
    const name = `q${view.steps.find(({ key }) => key === step)!.step.slice(1)}`;
    await client.fill(id, step, { person: { [name]: world.value(`/person/${name}`) } });
  }
  for (const { step, needs } of view.needs) {
    const { at } = needs[0]!;
    for (const value of [world.value(at), 'a', 'b', 'n1']) {
      if ((await client.supplement(id, step, { [at]: value })).accepted) break;
    }
  }
  for (const { key, round, status } of view.steps) {
    if (status !== 'pending') continue;
    const token = await createTokens(secret).issue({ case: id, step: key, round });
    await client.complete(token, world.answer(plan, key, round));
  }
  return false;
}
