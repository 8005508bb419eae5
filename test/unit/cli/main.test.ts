import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvariantError } from '../../../src/base/index.js';
import { UsageError } from '../../../src/messages/index.js';
import { exitCodes, reportFailure } from '../../../src/cli/command/exit.js';
import type { Io } from '../../../src/cli/io.js';
import { main } from '../../../src/cli/main.js';
import { plainStyle } from '../../../src/report/index.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onething-cli-'));
  const documents = {
    catalogue: 'kind: catalogue\nid: town\nversion: 1.0.0\nlocales: [en, zh]\n',
    person:
      'kind: subject\nid: person\nelements:\n' +
      '  phone: { title: { en: Phone, zh: 电话 }, schema: { type: string } }\n' +
      '  age: { title: { en: Age, zh: 年龄 }, schema: { type: integer } }\n',
    block:
      'kind: block\nid: a\ntitle: { en: A, zh: 甲 }\nroles: { owner: person }\ninputs: [ { field: owner.phone }, { field: owner.age } ]\n',
    bundle:
      'kind: bundle\nid: one\ntitle: { en: One, zh: 一 }\nroles: { owner: person }\nuses: [ { block: a } ]\n',
  };
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, `${name}.yaml`), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fakeIo(over: Partial<Io> = {}): Io & { said: { out: string; err: string; shown: string } } {
  const said = { out: '', err: '', shown: '' };
  return {
    said,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    input: () => '{}',
    cwd: folder,
    env: {},
    style: plainStyle,
    width: 100,
    ...over,
  };
}

describe('the exit code', () => {
  test('of a mistake of the caller is 2, with what to do', () => {
    const io = fakeIo();
    expect(
      reportFailure(
        new UsageError(
          { code: 'usage/x', message: 'No.', args: {} },
          { code: 'usage/x', variant: 'help', message: 'Do this.', args: {} },
        ),
        io,
      ),
    ).toBe(exitCodes.usage);
    expect(io.said.err).toBe('error usage/x: No.\n  Do this.\n');
  });

  test.each([new InvariantError('Two steps have one name.'), new TypeError('x is not a function'), 'a text'])(
    'of a mistake of ours is 70, without a stack: %s',
    (error) => {
      const io = fakeIo();
      expect(reportFailure(error, io)).toBe(exitCodes.bug);
      expect(io.said.err).toContain('This is a bug in onething.');
      expect(io.said.err).not.toMatch(/\n\s+at /);
    },
  );

  test('comes with the stack where it is asked for', () => {
    const io = fakeIo({ env: { ONETHING_DEBUG: '1' } });
    reportFailure(new TypeError('x'), io);
    expect(io.said.err).toMatch(/\n\s+at /);
  });
});

describe('a value on the command line', () => {
  async function factsOf(...facts: string[]): Promise<unknown> {
    const io = fakeIo();
    const words = facts.flatMap((fact) => ['--fact', fact]);
    expect(await main(['compose', 'one', '--format', 'json', ...words], io)).toBe(0);
    return (JSON.parse(io.said.out) as { facts: unknown }).facts;
  }

  test('is a text where the element takes texts, and a number where it takes numbers', async () => {
    expect(await factsOf('owner.phone=013', 'owner.age=13')).toEqual({ owner: { phone: '013', age: 13 } });
  });

  test('may hold an equals sign', async () => {
    expect(await factsOf('owner.phone=a=b')).toEqual({ owner: { phone: 'a=b' } });
  });
});

describe('the language', () => {
  async function headOf(env: Io['env'], ...words: string[]): Promise<string> {
    const io = fakeIo({ env });
    await main(['compose', 'one', ...words], io);
    return io.said.out.split(' ')[0]!;
  }

  test('follows the environment, and the flag before it', async () => {
    expect(await headOf({})).toBe('One');
    expect(await headOf({ LANG: 'zh_CN.UTF-8' })).toBe('一');
    expect(await headOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe('One');
    expect(await headOf({ LANG: 'fr_FR.UTF-8' })).toBe('One');
    expect(await headOf({ LANG: 'zh_CN.UTF-8' }, '--locale', 'en')).toBe('One');
  });

  test('of a document for machines does not', async () => {
    const plain = fakeIo();
    const chinese = fakeIo({ env: { LANG: 'zh_CN.UTF-8' } });
    await main(['compose', 'one', '--format', 'json'], plain);
    await main(['compose', 'one', '--format', 'json'], chinese);
    expect(chinese.said.out).toBe(plain.said.out);
  });
});

test('a document for machines says in Chinese what --lang asks for, and keeps codes and values', async () => {
  const answers = { owner: { phone: 1, age: 'x' } };
  const io = fakeIo({ input: () => JSON.stringify(answers) });
  await main(['project', 'one', '--answers', '-', '--format', 'json', '--lang', 'zh'], io);
  const { steps } = JSON.parse(io.said.out) as { steps: { issues: { code: string; message: string }[] }[] };
  expect(steps[0]!.issues.length).toBeGreaterThan(0);
  for (const { code, message } of steps[0]!.issues) {
    expect(code).toBe('value.type');
    expect(message).toMatch(/^该值的类型应为 (string|integer)。$/);
  }
});

test('progress is shown only to whoever looks, and is wiped away', async () => {
  const shown: string[] = [];
  const io = fakeIo({ progress: (text) => void shown.push(text) });
  expect(await main(['check'], io)).toBe(0);
  expect(shown.at(-1)).toBe('');
  expect(shown.some((text) => text.includes('one'))).toBe(true);
  expect(io.said.err).toBe('');
});

test('colours are painted where a style is given, and only there', async () => {
  const io = fakeIo({ style: { ...plainStyle, bold: (text) => `<b>${text}</b>` } });
  await main(['compose', 'one'], io);
  expect(io.said.out).toContain('<b>One</b>');
  const machine = fakeIo({ style: io.style });
  await main(['compose', 'one', '--format', 'json'], machine);
  expect(machine.said.out).not.toContain('<b>');
});

test('a catalogue is found from a folder below it', async () => {
  const io = fakeIo({ cwd: mkdtempSync(join(folder, 'deep-')) });
  expect(await main(['compose', 'one'], io)).toBe(0);
});
