/**
 * What checking a large catalogue costs, as multiples of merely parsing its files with js-yaml, in one run:
 * `npm run bench:scale -- [blocks…] [--rounds n] [--seed n]`. Each measurement is a process of its own with the same
 * settings; contenders take turns, so that other work on the machine falls on all of them alike.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { writeCatalogue } from './write.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, seed: { type: 'string', default: '1' } },
});
const sizes = positionals.length === 0 ? [1_000, 10_000] : positionals.map(Number);
const rounds = Number(values.rounds);
const built = resolve('node_modules/.cache/onething-bench');
const scratch = mkdtempSync(join(tmpdir(), 'onething-scale-'));

interface Usage {
  seconds: number;
  processorSeconds: number;
  peakMegabytes: number;
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
  return { seconds, ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Usage, 'seconds'>) };
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
  };
}

function row(name: string, usage: Usage, base: Usage): void {
  const cells = [
    `${(usage.seconds / base.seconds).toFixed(2)} ×`,
    `${usage.seconds.toFixed(2)} s`,
    `${usage.processorSeconds.toFixed(2)} s`,
    `${usage.peakMegabytes.toFixed(0)} MB`,
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

function checkSize(blocks: number): void {
  const folder = join(scratch, `catalogue-${blocks}`);
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
  console.log(
    `\n${blocks} blocks, ${files} files, ${Math.floor(blocks / 100)} bundles, median of ${rounds} rounds`,
  );
  console.log('| | against js-yaml | wall time | processor time | peak memory |');
  console.log('| - | -: | -: | -: | -: |');
  for (const [index, name] of Object.keys(contenders).entries()) row(name, results[index]!, results[0]!);
  const edits = Math.min(9, Math.floor(blocks / 100));
  const answer = execFileSync(process.execPath, [join(built, 'recheck.js'), folder, String(edits)], {
    encoding: 'utf8',
    maxBuffer: 1_000_000,
  });
  const { coldSeconds, againSeconds } = JSON.parse(answer) as { coldSeconds: number; againSeconds: number };
  const cold = results[1]!.seconds;
  console.log(
    `again after one edit (watching, median of ${edits}): ${(againSeconds * 1000).toFixed(0)} ms, ${((100 * againSeconds) / cold).toFixed(1)} % of the cold check, ${((100 * againSeconds) / coldSeconds).toFixed(1)} % of the first check on one thread`,
  );
  rmSync(folder, { recursive: true });
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
  console.log(
    `\nstart-up: node -e 0 ${bare.toFixed(0)} ms, onething --version ${version.toFixed(0)} ms: ${(version / bare).toFixed(2)} ×`,
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
  console.log(`Node ${process.version}, ${availableParallelism()} processors`);
  checkStart();
  for (const blocks of sizes) checkSize(blocks);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
