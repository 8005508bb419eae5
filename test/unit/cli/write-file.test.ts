import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/messages/index.js';
import { writeFiles } from '../../../src/cli/output/write-file.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'onething-write-'));
  writeFileSync(join(cwd, 'a.yaml'), 'old a', { mode: 0o640 });
  writeFileSync(join(cwd, 'b.yaml'), 'old b');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const texts = new Map([
  ['a.yaml', 'new a'],
  ['deep/er/new.yaml', 'new file'],
  ['b.yaml', 'new b'],
]);
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

/** Moves as the disk does, but for the ones that are to fail. */
function failing(fails: (from: string, to: string) => boolean) {
  return {
    rename: (from: string, to: string) => {
      if (fails(from, to)) throw Object.assign(new Error('no'), { code: 'EACCES' });
      renameSync(from, to);
    },
  };
}

function errorOf(work: () => void): UsageError {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('several files', () => {
  test('are all written, with the rights that they had, and nothing is left beside them', () => {
    writeFiles(texts, { cwd });
    expect(['a.yaml', 'b.yaml', 'deep/er/new.yaml'].map(read)).toEqual(['new a', 'new b', 'new file']);
    expect(statSync(join(cwd, 'a.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'b.yaml', 'deep']);
    expect(readdirSync(join(cwd, 'deep/er'))).toEqual(['new.yaml']);
  });

  test('are as they were where the last one cannot be put in place', () => {
    const before = statSync(join(cwd, 'a.yaml')).ino;
    const error = errorOf(() =>
      writeFiles(
        texts,
        { cwd },
        failing((_, to) => to.endsWith('b.yaml')),
      ),
    );
    expect(error.message).toBe('The file "b.yaml" cannot be written: it may not be written.');
    expect(['a.yaml', 'b.yaml'].map(read)).toEqual(['old a', 'old b']);
    // The very same file has come back, not a copy of it.
    expect(statSync(join(cwd, 'a.yaml')).ino).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  test('are untouched where one of them is a folder', () => {
    const error = errorOf(() => writeFiles(new Map([...texts, ['.', 'x']]), { cwd }));
    expect(error.message).toContain('it is a folder');
    expect(['a.yaml', 'b.yaml'].map(read)).toEqual(['old a', 'old b']);
    expect(existsSync(join(cwd, 'deep'))).toBe(false);
  });

  test('that cannot be taken back are named, with where their old text is', () => {
    let moves = 0;
    const error = errorOf(() =>
      writeFiles(
        texts,
        { cwd },
        failing(() => ++moves > 2),
      ),
    );
    expect(error.message).toContain('"a.yaml" (before: "');
    const [, old] = /"a\.yaml" \(before: "([^"]+)"\)/.exec(error.message) ?? [];
    expect(readFileSync(old!, 'utf8')).toBe('old a');
    expect(read('a.yaml')).toBe('new a');
    expect(read('b.yaml')).toBe('old b');
    expect(existsSync(join(cwd, 'deep'))).toBe(false);
  });
});

test('folders that were made for several files go again', () => {
  const several = new Map([
    ['deep/er/one.yaml', '1'],
    ['deep/er/two.yaml', '2'],
    ['b.yaml', 'new b'],
  ]);
  errorOf(() =>
    writeFiles(
      several,
      { cwd },
      failing((_, to) => to.endsWith('b.yaml')),
    ),
  );
  expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'b.yaml']);
});

test('what is no file is written to, and not replaced', () => {
  writeFiles(
    new Map([
      ['/dev/null', 'away'],
      ['a.yaml', 'new a'],
    ]),
    { cwd },
  );
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  expect(read('a.yaml')).toBe('new a');
});

test('a link stays a link, and what it leads to is written', () => {
  symlinkSync(join(cwd, 'a.yaml'), join(cwd, 'link.yaml'));
  writeFiles(new Map([['link.yaml', 'through']]), { cwd });
  expect(read('a.yaml')).toBe('through');
  expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
});
