/**
 * Every folder `test/cases/<command>/<name>/` is a case: input files, `cmd` with one command line after another, and
 * `expected.txt`, the transcript of running them there. `UPDATE=1` writes the transcripts anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../src/base/index.js';
import { main } from '../src/cli/main.js';
import type { Io } from '../src/cli/io.js';
import { plainStyle } from '../src/report/index.js';
import { createValidator } from '../src/schema/index.js';

const top = join(import.meta.dirname, 'cases');
const folders = readdirSync(top, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((command) =>
    readdirSync(join(top, command.name), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${command.name}/${entry.name}`),
  )
  .sort();

interface Run {
  line: string;
  out: string;
  err: string;
  code: number;
}

describe.each(folders)('%s', (name) => {
  const folder = join(top, name);
  const lines = commandLines(readFileSync(join(folder, 'cmd'), 'utf8'));

  test('gives what is expected', async () => {
    const runs: Run[] = [];
    for (const line of lines) runs.push(await run(line, folder));
    const transcript = runs.map(transcribe).join('\n');
    const file = join(folder, 'expected.txt');
    if (process.env['UPDATE'] === '1') writeFileSync(file, transcript);
    expect(existsSync(file), 'expected.txt is missing; UPDATE=1 writes it').toBe(true);
    expect(transcript).toBe(readFileSync(file, 'utf8'));
    for (const one of runs) {
      expect(one.code, one.err).not.toBe(70);
      // A place within our own sources is a stack trace.
      expect(one.out + one.err).not.toMatch(/\n\s+at .+:\d+:\d+\)?\n/);
      // Nothing is coloured unless a terminal is there to show it.
      expect(one.out + one.err).not.toContain('\u001b');
      checkDocument(one);
    }
  });
});

test('there are cases', () => {
  expect(folders.length).toBeGreaterThan(10);
});

function commandLines(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('onething'));
}

/** Runs one line as a shell would: words, double quotes, and `< file` for the standard input. */
async function run(line: string, folder: string): Promise<Run> {
  const [command = '', input] = line.split(' < ');
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const result = { line, out: '', err: '', code: 0 };
  const io: Io = {
    out: (text) => (result.out += text),
    err: (text) => (result.err += text),
    input: () => (input === undefined ? '' : readFileSync(join(folder, input.trim()))),
    cwd: folder,
    env: { LANG: 'en_GB.UTF-8' },
    style: plainStyle,
    width: 100,
    now: () => new Date(2026, 10, 22, 12),
  };
  result.code = await main(words.slice(1), io);
  return result;
}

function transcribe({ line, out, err, code }: Run): string {
  const parts = [`$ ${line}\n`, out];
  if (err !== '') parts.push(`--- stderr\n${err}`);
  parts.push(`--- exit ${code}\n`);
  return parts.join('');
}

/** What is printed for machines is the library's own document, by its published schema. */
function checkDocument({ line, out, code }: Run): void {
  if (!line.includes('--format json') || code === 2) return;
  const words = line.split(/\s+/);
  const part = words.includes('--part') ? words[words.indexOf('--part') + 1] : undefined;
  const schema = part ?? publishedAs[words[1] ?? ''];
  // Of several catalogues, `check` prints a list.
  const printed = JSON.parse(out) as unknown;
  const documents: unknown[] = Array.isArray(printed) ? printed : [printed];
  if (schema === undefined || !existsSync(schemaFile(schema))) return;
  const issues = documents.flatMap((document) => published(schema)(document));
  expect(issues, line).toEqual([]);
}

/** What each command prints, by the name of its schema. */
const publishedAs: Readonly<Record<string, string>> = {
  check: 'findings',
  compose: 'composition',
  diff: 'diff',
  plan: 'plan',
  project: 'projections',
  resolve: 'resolution',
  why: 'explanation',
};

const schemaFile = (name: string): string =>
  join(import.meta.dirname, '..', 'schemas', `${name}.schema.json`);

function published(name: string) {
  return createValidator(JSON.parse(readFileSync(schemaFile(name), 'utf8')) as JsonSchema);
}
