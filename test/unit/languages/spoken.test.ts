/**
 * Whatever the sources can say to a person is said in Chinese as well: sentences are read out of the sources themselves,
 * so that a new one without a translation fails here.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { codes } from '../../../src/diagnostics/index.js';
import { translate } from '../../../src/languages/index.js';
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
    expect(untranslated(found)).toEqual([]);
  });

  test('whatever fails outside, and what helps', () => {
    const found = sourcesIn(sources, 'UnavailableError(').flatMap((source) => [
      ...spokenIn(source, callsOf('UnavailableError', 1)),
      ...spokenIn(source, besidesMessage),
    ]);
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
