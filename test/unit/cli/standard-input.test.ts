import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.js';
import { plainStyle } from '../../../src/report/index.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onething-input-'));
  const documents = {
    catalogue: 'kind: catalogue\nid: town\nversion: 1.0.0\nignore: [answers.json]\n',
    person: 'kind: subject\nid: person\nelements: { age: { schema: { type: integer } } }\n',
    block: 'kind: block\nid: a\nroles: { owner: person }\ninputs: [ { field: owner.age } ]\n',
    bundle:
      'kind: bundle\nid: one\nroles: { owner: person }\nuses: [ { block: a }, { block: a, as: b, choice: true } ]\n',
  };
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, `${name}.yaml`), text);
  writeFileSync(join(folder, 'answers.json'), '{ "owner": { "age": 3 } }');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stream gives what it holds once. */
async function run(input: string, words: string): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  let left = input;
  const code = await main(words.split(' '), {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    input: () => {
      const text = left;
      left = '';
      return text;
    },
    cwd: folder,
    env: {},
    style: plainStyle,
    width: 100,
  });
  return { code, ...said };
}

const inputs = [
  ['YAML', 'owner:\n  age: 7\n'],
  ['JSON', '{ "owner": { "age": 7 } }'],
  ['JSON with tabs', '{\n\t"owner": {\n\t\t"age": 7\n\t}\n}'],
  ['YAML with a byte order mark', '\ufeffowner: { age: 7 }\r\n'],
  ['a case', 'kind: case\nid: c\nbundle: one\nfacts: { owner.age: 7 }\nanswers: { owner: { age: 7 } }\n'],
] as const;

const commands = [
  'resolve one --facts -',
  'resolve one --facts - --choose b=no',
  'compose one --facts - --choose b=yes --format json',
  'plan one --facts -',
  'guide one --facts -',
  'why one a --facts -',
  'project one --answers - --choose b=no',
  'project one --facts - --answers answers.json',
  'run one --known -',
];

test.each(inputs.flatMap(([name, text]) => commands.map((words) => [words, name, text] as const)))(
  '%s takes %s',
  async (words, _, text) => {
    const { code, err } = await run(text, words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  },
);

test('what the standard input says counts', async () => {
  const { out } = await run(
    'owner: { age: 7 }',
    'compose one --facts - --choose b=no --format json --part form',
  );
  const { out: other } = await run('{}', 'compose one --facts - --choose b=no --format json --part form');
  expect(out).not.toBe(other);
});

test('an empty standard input is told as what it is', async () => {
  for (const text of ['', '\n', '# nothing\n']) {
    const { code, err } = await run(text, 'resolve one --facts -');
    expect(code).toBe(2);
    expect(err).toContain('The standard input, which --facts reads, is empty.');
  }
});

test('two options cannot both read it', async () => {
  const { code, err } = await run('{}', 'project one --facts - --answers -');
  expect(code).toBe(2);
  expect(err).toMatch(/usage\/standard-input: The standard input is read for --\w+, so --\w+ cannot/);
});

test('a mistake in it has a place', async () => {
  const { code, err } = await run('owner: [', 'resolve one --facts -');
  expect(code).toBe(2);
  expect(err).toContain('standard input:1:');
});

test('answers to a run come from it too', async () => {
  const { code, err } = await run('owner: { age: 7 }\nchoices: { b: false }', 'run one --answers -');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('what is known is not answered again, and a lie about it is told', async () => {
  const { code, err } = await run('owner: { age: 7 }', 'run one --known - --lie owner.age=9');
  expect({ code, err }).toEqual({ code: 0, err: 'Not taken, since nobody asks it: /owner/age.\n' });
});
