import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { conditions } from './newcomers/conditions.js';
import { documents } from './newcomers/documents.js';
import { meanings } from './newcomers/meanings.js';
import type { Mistake } from './newcomers/mistake.js';
import { spelling } from './newcomers/spelling.js';
import { town } from './newcomers/town.js';
import { typing } from './newcomers/typing.js';

const corpus = { spelling, typing, conditions, documents, meanings };

const findingsOf = (files: Readonly<Record<string, string>>) =>
  checkCatalogue(loadCatalogue(Object.entries(files).map(([path, text]) => ({ path, text })))).diagnostics;

/** Everything that a finding tells its reader. */
const wordsOf = ({ message, help, fixes = [], related }: Diagnostic) =>
  [
    message,
    help?.message,
    ...fixes.map(({ title }) => title.message),
    ...related.map((one) => one.message),
  ].join('\n');

function told({ file, from, to, ...rest }: Mistake): string[] {
  const text = town[file]!;
  expect(text).toContain(from);
  const files = { ...town, [file]: text.replace(from, () => to) };
  return findingsOf(files).map((finding) => {
    const { code, at } = finding;
    const line = files[at.file]!.split('\n')[at.range!.start.line - 1]!;
    const place = at.file === (rest.at ?? file) && line.includes(rest.line ?? to.split('\n')[0]!.trim());
    const words = wordsOf(finding);
    return `${code}${place ? '' : ` at ${at.file}:${at.range!.start.line} ${line}`}${rest.isOpen === true || words.includes(rest.says) ? '' : ` without ${rest.says}: ${words}`}`;
  });
}

it('there are at least 200 mistakes, and more than 95 of 100 have a remedy', () => {
  const mistakes: Mistake[] = Object.values(corpus).flat();
  expect(mistakes.length).toBeGreaterThan(200);
  expect(mistakes.filter(({ isOpen }) => isOpen).length / mistakes.length).toBeLessThan(0.05);
});

it('nothing is wrong with the town itself', () => {
  expect(findingsOf(town)).toEqual([]);
});

describe.each(Object.entries(corpus))('mistakes of %s', (_, mistakes: Mistake[]) => {
  it.each(mistakes.map((one) => [one.file, one.to, one] as const))('%s: %s', (_file, _to, one) => {
    expect(told(one)).toEqual([one.code]);
  });
});
