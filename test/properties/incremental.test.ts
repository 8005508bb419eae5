import { describe, expect, it } from 'vitest';
import { generateCatalogue } from '../../bench/scale/generate.js';
import { Random } from '../../bench/scale/random.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { SourceFile } from '../../src/catalogue/index.js';
import { checkCatalogue, createChecker } from '../../src/check/index.js';
import type { FileChange } from '../../src/check/index.js';
import { draws } from '../extent.js';

const runs = draws(2, 4);
const seed = Number(process.env['LAW_SEED'] ?? 1);
const editsPerRun = 10;

/** The files of a small catalogue that anything depends on, and a few beside them. */
function smallCatalogue(random: Random): Map<string, string> {
  const all = [...generateCatalogue(114, random.between(1, 1_000_000))];
  const files = new Map(all.map(({ path, text }) => [path, text]));
  for (const path of files.keys()) {
    if (path.startsWith('matters/') && !path.includes('thing-') && random.chance(0.85)) files.delete(path);
  }
  return files;
}

/** What somebody might do to a file, not all of it sensible. */
function edited(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.between(0, lines.length - 1);
  const words = text.match(/[\p{L}\d-]{3,}/gu) ?? ['x'];
  switch (random.between(0, 6)) {
    case 0:
      return `# Looked at again.\n${text}`;
    case 1:
      return lines.toSpliced(at, 1).join('\n');
    case 2:
      return lines.toSpliced(at, 0, lines[at]!).join('\n');
    case 3:
      return text.replace(random.pick(words), random.pick(words));
    case 4:
      return text.replace(/\d+/, () => String(random.between(0, 60)));
    case 5:
      return text.replace(/^id: .*$/m, `id: other-${random.between(0, 3)}`);
    default:
      return `${text}: [`;
  }
}

/** An edit of the files, applied to them and told as a change. */
function edit(files: Map<string, string>, original: ReadonlyMap<string, string>, random: Random): FileChange {
  const inBundles = [...original.keys()].filter((path) => /thing-|person|catalogue\.yaml/.test(path));
  const path = random.chance(0.7) ? random.pick(inBundles) : random.pick([...original.keys()]);
  const known = files.get(path);
  if (known === undefined || random.chance(0.2)) {
    const text = original.get(path)!;
    files.set(path, text);
    return { path, text };
  }
  if (random.chance(0.1)) {
    files.delete(path);
    return { path, removed: true };
  }
  const place = random.chance(0.1) ? `copies/${path}` : path;
  const text = edited(known, random);
  files.set(place, text);
  return { path: place, text };
}

const sourcesOf = (files: ReadonlyMap<string, string>): SourceFile[] =>
  [...files].map(([path, text]) => ({ path, text }));

describe('a checker', () => {
  for (let run = 0; run < runs; run++) {
    it(`finds after each edit what a check from the beginning finds (seed ${seed + run})`, () => {
      const random = new Random(seed + run);
      const original = smallCatalogue(random);
      const files = new Map(original);
      const checker = createChecker(sourcesOf(files));
      let taken = 0;
      for (let number = 0; number <= editsPerRun; number++) {
        const changes = number === 0 ? [] : [edit(files, original, random)];
        const { findings, catalogue, composed } = checker.check(changes);
        const cold = checkCatalogue(loadCatalogue(sourcesOf(files)));
        expect(findings).toEqual(cold);
        taken += catalogue.bundles.size - composed.length;
      }
      // Else nothing was remembered and the law says nothing.
      expect(taken).toBeGreaterThan(0);
    });
  }

  it('parses only what has changed and composes only what it touches', () => {
    const files = new Map([...generateCatalogue(230, 7)].map(({ path, text }) => [path, text]));
    const checker = createChecker(sourcesOf(files));
    const first = checker.check();
    expect(first.composed).toEqual(['one-thing-0', 'one-thing-1', 'one-thing-2']);
    expect(first.documents).toBe(files.size);
    expect(checker.check().composed).toEqual([]);

    const path = 'matters/thing-1/thing-1-0.yaml';
    const text = files.get(path)!.replace(/promised: \d+wd/, 'promised: 60wd');
    const second = checker.check([{ path, text }]);
    expect(second.composed).toEqual(['one-thing-1']);
    expect(second.documents).toBe(1);

    const same = checker.check([{ path, text: Buffer.from(text).toString() }]);
    expect(same.composed).toEqual([]);
    expect(same.documents).toBe(0);
  });
});
