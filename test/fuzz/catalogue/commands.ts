import { mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../src/cli/main.js';
import type { Io } from '../../../src/cli/io.js';
import type { SourceFile } from '../../../src/catalogue/index.js';
import { plainStyle } from '../../../src/report/index.js';
import type { Random } from '../random.js';
import { randomBytes } from './mutate.js';

/** What the command line says of a broken catalogue: how many commands were run, and what they ended with. */
export interface CommandCounts {
  commands: number;
  exits: Map<number, number>;
}

interface Run {
  code: number;
  out: string;
  err: string;
}

/**
 * The laws of the command line, whatever a folder holds: it never fails by our mistake, shows no place within our
 * sources, moves no cursor, prints JSON where JSON was asked for, and says something where it fails.
 * @param files the catalogue as it was, and what became of it
 */
export async function commandLaws(
  files: { old: readonly SourceFile[]; next: readonly SourceFile[] },
  random: Random,
  counts: CommandCounts,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onething-fuzz-'));
  try {
    writeAll(join(folder, 'old'), files.old);
    writeAll(join(folder, 'new'), files.next);
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(someAnswers(files.old, random)));
    const broken: string[] = [];
    for (const words of commandsFor(files.old, random)) {
      const run = await runOne(words, folder);
      counts.commands += 1;
      counts.exits.set(run.code, (counts.exits.get(run.code) ?? 0) + 1);
      broken.push(...faultsOf(words, run));
      if (words[0] === 'build') broken.push(...(await packedFaults(folder, words[1]!, random, counts)));
    }
    return broken;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAll(folder: string, files: readonly SourceFile[]): void {
  for (const { path, text } of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

async function runOne(words: readonly string[], cwd: string): Promise<Run> {
  const run: Run = { code: 0, out: '', err: '' };
  const io: Io = {
    out: (text) => (run.out += text),
    err: (text) => (run.err += text),
    input: () => '',
    cwd,
    env: { LANG: 'zh_CN.UTF-8' },
    style: plainStyle,
    width: 100,
    now: () => new Date(2026, 10, 22, 12),
  };
  run.code = await main(words, io);
  return run;
}

function faultsOf(words: readonly string[], { code, out, err }: Run): string[] {
  const line = words.join(' ');
  const faults: string[] = [];
  if (![0, 1, 2].includes(code)) faults.push(`${line}: exit ${code}: ${err.slice(0, 1500)}`);
  if (/\n\s+at .+:\d+:\d+\)?(?:\n|$)/.test(out + err)) faults.push(`${line}: a stack trace`);
  if (/\[object Object\]/.test(out + err)) faults.push(`${line}: [object Object]`);
  if (code !== 0 && out + err === '') faults.push(`${line}: fails without a word`);
  // eslint-disable-next-line no-control-regex -- That is what must not be there.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/.test(err))
    faults.push(`${line}: moves the cursor`);
  if (words.includes('json') && code !== 2 && out !== '') {
    try {
      JSON.parse(out);
    } catch {
      faults.push(`${line}: no JSON: ${out.slice(0, 200)}`);
    }
  }
  return faults;
}

/** Some of the commands, with names that the catalogue had before anything was done to it, or that mean nothing. */
function commandsFor(files: readonly SourceFile[], random: Random): string[][] {
  const text = files.map((file) => String(file.text)).join('\n');
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!);
  const bundles = files.flatMap((file) =>
    /^kind: bundle$/m.test(String(file.text)) ? (/^id: (\S+)/m.exec(String(file.text))?.[1] ?? []) : [],
  );
  const bundle = () => (random.chance(0.05) ? 'nobody' : random.pick(bundles.length === 0 ? ['x'] : bundles));
  const thing = () =>
    random.pick([...named(/\b(\w+\.\w+)\b/g), ...named(/block: ([\w-]+)/g), 'nobody', 'a of b']);
  const at = ['--catalogue', 'new'];
  const facts = random.chance(0.5) ? ['--facts', 'answers.json'] : [];
  const all = [
    ['check', 'new', '--format', random.pick(['text', 'json', 'sarif', 'github'])],
    ['check', 'new', '--update-baseline'],
    ['check', 'new', '--fix', ...(random.chance(0.5) ? ['--dry-run'] : [])],
    ['compose', bundle(), ...at, ...facts],
    ['plan', bundle(), ...at, '--format', random.pick(['text', 'json', 'mermaid']), ...facts],
    ['plan', bundle(), ...at, '--advise'],
    ['why', bundle(), thing(), ...at],
    ['project', bundle(), ...at, '--answers', 'answers.json'],
    ['resolve', bundle(), ...at, '--facts', 'answers.json'],
    ['guide', bundle(), ...at, '--format', random.pick(['markdown', 'html', 'json']), ...facts],
    ['matrix', bundle(), ...at, '--format', random.pick(['markdown', 'csv', 'json'])],
    ['matrix', '--all', ...at],
    ['report', bundle(), ...at, '--situations'],
    ['run', bundle(), ...at, '--seed', '1', '--start', '2026-11-22T09:00:00+08:00'],
    ['test', 'new', '--coverage'],
    ['build', random.pick(['old', 'new']), '--output', 'packed.json'],
    ['diff', 'old', 'new', '--format', random.pick(['text', 'json', 'markdown'])],
    ['diff', 'new', 'old'],
    ...(random.chance(0.1) ? [['types', bundle(), ...at]] : []),
  ];
  return Array.from({ length: 4 }, () => random.pick(all));
}

/** A packed catalogue is what its folder was; with a byte changed it is refused, or means the same. */
async function packedFaults(
  folder: string,
  source: string,
  random: Random,
  counts: CommandCounts,
): Promise<string[]> {
  const packed = join(folder, 'packed.json');
  if (!existsSync(packed)) return [];
  const same = await runOne(['diff', source, 'packed.json', '--fail-on', 'any'], folder);
  const faults = [...faultsOf(['diff', source, 'packed.json'], same)];
  if (same.code !== 0) faults.push(`a packed catalogue differs from its folder: ${same.out.slice(0, 500)}`);
  writeFileSync(join(folder, 'other.json'), randomBytes(readFileSync(packed, 'utf8'), random));
  for (const words of [
    ['check', 'other.json'],
    ['diff', 'packed.json', 'other.json'],
  ]) {
    const run = await runOne(words, folder);
    counts.commands += 1;
    faults.push(...faultsOf(words, run));
  }
  return faults;
}

/** Answers of many shapes, by the names of roles and elements that the documents speak of. */
function someAnswers(files: readonly SourceFile[], random: Random): unknown {
  const text = files.map((file) => String(file.text)).join('\n');
  const fields = [...text.matchAll(/\b([a-z]\w*)\.([a-z]\w*)\b/g)];
  const answers: Record<string, unknown> = {};
  const value = () =>
    random.pick<unknown>([
      true,
      false,
      'a',
      1,
      -1,
      1e308,
      null,
      [],
      {},
      'married',
      '2026-01-01',
      ['a'],
      '\u202e',
    ]);
  for (let left = random.below(6); left > 0 && fields.length > 0; left--) {
    const [, role, element] = random.pick(fields);
    const facts = { [element!]: value() };
    answers[role!] = random.chance(0.2) ? [facts, value()] : random.chance(0.1) ? value() : facts;
  }
  return random.chance(0.05) ? value() : answers;
}
