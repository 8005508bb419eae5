import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { runCases, witnessCases } from '../../../src/testing/index.js';

const root = join(import.meta.dirname, '../../..');

/** Every catalogue that shows a fault, and the examples. */
const catalogues = [
  ...readdirSync(join(root, 'test/cases/prove')).map((name) => `test/cases/prove/${name}/wrong`),
  ...readdirSync(join(root, 'test/cases/check')).map((name) => `test/cases/check/${name}`),
  'examples/catalogue',
].filter((folder) => existsSync(join(root, folder, 'catalogue.yaml')));

/** The catalogue with further files in it. */
function withFiles(folder: string, files: readonly { path: string; text: string }[]): LoadedCatalogue {
  const read = readCatalogue(join(root, folder));
  const present = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .flatMap((path) => {
      const text = read.text(path);
      return text === undefined ? [] : [{ path, text }];
    });
  return loadCatalogue([...present, ...files]);
}

let saved = 0;

describe('every witness can be saved as a case', () => {
  test.each(catalogues)('%s', (folder) => {
    const catalogue = readCatalogue(join(root, folder));
    const found = checkCatalogue(catalogue).diagnostics;
    const cases = witnessCases(catalogue, found);
    expect(cases).toHaveLength(found.filter(({ witness }) => witness !== undefined).length);
    saved += cases.length;
    const loaded = withFiles(
      folder,
      cases.map(({ document, text }) => ({ path: `witnesses/${document.id}.yaml`, text })),
    );
    const only = (_: string, file: string) => file.startsWith('witnesses/');
    // What is written is what is meant, and passes as the check said.
    expect(runCases(loaded, { only }).cases.map(({ id, passed }) => [id, passed])).toEqual(
      cases.map(({ document }) => [document.id, true]).sort(),
    );
    for (const { document } of cases) expect(loaded.cases.get(document.id)!.document).toEqual(document);
    // Saved once, it is not saved again.
    expect(witnessCases(loaded, checkCatalogue(loaded).diagnostics)).toEqual([]);
    // Without its expectation, it fails for the reason that the check gave.
    const bare = withFiles(
      folder,
      cases.map(({ document, text }) => ({
        path: `witnesses/${document.id}.yaml`,
        text: text.slice(0, text.indexOf('\nexpect:') + 1),
      })),
    );
    for (const { id, passed, differences } of runCases(bare, { only }).cases) {
      const code = found.find(
        (one) => one.witness !== undefined && id.startsWith(`${one.code.slice(one.code.indexOf('/') + 1)}-`),
      )!;
      if (code.severity !== 'error') continue;
      expect(passed).toBe(false);
      expect(differences.map(({ message }) => message).join()).toContain(code.code);
    }
  });

  test('and there are some', () => {
    expect(saved).toBeGreaterThan(15);
  });
});
