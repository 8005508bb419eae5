/**
 * Documents show what is true: in README.md and docs/guide, `yaml` blocks that begin with `# file: <name>` are
 * files, one after another, and `console` blocks are what the command lines in them print, with hashes cut short.
 * Blocks that begin with `# from: <path>` are parts of a file of the examples; `# …` stands for what is left out.
 * `> <name>` keeps what a command prints in a file. `UPDATE=1` writes the output anew.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../src/cli/main.js';
import { plainStyle } from '../src/report/index.js';

const root = join(import.meta.dirname, '..');
const guides = readdirSync(join(root, 'docs/guide'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort();
const pages = ['README.md', ...guides.map((name) => join('docs/guide', name))];
const block = /^```(yaml|console)\n([\s\S]*?)^```$/gm;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onething-docs-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(pages)('%s', async (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  let told = '';
  let end = 0;
  let commands = 0;
  if (text.includes('examples/catalogue'))
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  for (const match of text.matchAll(block)) {
    const [whole, language, body = ''] = match;
    told += text.slice(end, match.index);
    end = match.index + whole.length;
    if (language === 'yaml') {
      expectExcerpt(body);
      writeFiles(body);
      told += whole;
    } else {
      const output = await transcript(body);
      commands += output.count;
      told += `\`\`\`console\n${output.text}\`\`\``;
    }
  }
  told += text.slice(end);
  if (process.env['UPDATE'] === '1') writeFileSync(join(root, page), told);
  expect(told).toBe(readFileSync(join(root, page), 'utf8'));
  if (page === 'README.md' || page.endsWith('authoring.md')) expect(commands).toBeGreaterThan(0);
});

function writeFiles(body: string): void {
  for (const part of body.split(/^---\n/m)) {
    const [, name] = /^# file: (\S+)\n/.exec(part) ?? [];
    if (name === undefined) continue;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, part.slice(part.indexOf('\n') + 1));
  }
}

function expectExcerpt(body: string): void {
  const [, path] = /^# from: (\S+)\n/.exec(body) ?? [];
  if (path === undefined) return;
  const text = readFileSync(join(root, path), 'utf8');
  for (const part of body.slice(body.indexOf('\n') + 1).split(/^ *# …\n/m)) expect(text).toContain(part);
}

async function transcript(body: string): Promise<{ text: string; count: number }> {
  const lines = body.split('\n').filter((line) => line.startsWith('$ onething'));
  let text = '';
  for (const line of lines) {
    let output = '';
    const [command = '', file] = line.split(' > ');
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const code = await main(words.slice(2), {
      out: (part) => (output += part),
      err: (part) => (output += part),
      input: () => '',
      cwd: folder,
      env: {},
      style: plainStyle,
      width: 100,
    });
    expect(code, `${line}\n${output}`).toBeLessThan(2);
    if (file !== undefined) writeFileSync(join(folder, file), output);
    const shown = file === undefined ? output.replace(/sha256-[0-9a-f]{64}/g, 'sha256-…').trimEnd() : '';
    text += `${text === '' ? '' : '\n'}${line}\n${shown === '' ? '' : `${shown}\n`}`;
  }
  return { text, count: lines.length };
}
