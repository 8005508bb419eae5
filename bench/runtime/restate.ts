import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createRestateClient } from '../../src/engines/restate/index.js';
import { createCluster, findServer, freePort, register } from '../../test/engines/restate/server.js';
import { chain, startAll } from './workload.js';

const secret = 'a secret of the benchmark, long enough';

/** Measures on one node of Restate, with one service process. */
export interface RestateBench {
  secondsFor(cases: number): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a node and a service; undefined where there is no server for the platform. */
export async function startRestate(folder: string): Promise<RestateBench | undefined> {
  const binary = findServer();
  if (binary === undefined) return undefined;
  const [node] = await createCluster(binary, folder, 1);
  const port = await freePort();
  const outfile = join('node_modules', '.cache', 'restate-bench.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('restate-service.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const service = spawn(process.execPath, [outfile, String(port), secret], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await Promise.all([
    node!.start(),
    new Promise<void>((resolve) => service.stdout.once('data', () => resolve())),
  ]);
  await register(node!.admin, `http://127.0.0.1:${port}`);
  const client = createRestateClient({ ingress: node!.ingress, admin: node!.admin, secret });
  let all = 0;
  return {
    async secondsFor(cases) {
      const begun = performance.now();
      await startAll(cases, (index) => {
        return client.start(chain, { answers: { person: {} }, id: `n${all + index}` });
      });
      all += cases;
      // Asked seldom, since the list reads all cases.
      const isOver = async () => (await client.cases({ status: 'done', limit: all + 1 })).length === all;
      for (let waitMs = 5; !(await isOver()); waitMs = Math.min(500, waitMs * 2)) await delay(waitMs);
      return (performance.now() - begun) / 1_000;
    },
    async stop() {
      const over = new Promise((resolve) => service.once('close', resolve));
      service.kill('SIGKILL');
      await over;
      await node!.kill();
    },
  };
}
