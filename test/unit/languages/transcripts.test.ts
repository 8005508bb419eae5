/**
 * Runs commands of the cases in Chinese, and asks each for its help: but for what stands in the documents themselves, no
 * line holds an English word.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../../src/base/index.js';
import type { JsonValue } from '../../../src/base/index.js';
import type { Io } from '../../../src/cli/io.js';
import { inItsLanguage } from '../../../src/cli/options/language.js';
import { main } from '../../../src/cli/main.js';
import { createProgram } from '../../../src/cli/program.js';
import { plainStyle } from '../../../src/report/index.js';
import { englishWordsIn } from './english-words.js';

const hasHan = /\p{Script=Han}/u;
const cases = join(import.meta.dirname, '..', '..', 'cases');

/** A few of each command, with every kind of text among them. */
const sample = [
  'build/packed-and-refused',
  'check/accepted',
  'check/cycle-of-three-among-thirty',
  'check/forty-faults',
  'check/newcomer-mistakes',
  'check/warnings',
  'compose/produced-by-a-chosen-block',
  'compose/usage-mistakes',
  'diff/one-more-material',
  'diff/order-and-time',
  'diff/situation-not-served',
  'diff/usage-mistakes',
  'explain/codes',
  'plan/faster',
  'plan/places',
  'plan/two-steps',
  'project/own-inputs-and-nothing-else',
  'project/twins',
  'prove/cycle-in-one-situation',
  'prove/deadlock-of-three',
  'prove/idle-alternative',
  'prove/late-unproduced',
  'prove/no-origin',
  'prove/one-of-gap',
  'prove/prerequisite-excluded',
  'prove/undecided',
  'prove/unreachable-output',
  'report/worst-case',
  'test/golden',
  'why/published',
];

/** What a command line writes, or says in a language or a format of its own, is looked at elsewhere. */
const elsewhere = / --(format (?!text)|locale|lang|output|update|fix|save-findings|part ui|help)/;

test.each(sample)('%s in Chinese', async (name) => {
  const folder = join(cases, name);
  const content = contentOf(folder, ...(name === 'why/published' ? [join(cases, 'plan', 'places')] : []));
  const found: string[] = [];
  const lines = readFileSync(join(folder, 'cmd'), 'utf8').split('\n');
  for (const line of lines) {
    if (!line.startsWith('onething') || elsewhere.test(line)) continue;
    for (const said of sentencesOf(await run(line, folder))) {
      const words = englishWordsIn(said, content);
      if (words.length > 0) found.push(`${line}: ${said.trim()} (${words.join(', ')})`);
    }
  }
  expect(found).toEqual([]);
});

async function run(line: string, folder: string): Promise<string> {
  const [command = '', input] = line.split(' < ');
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  let text = '';
  const out = (more: string) => void (text += more);
  const io: Io = {
    out,
    err: out,
    input: () => (input === undefined ? '' : readFileSync(join(folder, input.trim()))),
    cwd: folder,
    env: { LANG: 'zh_CN.UTF-8' },
    style: plainStyle,
    // A title is found as long as it stands in one line.
    width: 2000,
    now: () => new Date(2026, 10, 22, 12),
  };
  await main(words.slice(1), io);
  return text;
}

/** What a command says in lines of its own: without lines of documents and without JSON. */
function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, number, framed] = /^\s*(\d*)\s*│(.*)$/.exec(line) ?? [];
    if (framed !== undefined) return number === '' ? (/^\s*[\^-]+ (.*)$/.exec(framed)?.[1] ?? []) : [];
    return /^\s*["{}[\]]/.test(line) ? [] : [line];
  });
}

/** Every text that the documents below folders hold, and every name that they give to something. */
function contentOf(...folders: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (value: JsonValue): void => {
    if (typeof value === 'string') for (const one of [value, ...value.split('.')]) found.add(one);
    else if (Array.isArray(value)) value.forEach(add);
    else if (isObject(value)) {
      for (const [key, part] of Object.entries(value)) {
        if (key === 'kind') continue;
        if (['elements', 'roles', 'labels', 'choices', 'facts', 'answers'].includes(key) && isObject(part))
          for (const name of Object.keys(part)) found.add(name);
        add(part);
      }
    }
  };
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  for (const file of files.filter((one) => one.endsWith('.yaml'))) {
    const text = readFileSync(file, 'utf8');
    try {
      add(load(text) as JsonValue);
    } catch {
      // What another parser does not take still names fields.
      for (const [name] of text.matchAll(/[a-z]\w*\.\w+/gi)) add(name);
    }
  }
  return found;
}

describe('help in Chinese', () => {
  const printed = async (env: Record<string, string>, ...words: string[]): Promise<string> => {
    let text = '';
    const out = (more: string) => void (text += more);
    const io: Io = { out, err: out, input: () => '', cwd: '/', env, style: plainStyle, width: 100 };
    await main(words, io);
    return text;
  };

  test('of every command, by the option and by the environment', async () => {
    const io = {
      out: () => {},
      err: () => {},
      input: () => '',
      cwd: '/',
      env: {},
      style: plainStyle,
      width: 100,
    };
    const program = await createProgram([], inItsLanguage(io, []), () => {});
    const paths = program.commands.flatMap((command) => [
      [command.name()],
      ...command.commands.map((inner) => [command.name(), inner.name()]),
    ]);
    expect(paths.length).toBeGreaterThan(17);
    expect(await printed({ LANG: 'en_GB.UTF-8' }, 'plan', '--help', '--lang', 'zh')).toBe(
      await printed({ LANG: 'zh_CN.UTF-8' }, 'plan', '--help'),
    );
    const found: string[] = [];
    for (const path of [[], ...paths]) {
      const text = await printed({ LANG: 'zh_CN.UTF-8' }, ...path, '--help');
      expect(await printed({ LANG: 'en_GB.UTF-8' }, ...path, '--help', '--lang', 'zh')).toBe(text);
      for (const line of text.split('\n')) {
        const told = line
          .replace(/^ {2}\$ onething .*? {3}/, '')
          .replace(/^用法： onething[a-z ]*/, '')
          .replace(/^ {2}[a-z]+(?= )/, '');
        const words = englishWordsIn(told, ['employee', 'hundred']);
        if (words.length > 0) found.push(`${path.join(' ')}: ${line.trim()} (${words.join(', ')})`);
      }
    }
    expect(found).toEqual([]);
  });

  test.each([
    [['compse'], '错误：没有命令“compse”\n（是否指“compose”？）'],
    [['compose'], '错误：缺少参数“一件事”'],
    [['compose', 'x', '--part', 'q'], '错误：选项“--part <部分>”的值不能是“q”。'],
    [['plan', 'x', 'y', 'z'], '错误：“plan”的参数过多：应为 1 个，实为 3 个。'],
    [['project', 'x'], '错误：未指定必需的选项“--answers <文件>”'],
    [['plan', '--cut'], '错误：选项“--cut <前:后>”缺少值'],
    [['plan', 'x', '--fromat', 'json'], '错误：没有选项“--fromat”\n（是否指“--format”？）'],
  ])('mistakes on the command line: %j', async (words, said) => {
    const text = await printed({ LC_ALL: 'zh_CN.UTF-8' }, ...words);
    expect(text.startsWith(said), text).toBe(true);
    expect(await printed({}, ...words)).not.toMatch(hasHan);
  });

  test('lines end where Chinese ends them', async () => {
    const text = await printed({ LANG: 'zh' }, 'guide', '--help');
    for (const line of text.split('\n')) expect(line.trim()).not.toMatch(/^[，。；：、）”]/);
  });
});
