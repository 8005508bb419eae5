import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createRestateClient } from '../../src/engines/restate/index.js';
import { createCluster, findServer, freePort, register } from '../../test/engines/restate/server.js';
import { chain, startAll } from './workload.js';

const secret = 'a secret of the benchmark, long enough';

/** How many of the cases were over, and after how many seconds. */
export interface Ended {
  cases: number;
  seconds: number;
}

/** Measures on one node of Restate, with one service process. */
export interface RestateBench {
  /** Starts so many cases and waits until all are over, at most for the seconds given. */
  run(cases: number, mostSeconds: number): Promise<Ended>;
  stop(): Promise<void>;
}

/** So many cases are started at a time, once most of those before are over: hosts have cases coming in, not a pile. */
const together = 250;

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
  let dots = 0;
  service.stdout.on('data', (chunk: Buffer) => (dots += chunk.toString().split('.').length - 1));
  await register(node!.admin, `http://127.0.0.1:${port}`);
  const client = createRestateClient({
    ingress: node!.ingress,
    admin: node!.admin,
    secret,
    patienceMs: 60_000,
  });
  let all = 0;
  const countDone = async () => (await client.cases({ status: 'done', limit: all })).length;
  return {
    async run(cases, mostSeconds) {
      const doneBefore = all === 0 ? 0 : await countDone();
      const dotsBefore = dots;
      const begun = performance.now();
      const seconds = (): number => (performance.now() - begun) / 1_000;
      let started = 0;
      while (started < cases && seconds() < mostSeconds) {
        if (started - (dots - dotsBefore) > together) {
          await delay(2);
          continue;
        }
        const from = all;
        const batch = Math.min(together, cases - started);
        await startAll(batch, (index) => {
          return client.start(chain, { answers: { person: {} }, id: `n${from + index}` });
        });
        started += batch;
        all += batch;
      }
      while (dots - dotsBefore < started && seconds() < mostSeconds) await delay(2);
      // The last steps have been decided; their decisions are under way.
      for (;;) {
        const ended: Ended = { cases: (await countDone()) - doneBefore, seconds: seconds() };
        if (ended.cases === started || ended.seconds >= mostSeconds) return ended;
        await delay(2);
      }
    },
    async stop() {
      const over = new Promise((resolve) => service.once('close', resolve));
      service.kill('SIGKILL');
      await over;
      await node!.kill();
    },
  };
}
