import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateCatalogue } from './generate/catalogue.js';
import { unexpected } from './known.js';
import { judgeSeed, worldsOfSeed } from './seeds.js';
import { everyNth } from '../extent.js';

/** So many catalogues, with so many worlds each. `WORLD=<seed>/<number>` plays one; the nightly run plays many more. */
const seeds = everyNth(
  2,
  Array.from({ length: 40 }, (_, index) => index + 1),
);
const one = /^(\d+)\/(\d+)$/.exec(process.env['WORLD'] ?? '');

function written(seed: number): string {
  const folder = mkdtempSync(join(tmpdir(), `onething-world-${seed}-`));
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of generateCatalogue(seed).files) writeFileSync(join(folder, path), text);
  return folder;
}

describe('a case does what its plan says, in generated worlds', () => {
  let worlds = 0;

  it.each(one === null ? seeds : [Number(one[1])])('catalogue %i', async (seed) => {
    for (const { name, faults } of await judgeSeed(seed, one === null ? worldsOfSeed : [Number(one[2])])) {
      worlds += 1;
      const replay = `WORLD=${name} npx vitest run test/world/generated.test.ts`;
      const wrong = unexpected(name, faults);
      const told = wrong.length === 0 ? '' : `The catalogue stands in ${written(seed)}. Replay: ${replay}`;
      expect(wrong, told).toEqual([]);
    }
  });

  it.skipIf(one !== null)('in nearly all that were to be made', () => {
    expect(worlds).toBeGreaterThanOrEqual(seeds.length * worldsOfSeed.length * 0.9);
  });
});
