import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createRestateClient } from '../../../src/engines/restate/index.js';
import type { RestateClient } from '../../../src/engines/restate/index.js';
import { createTokens, isOver } from '../../../src/runtime/index.js';
import { generatePlan, worldOf } from '../../runtime/generate.js';
import { createCluster, freePort, register } from './server.js';
import type { ServerNode } from './server.js';

export const secret = 'a secret of the tests, which is long enough';

/** A cluster with one service process and a client. */
export interface Harness {
  nodes: ServerNode[];
  client: RestateClient;
  /** Where the service leaves what it did. */
  lines(file: 'effects' | 'notices'): Promise<string[]>;
  startService(): Promise<void>;
  killService(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts nodes and service, and tells the one about the other. */
export async function createHarness(binary: string, count: 1 | 3): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'onething-restate-'));
  const bundle = fileURLToPath(
    new URL(`../../../node_modules/.cache/restate-service-${count}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL('service.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: bundle,
    logLevel: 'error',
  });
  const port = await freePort();
  let service: ChildProcess | undefined;
  const nodes = await createCluster(binary, folder, count);
  const harness: Harness = {
    nodes,
    client: createRestateClient({
      ingress: nodes.map(({ ingress }) => ingress),
      admin: nodes[0]!.admin,
      secret,
      patienceMs: 60_000,
    }),
    lines: async (file) => (await readFile(join(folder, file), 'utf8')).trim().split('\n'),
    async startService() {
      const child = spawn(process.execPath, [bundle, String(port), folder, secret], {
        // What the SDK writes of connections that a kill cut off is no news here.
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      service = child;
      await new Promise<void>((resolve, reject) => {
        child.stdout.once('data', () => resolve());
        child.once('close', (code) => reject(new Error(`The service has ended with ${code}.`)));
      });
    },
    async killService() {
      const child = service;
      if (child === undefined) return;
      service = undefined;
      const over = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await over;
    },
    async stop() {
      await harness.killService();
      await Promise.all(nodes.map((node) => node.kill()));
      await rm(folder, { recursive: true, force: true });
    },
  };
  await Promise.all([...nodes.map((node) => node.start()), harness.startService()]);
  await register(nodes[0]!.admin, `http://127.0.0.1:${port}`);
  return harness;
}

/**
 * Whoever a case waits for answers. Ids of cases are their seeds: "c17".
 * @param acknowledged is told what the cluster has accepted
 */
export async function answer(
  client: RestateClient,
  id: string,
  acknowledged: (line: string) => void,
): Promise<boolean> {
  const view = (await client.case(id))!;
  if (isOver(view.status)) return true;
  const seed = Number(id.slice(1));
  const world = worldOf(seed);
  const plan = generatePlan(seed);
  for (const { step } of view.asks) {
    const name = `q${view.steps.find(({ key }) => key === step)!.step.slice(1)}`;
    const given = { person: { [name]: world.value(`/person/${name}`) } };
    if ((await client.fill(id, step, given)).accepted) acknowledged(`${id} filled ${step}`);
  }
  for (const { step, round, returned, needs } of view.needs) {
    const { at } = needs[0]!;
    for (const value of [world.value(at), 'a', 'b', 'n1']) {
      if (!(await client.supplement(id, step, { [at]: value }, returned)).accepted) continue;
      acknowledged(`${id} supplemented ${step} ${round}`);
      break;
    }
  }
  for (const { key, round, status } of view.steps) {
    if (status !== 'pending') continue;
    const token = await createTokens(secret).issue({ case: id, step: key, round });
    const receipt = await client.complete(token, world.answer(plan, key, round));
    if (receipt.accepted) acknowledged(`${id} answered ${key} ${round}`);
  }
  return false;
}
