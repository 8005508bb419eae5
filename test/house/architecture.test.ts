import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { floors } from './floors.js';

const architecture = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');

/** The rooms that the picture of ARCHITECTURE.md shows on each floor, lowest first. */
function drawnFloors(): string[][] {
  const picture = /```\n(floor [\s\S]*?)```/.exec(architecture)![1]!;
  const drawn: string[][] = [];
  for (const line of picture.trimEnd().split('\n')) {
    if (line.startsWith('floor')) drawn.unshift([]);
    const columns = line
      .replace(/^floor \d+/, '')
      .trim()
      .split(/ {2,}/);
    // Rooms and their purposes take turns on a line.
    drawn[0]!.push(...columns.filter((_, index) => index % 2 === 0));
  }
  return drawn;
}

test('ARCHITECTURE.md draws the floors that the rules hold', () => {
  expect(drawnFloors().map((rooms) => rooms.sort())).toEqual(floors.map((rooms) => [...rooms].sort()));
});

test('every folder of src is a room on a floor', () => {
  const folders = readdirSync(new URL('../../src', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(floors.flat().sort());
});

test('no comment repeats the number of a floor', () => {
  const numbered = readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /\bfloor \d/i.test(readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')),
    );
  expect(numbered).toEqual([]);
});

test('every file that ARCHITECTURE.md names is there', () => {
  const named = [...architecture.matchAll(/`([a-z-]+\/[a-z/-]+\.ts)`/g)].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !existsSync(new URL(`../../src/${file}`, import.meta.url)))).toEqual([]);
});
