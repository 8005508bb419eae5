/**
 * Whatever the sources can say to a person is said in Chinese as well: sentences are read out of the sources themselves,
 * so that a new one without a translation fails here.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { inItsLanguage } from '../../../src/cli/language.js';
import { createProgram } from '../../../src/cli/program.js';
import { main } from '../../../src/cli/main.js';
import type { Io } from '../../../src/cli/io.js';
import { codes } from '../../../src/diagnostics/index.js';
import { translate } from '../../../src/messages/index.js';
import { plainStyle } from '../../../src/report/index.js';
import { englishWordsIn } from './english-words.js';
import { hole, sourcesIn, spokenIn } from './sentences.js';
import type { Sentence } from './sentences.js';

const sources = join(import.meta.dirname, '..', '..', '..', 'src');
const hasHan = /\p{Script=Han}/u;

/** Texts that are made of others, each of which is looked for where it is made. */
const madeOfOthers = new Set([hole, `${hole}:${hole}:${hole}: ${hole}`]);

function untranslated(sentences: readonly Sentence[]): string[] {
  return sentences
    .filter(({ text }) => !madeOfOthers.has(text))
    .filter(({ text }) => {
      const chinese = translate(text.replaceAll(hole, '7'), 'zh');
      return !hasHan.test(chinese) || englishWordsIn(chinese).length > 0;
    })
    .map(({ text, at }) => `${at}: ${text}`);
}

function callsOf(name: string, ...places: readonly number[]) {
  return (node: ts.Node): (ts.Expression | undefined)[] =>
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === name
      ? places.map((place) => node.arguments?.[place])
      : [];
}

/** What lower floors hand to findings beside the message of the code. */
function besidesMessage(node: ts.Node): ts.Expression[] {
  return ts.isPropertyAssignment(node) && ['help', 'message'].includes(node.name.getText())
    ? [node.initializer]
    : [];
}

describe('in Chinese as well', () => {
  test('every mistake of the caller, and what helps', () => {
    const found = sourcesIn(sources, 'UsageError(').flatMap((source) =>
      spokenIn(source, callsOf('UsageError', 1, 2)),
    );
    expect(found.length).toBeGreaterThan(150);
    expect(untranslated(found)).toEqual([]);
  });

  test('every refusal of the machine', () => {
    const found = sourcesIn(join(sources, 'runtime'), 'refuse(').flatMap((source) =>
      spokenIn(source, callsOf('refuse', 1)),
    );
    expect(found.length).toBeGreaterThan(30);
    expect(untranslated(found)).toEqual([]);
  });

  test.each(['catalogue', 'compose', 'prove', 'check', 'diff', 'documents'])(
    'every help and every contributor of a finding of %s',
    (room) => {
      const found = sourcesIn(join(sources, room), 'help:', 'message:').flatMap((source) =>
        spokenIn(source, besidesMessage),
      );
      expect(untranslated(found)).toEqual([]);
    },
  );

  test('why each code matters', () => {
    const missing = Object.entries(codes).filter(([, { whyZh }]) => !hasHan.test(whyZh));
    expect(missing.map(([code]) => code)).toEqual([]);
  });
});

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
    [['compse'], '错误：没有命令“compse”\n（是否指 compose？）'],
    [['compose'], '错误：缺少参数“一件事”'],
    [['compose', 'x', '--part', 'q'], '错误：选项“--part <部分>”的值不能是“q”。'],
    [['plan', 'x', 'y', 'z'], '错误：“plan”的参数过多：应为 1 个，实为 3 个。'],
    [['project', 'x'], '错误：未指定必需的选项“--answers <文件>”'],
    [['plan', '--cut'], '错误：选项“--cut <前:后>”缺少值'],
    [['plan', 'x', '--fromat', 'json'], '错误：没有选项“--fromat”\n（是否指 --format？）'],
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
