import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.js';
import { plainStyle } from '../../../src/report/index.js';

const hostile =
  'Pay @mention, [x](http://a.example) https://b.example www.c.example #123 a/b#4 <img src=x> $1+1$ a|b `c` ![i](u) <!-- c -->';

let top: string;

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'onething-markdown-'));
  const title = JSON.stringify(hostile);
  const documents = {
    'old/catalogue.yaml': `kind: catalogue\nid: town\ntitle: ${title}\nversion: 1.0.0\n`,
    'old/office.yaml': `kind: authority\nid: office\ntitle: ${title}\n`,
    'old/paper.yaml': `kind: material\nid: paper\ntitle: ${title}\n`,
    'old/person.yaml': `kind: subject\nid: person\nelements:\n  age: { title: ${title}, schema: { type: integer } }\n  job: { title: ${title}, schema: { enum: [a, b] } }\n`,
    'old/a.yaml': `kind: block\nid: a\ntitle: ${title}\nauthority: office\nroles: { owner: person }\ninputs: [ { field: owner.age, title: ${title}, basis: [ { title: ${title} } ] }, { material: paper, of: owner, when: { owner.job: { const: a } } } ]\ntime: { promised: 5d }\n`,
    'old/b.yaml': `kind: block\nid: b\ntitle: ${title}\nroles: { owner: person }\ninputs: [ { field: owner.job } ]\n`,
    'old/one.yaml': `kind: bundle\nid: one\ntitle: ${title}\nroles: { owner: { type: person, title: ${title} } }\nuses: [ { block: a }, { block: b } ]\n`,
  };
  mkdirSync(join(top, 'old'));
  mkdirSync(join(top, 'new'));
  for (const [path, text] of Object.entries(documents)) write(path, text);
  for (const path of Object.keys(documents)) {
    const text = readFileSync(join(top, path), 'utf8');
    write(
      path.replace('old/', 'new/'),
      text
        .replace('promised: 5d', 'promised: 9d')
        .replace('[a, b]', '[a, b, c]')
        .replaceAll('Pay ', 'Pay now '),
    );
  }
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(top, path), text);
}

async function output(...words: string[]): Promise<string> {
  let out = '';
  const io = {
    out: (text: string) => void (out += text),
    err: () => undefined,
    input: () => '',
    cwd: top,
    env: {},
    style: plainStyle,
    width: 100,
  };
  const code = await main(words, io);
  expect(code, out).toBeLessThan(2);
  return out;
}

test.each([
  ['guide', ['guide', 'one', '--catalogue', 'old']],
  ['guide in Chinese', ['--lang', 'zh', 'guide', 'one', '--catalogue', 'old']],
  ['diff', ['diff', 'old', 'new', '--format', 'markdown', '--fail-on', 'none']],
  ['report', ['report', 'one', '--catalogue', 'old', '--format', 'markdown']],
  ['matrix', ['matrix', 'one', '--catalogue', 'old', '--format', 'markdown']],
])('no title means anything in the Markdown of %s', async (_, words) => {
  const text = await output(...words);
  // What is escaped says nothing; what is left is our own.
  const left = text.replaceAll(/\\[!-/:-@[-`{-~]/g, '');
  expect(left).not.toMatch(/@|\$|https?:\/\/|www\.|\]\(|<(?!br>)|`|!\[/);
  expect(text.replaceAll('\\', '')).not.toMatch(/@mention|#\d/);
});
