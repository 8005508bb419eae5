import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../../src/node/index.js';
import { evolve, initialState, isOver } from '../../../src/runtime/index.js';
import type { CaseEvent } from '../../../src/runtime/index.js';
import { callsPerKey } from '../calls-per-key.js';
import { generatePlan } from '../generate.js';

/** The long form: ONETHING_KILLS=200 ONETHING_CASES=100. */
const kills = Number(process.env['ONETHING_KILLS'] ?? 12);
const cases = Number(process.env['ONETHING_CASES'] ?? 12);
const planSeed = 17;

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'onething-kill-'));
const bundle = fileURLToPath(new URL('../../../node_modules/.cache/kill-worker.mjs', import.meta.url));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('kill -9 at any instant', () => {
  it('loses nothing that was acknowledged and applies no result twice', async () => {
    await build({
      entryPoints: [join(here, 'worker.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: bundle,
      logLevel: 'error',
    });
    const acknowledged: string[] = [];
    let killed = 0;
    for (let run = 0; run < kills; run++) {
      const wanted = Math.ceil(((run + 1) * cases) / kills);
      // Half of the kills come while the process starts and takes up what it finds, the others amid the work: after so
      // many acknowledgements, so that a slow machine is killed as far into it as a fast one.
      const after = Math.random() < 0.5 ? 0 : 1 + Math.floor((Math.random() * 5 * cases) / kills);
      const alive = await work(wanted, acknowledged, after);
      if (alive === 'killed') killed += 1;
    }
    expect(await work(cases, acknowledged, Infinity)).toBe('over');

    const keys = await countEffects();
    const store = await createSqliteStore(join(folder, 'store.db'));
    const plan = generatePlan(planSeed, { steps: 8 });
    let events = 0;
    for (let index = 1; index <= cases; index++) {
      const id = `c${index}`;
      const record = (await store.load(id))!;
      const log = await store.history(id);
      events += log.length;
      expect(isOver(record.state.status), id).toBe(true);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, position) => position + 1));
      const replayed = log.reduce((state, { event }) => evolve(plan, state, event), initialState(plan.hash));
      expect(JSON.stringify(replayed)).toBe(JSON.stringify(record.state));
      const happened = log.map(({ event }) => nameOf(id, event));
      for (const line of acknowledged.filter((ack) => ack.startsWith(`${id} `))) {
        expect(happened, line).toContain(line);
      }
      // One answer to each submission, and no more.
      const answers = happened.filter((line) => line.includes(' answered '));
      expect(new Set(answers).size).toBe(answers.length);
    }
    await store.close();
    console.log(
      `${killed} kills, ${cases} cases, ${events} events, ${acknowledged.length} acknowledged to callers and 0 lost, ` +
        `0 answers applied twice; handler calls per idempotency key: ${keys}`,
    );
  });
});

/** Runs the worker until it is over, or kills it some moments after so many acknowledgements. */
async function work(
  wanted: number,
  acknowledged: string[],
  after: number,
): Promise<'over' | 'killed' | 'failed'> {
  const child = spawn(process.execPath, [bundle, folder, String(wanted)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PLAN_SEED: String(planSeed) },
  });
  let text = '';
  let reached!: () => void;
  const isFarEnough = new Promise<void>((resolve) => (reached = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\nack ').length > after) reached();
  });
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  if (Number.isFinite(after)) {
    const startMs = Math.random() * 600;
    await Promise.race([after === 0 ? delay(startMs) : isFarEnough, exited]);
    await Promise.race([delay(Math.random() * 20), exited]);
    child.kill('SIGKILL');
  }
  const code = await exited;
  // A line that the kill cut short was not read by anybody.
  for (const line of text.split('\n').slice(0, -1)) {
    if (line.startsWith('ack ')) acknowledged.push(line.slice(4));
  }
  if (code === 0) return 'over';
  return code === null ? 'killed' : 'failed';
}

function nameOf(id: string, event: CaseEvent): string {
  switch (event.type) {
    case 'filled':
      return `${id} filled ${event.step}`;
    case 'supplemented':
      return `${id} supplemented ${event.step} ${event.round} ${Object.keys(event.values).join()}`;
    case 'answered':
      return `${id} answered ${event.step} ${event.round}`;
    default:
      return `${id} ${event.type}`;
  }
}

/** What the handlers were called with, from the beginning. */
async function countEffects(): Promise<string> {
  const file = join(folder, 'effects');
  return callsPerKey(existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n') : []);
}
