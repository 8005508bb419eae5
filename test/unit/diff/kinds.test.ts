import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeKinds } from '../../../src/model/index.js';
import type { ChangeKind, ChangeKindEntry } from '../../../src/model/index.js';
import { messages } from '../../../src/languages/messages.js';

const root = join(import.meta.dirname, '../../..');
const reference = join(root, 'docs/reference/diff.md');
const start = '<!-- kinds: written from the list by UPDATE=1 npx vitest run test/unit/diff -->';
const end = '<!-- end of kinds -->';

/** The closed list as tables, one for each thing that a change can be about. */
function tables(): string {
  const kinds = Object.entries<ChangeKindEntry>(changeKinds);
  const abouts = [...new Set(kinds.map(([, { about }]) => about))];
  return abouts
    .map((about) => {
      const rows = kinds
        .filter(([, entry]) => entry.about === about)
        .map(([kind, { grades, level, means }]) => {
          const version = grades.includes('compatible') ? level : '–';
          return `| \`${kind}\` | ${grades.join(', ')} | ${version} | ${means} |`;
        });
      const heading = `### ${about[0]!.toUpperCase()}${about.slice(1)}`;
      return [
        heading,
        '',
        '| kind | grades | where compatible | means |',
        '| --- | --- | --- | --- |',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}

describe('the closed list of kinds', () => {
  test('is what the reference says', () => {
    const text = readFileSync(reference, 'utf8');
    const [before, rest = ''] = text.split(start);
    const after = rest.split(end)[1] ?? '\n';
    const meant = `${before}${start}\n\n${tables()}\n\n${end}${after}`;
    if (process.env['UPDATE'] === '1') writeFileSync(reference, meant);
    expect(readFileSync(reference, 'utf8')).toBe(meant);
  });

  test.each(Object.keys(changeKinds) as ChangeKind[])('%s has a sentence', (kind) => {
    const keys = Object.keys(messages).filter(
      (key) => key === `diff.${kind}` || key.startsWith(`diff.${kind}.`),
    );
    expect(keys.length).toBeGreaterThan(0);
  });

  test('every grade that a kind may have is one of three, and a compatible one says what it adds', () => {
    for (const [kind, { grades, level }] of Object.entries<ChangeKindEntry>(changeKinds)) {
      expect(grades.length, kind).toBeGreaterThan(0);
      if (level === 'detail') expect(grades, kind).toEqual(['compatible']);
    }
  });
});

/** Kinds that the graded pairs of catalogues show. */
function shownKinds(): Set<string> {
  const top = join(root, 'test/cases/diff');
  const transcripts = readdirSync(top).flatMap((name) => {
    const file = join(top, name, 'expected.txt');
    return existsSync(file) ? [readFileSync(file, 'utf8')] : [];
  });
  return new Set(
    transcripts.flatMap((text) => [...text.matchAll(/\[([a-z-]+)\]/g)].map(([, kind]) => kind!)),
  );
}

describe('the graded pairs', () => {
  test('are twenty at least, with old and new', () => {
    const top = join(root, 'test/cases/diff');
    const pairs = readdirSync(top).filter(
      (name) => existsSync(join(top, name, 'old')) && existsSync(join(top, name, 'new')),
    );
    expect(pairs.length).toBeGreaterThanOrEqual(20);
  });

  test('show kinds of every part of the list', () => {
    const shown = shownKinds();
    const abouts = new Set(
      Object.entries<ChangeKindEntry>(changeKinds).flatMap(([kind, { about }]) =>
        shown.has(kind) ? [about] : [],
      ),
    );
    expect([...abouts].sort()).toEqual(['catalogue', 'form', 'outcome', 'plan', 'running cases', 'terms']);
  });
});
