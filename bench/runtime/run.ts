/**
 * Cases and steps per second: embedded in memory, embedded and durable, on one node of Restate, beside one raw sync of the
 * disk for each step; memory of waiting cases; start-up with many stored ones. Prints Markdown; with --write it becomes
 * docs/reference/runtime-benchmark.md. `--sizes 1,100,10000 --stored 100000
 * --patience 600` (seconds that the cluster has for one size).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { costOfWaiting, openStore, secondsFor, secondsOfSync, startUpMs } from './embedded.js';
import { startRestate } from './restate.js';
import type { Ended } from './restate.js';
import { stepsPerCase } from './workload.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,100,10000' },
    stored: { type: 'string', default: '100000' },
    waiting: { type: 'string', default: '10000' },
    patience: { type: 'string', default: '600' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const stored = Number(values.stored);
const waiting = Number(values.waiting);
const folder = mkdtempSync(join(tmpdir(), 'onething-bench-'));
const loadBefore = loadavg()[0] ?? 0;
/** So long the cluster has for one size. */
const mostRestateSeconds = Number(values.patience);

interface Measured {
  /** How many were started. */
  wanted: number;
  where: string;
  /** How many were over, and after how many seconds; absent where there is no server for the platform. */
  ended?: Ended;
}

const measured: Measured[] = [];
/** Seconds of a sync, beside each row: the disk has other users too. */
const syncs: number[] = [];

function report(one: Measured): void {
  measured.push(one);
  syncs.push(secondsOfSync(folder, 300));
  console.error(one);
}

function rowOf({ wanted, where, ended }: Measured, sync: number): string {
  const head = `| ${wanted.toLocaleString('en')} | ${where} |`;
  if (ended === undefined) return `${head} – | – | – | – |`;
  const { cases, seconds } = ended;
  const steps = (cases * stepsPerCase) / seconds;
  const over = cases < wanted ? `${cases.toLocaleString('en')} in ${seconds.toFixed(0)} s` : 'all';
  return `${head} ${over} | ${perSecond(cases / seconds)} | ${perSecond(steps)} | ${(steps * sync).toFixed(2)} |`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function perSecond(count: number): string {
  return Math.round(count).toLocaleString('en');
}

/** The best of up to ten runs: what takes long is measured once, what is over at once often. */
async function best(measure: () => Promise<Ended>): Promise<Ended> {
  let best: Ended | undefined;
  let all = 0;
  for (let times = 0; times < 10 && all < 5; times++) {
    const ended = await measure();
    if (best === undefined || ended.seconds < best.seconds) best = ended;
    all += ended.seconds;
  }
  return best!;
}

try {
  // Compiled code is what is measured.
  for (const kind of ['memory', 'SQLite'] as const) {
    const store = await openStore(kind, folder, 'warm');
    await secondsFor(store, 300);
  }
  const restate = await startRestate(join(folder, 'restate'));
  await restate?.run(50, 60);
  for (const wanted of sizes) {
    let run = 0;
    for (const kind of ['memory', 'SQLite'] as const) {
      const ended = await best(async () => {
        const store = await openStore(kind, folder, `${wanted}-${++run}`);
        return { cases: wanted, seconds: await secondsFor(store, wanted) };
      });
      report({
        wanted,
        where: kind === 'memory' ? 'embedded, in memory' : 'embedded, durable (SQLite)',
        ended,
      });
    }
    const where = 'Restate, one node';
    if (restate === undefined) report({ wanted, where });
    else report({ wanted, where, ended: await best(() => restate.run(wanted, mostRestateSeconds)) });
  }
  await restate?.stop();
  const sync = median(syncs);
  const us = (seconds: number): string => (seconds * 1e6).toFixed(0);
  const waits: string[] = [];
  for (const kind of ['memory', 'SQLite'] as const) {
    const { heapPerCase, bytesOnDiskPerCase } = await costOfWaiting(kind, folder, waiting);
    const file = kind === 'memory' ? '–' : perSecond(bytesOnDiskPerCase);
    waits.push(
      `| ${kind === 'memory' ? 'in memory' : 'durable (SQLite)'} | ${perSecond(heapPerCase)} | ${file} |`,
    );
  }
  const upMs = await startUpMs(folder, stored);
  const text = [
    '# Benchmark of the runtime',
    '',
    `Written by \`npm run bench:runtime -- --write\` on Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model.trim()}).`,
    `Before it began, other work kept ${loadBefore.toFixed(1)} processors busy. What carries over to another machine are the ratios.`,
    '',
    `A case is a chain of ${stepsPerCase} blocks whose authorities decide at once, each step after the one before. A durable step is in the log,`,
    'with the state it leads to, before the next is begun. *Against one sync* is steps per second over raw syncs per second:',
    `a kilobyte appended to a file and one fsync, which took ${us(sync)} µs here (the median; ${us(Math.min(...syncs))} to ${us(Math.max(...syncs))} µs in the course of the run).`,
    'Above 1, transitions of many cases share a sync.',
    'The cluster is one node with one partition and one service process, and replicates nothing. At most',
    `five hundred of its cases are under way at a time. It had ${mostRestateSeconds} s for each size: where not all cases were over then, the table says how many were.`,
    '',
    '| cases | where | over | cases/s | steps/s | against one sync a step |',
    '| ---: | --- | ---: | ---: | ---: | ---: |',
    ...measured.map((one) => rowOf(one, sync)),
    '',
    `A case that waits for its authority costs, among ${waiting.toLocaleString('en')} (of a durable store two thousand stay in memory, the others`,
    'are read when something happens to them):',
    '',
    '| store | bytes of heap | bytes of file |',
    '| --- | ---: | ---: |',
    ...waits,
    '',
    `A runner on a store of ${stored.toLocaleString('en')} waiting cases is ready after ${upMs.toFixed(0)} ms.`,
    '',
  ].join('\n');
  console.log(text);
  if (values.write) writeFileSync('docs/reference/runtime-benchmark.md', text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
