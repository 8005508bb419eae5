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
      const alive = await work(wanted, acknowledged, Math.random() * 250);
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
      `${killed} kills, ${cases} cases, ${events} events, ${acknowledged.length} acknowledged to callers and 0 lost; ` +
        `handler calls per idempotency key: ${keys}`,
    );
  });
});

/** Runs the worker until it is over or the time is up. */
async function work(
  wanted: number,
  acknowledged: string[],
  ms: number,
): Promise<'over' | 'killed' | 'failed'> {
  const child = spawn(process.execPath, [bundle, folder, String(wanted)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PLAN_SEED: String(planSeed) },
  });
  let text = '';
  let ready!: () => void;
  const isReady = new Promise<void>((resolve) => (ready = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes('ready\n')) ready();
  });
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  // Half of the kills come at any instant of the start, the others while cases are worked on.
  if (Number.isFinite(ms)) {
    if (ms > 60) await Promise.race([isReady, exited]);
    await Promise.race([delay(ms), exited]);
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

/** How many keys were called how often: once for each attempt, and once more where a kill came between call and log. */
async function countEffects(): Promise<string> {
  const file = join(folder, 'effects');
  const keys = existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n') : [];
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return histogram([...counts.values()]);
}

function histogram(values: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([value, count]) => `${value}×: ${count}`)
    .join(', ');
}
