/**
 * What checking a large catalogue costs, as multiples of merely parsing its files with js-yaml, in one run:
 * `npm run bench:scale -- [blocks…] [--rounds n] [--seed n] [--write]`. Each measurement is a process of its own with
 * the same settings; contenders take turns, so that other work on the machine falls on all of them alike. With --write
 * the results go into docs/reference/scale-benchmark.md as well.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { writeResults } from './results.js';
import { writeCatalogue } from './write.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = positionals.length === 0 ? [1_000, 10_000] : positionals.map(Number);
/** From so many blocks on one round is enough, and checking again is left out: it holds all documents as values. */
const large = 20_000;
const lines: string[] = [];
/** What is wanted, and what was measured. */
const goals: string[] = [];
/** By number of blocks: what a check may take as a multiple of parsing. */
const wanted = new Map([
  [10_000, 2],
  [100_000, 2.2],
]);
const wantedMegabytes = 1_500;
const built = resolve('node_modules/.cache/onething-bench');
const scratch = mkdtempSync(join(tmpdir(), 'onething-scale-'));

interface Usage {
  seconds: number;
  processorSeconds: number;
  peakMegabytes: number;
  /** How the process ended. */
  status: number;
}

function say(line: string): void {
  console.log(line);
  lines.push(line);
}

function goal(what: string, measured: number, most: number, unit: string): void {
  const verdict = measured < most ? 'met' : '**missed**';
  goals.push(
    `| ${what} below ${most}${unit} | ${verdict}: ${measured.toFixed(unit === ' MB' ? 0 : 2)}${unit} |`,
  );
}

function measure(argv: readonly string[]): Usage {
  const file = join(scratch, 'usage.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', join(built, 'usage.js'), ...argv], {
    env: { ...process.env, USAGE: file },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  // One that ends with 1 has found something, which is what it is for.
  if (status !== 0 && status !== 1) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Usage), seconds, status };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** The median of several runs, figure by figure. */
function typical(usages: readonly Usage[]): Usage {
  const of = (figure: keyof Usage) => median(usages.map((usage) => usage[figure]));
  return {
    seconds: of('seconds'),
    processorSeconds: of('processorSeconds'),
    peakMegabytes: of('peakMegabytes'),
    status: of('status'),
  };
}

function row(name: string, usage: Usage, base: Usage): void {
  const cells = [
    `${(usage.seconds / base.seconds).toFixed(2)} ×`,
    `${usage.seconds.toFixed(2)} s`,
    `${usage.processorSeconds.toFixed(2)} s`,
    `${usage.peakMegabytes.toFixed(0)} MB`,
  ];
  say(`| ${name} | ${cells.join(' | ')} |`);
}

function checkSize(blocks: number): void {
  const folder = join(scratch, `catalogue-${blocks}`);
  const rounds = Number(values.rounds ?? (blocks < large ? 3 : 1));
  const files = writeCatalogue(folder, blocks, Number(values.seed));
  const contenders = {
    'js-yaml: read and parse': [join(built, 'parse-js-yaml.js'), folder],
    'onething check': [join(built, 'bin.js'), 'check', folder, '--format', 'json'],
  };
  const usages = Object.keys(contenders).map(() => [] as Usage[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, argv] of Object.values(contenders).entries()) usages[index]!.push(measure(argv));
  }
  const results = usages.map(typical);
  const count = countBundles(folder, blocks);
  say(`\n**${blocks} blocks**, ${files} files, ${count} bundles, median of ${rounds} round(s):\n`);
  say('| | against js-yaml | wall time | processor time | peak memory |');
  say('| - | -: | -: | -: | -: |');
  for (const [index, name] of Object.keys(contenders).entries()) row(name, results[index]!, results[0]!);
  const [parse, check] = results as [Usage, Usage];
  const processors = (check.processorSeconds / parse.processorSeconds).toFixed(2);
  const memory = ((check.peakMegabytes * 10_000) / blocks).toFixed(0);
  say(
    `\nProcessor time: ${processors} × js-yaml. Peak memory for each 10,000 blocks: ${memory} MB. Findings that are errors: ${check.status === 0 ? 'none' : 'some'}.`,
  );
  const most = wanted.get(blocks);
  if (most !== undefined) goal(`cold check of ${blocks} blocks`, check.seconds / parse.seconds, most, ' ×');
  if (blocks === 100_000) goal('peak memory at 100000 blocks', check.peakMegabytes, wantedMegabytes, ' MB');
  if (blocks < large) checkAgain(folder, blocks, check.seconds);
  rmSync(folder, { recursive: true });
}

/** Some groups have a second bundle, which the first one uses. */
function countBundles(folder: string, blocks: number): number {
  const isThere = (group: number, name: string) =>
    statSync(join(folder, `matters/thing-${group}/${name}.yaml`), { throwIfNoEntry: false }) !== undefined;
  let count = 0;
  for (let group = 0; group < blocks / 100; group++) {
    for (const name of ['bundle', 'part']) if (isThere(group, name)) count++;
  }
  return count;
}

function checkAgain(folder: string, blocks: number, cold: number): void {
  const edits = Math.min(9, Math.floor(blocks / 100));
  const answer = execFileSync(process.execPath, [join(built, 'recheck.js'), folder, String(edits)], {
    encoding: 'utf8',
    maxBuffer: 1_000_000,
  });
  const { coldSeconds, againSeconds } = JSON.parse(answer) as { coldSeconds: number; againSeconds: number };
  if (wanted.has(blocks)) goal('checking again after one edit', (100 * againSeconds) / cold, 3, ' %');
  say(
    `\nAgain after one edit (watching, median of ${edits}): ${(againSeconds * 1000).toFixed(0)} ms, ${((100 * againSeconds) / cold).toFixed(1)} % of the cold check, ${((100 * againSeconds) / coldSeconds).toFixed(1)} % of the first check on one thread.`,
  );
}

function checkStart(): void {
  const times: [bare: number[], version: number[]] = [[], []];
  const run = (argv: readonly string[]) => {
    const start = performance.now();
    spawnSync(process.execPath, argv, { stdio: 'ignore' });
    return performance.now() - start;
  };
  for (let round = 0; round < 15; round++) {
    times[0].push(run(['-e', '0']));
    times[1].push(run([join(built, 'bin.js'), '--version']));
  }
  const [bare, version] = times.map(median) as [number, number];
  goal('start-up against bare node', version / bare, 2, ' ×');
  const ratio = (version / bare).toFixed(2);
  say(
    `\nStart-up: \`node -e 0\` ${bare.toFixed(0)} ms, \`onething --version\` ${version.toFixed(0)} ms: ${ratio} ×.`,
  );
}

await build({
  entryPoints: [
    'src/cli/bin.ts',
    'src/node/check-worker.ts',
    ...['usage', 'parse-js-yaml', 'recheck'].map((name) => `bench/scale/${name}.ts`),
  ],
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outdir: built,
  logLevel: 'error',
});
try {
  say(`Node ${process.version}, ${availableParallelism()} processors.`);
  checkStart();
  for (const blocks of sizes) checkSize(blocks);
  say(`\n| goal | measured |\n| - | - |\n${goals.join('\n')}`);
  if (values.write) await writeResults(lines.join('\n'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
