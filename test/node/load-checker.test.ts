import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../src/check/index.js';
import { createFolderChecker, readCatalogue } from '../../src/node/index.js';

const shared = ['catalogue.yaml', 'subjects', 'materials', 'authorities', 'registries', 'calendars'];
let top = '';

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'onething-checker-'));
  for (const part of [...shared, 'bundles/pingyuan-plants', 'bundles/restaurant-opening']) {
    cpSync(join('examples/catalogue', part), join(top, part), { recursive: true });
  }
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const cold = () => checkCatalogue(readCatalogue(top));
const replace = (path: string, from: RegExp | string, to: string) =>
  writeFileSync(join(top, path), readFileSync(join(top, path), 'utf8').replace(from, to));

describe('a checker of a folder', () => {
  const block = 'bundles/restaurant-opening/signboard.yaml';

  it('reads only the file that was edited and composes only its bundles', () => {
    const checker = createFolderChecker(top);
    expect(checker.check().findings).toEqual(cold());
    replace(block, /promised: \d+/, 'promised: 44');
    const result = checker.check([block]);
    expect(result.findings).toEqual(cold());
    expect(result.documents).toBe(1);
    expect(result.composed).toEqual(['restaurant-opening']);
  });

  it('takes absolute paths, new files, deleted files, and files that are no documents', () => {
    const checker = createFolderChecker(top);
    checker.check();
    writeFileSync(join(top, 'bundles/new.yaml'), 'kind: material\nid: new-material\ntitle: New\n');
    writeFileSync(join(top, 'bundles/notes.md'), 'Notes.\n');
    const made = checker.check([join(top, 'bundles/new.yaml'), 'bundles/notes.md']);
    expect(made.catalogue.materials.has('new-material')).toBe(true);
    expect(made.documents).toBe(1);
    rmSync(join(top, 'bundles/new.yaml'));
    rmSync(join(top, block));
    const deleted = checker.check(['bundles/new.yaml', block]);
    expect(deleted.catalogue.materials.has('new-material')).toBe(false);
    expect(deleted.findings.diagnostics.map(({ code }) => code)).toContain('catalogue/unknown-reference');
    expect(deleted.findings).toEqual(cold());
  });

  it('reads everything again where a folder was moved, and finds the same', () => {
    const checker = createFolderChecker(top);
    checker.check();
    renameSync(join(top, 'bundles/pingyuan-plants'), join(top, 'bundles/elsewhere'));
    expect(checker.check(['bundles/pingyuan-plants', 'bundles/elsewhere']).findings).toEqual(cold());
    rmSync(join(top, 'bundles/elsewhere'), { recursive: true });
    const { findings } = checker.check();
    expect(findings).toEqual(cold());
    expect(findings.bundles.map(({ bundle }) => bundle)).not.toContain('pingyuan-plants');
  });

  it('recovers from a file that cannot be read as YAML', () => {
    const checker = createFolderChecker(top);
    const before = checker.check().findings;
    const text = readFileSync(join(top, block), 'utf8');
    writeFileSync(join(top, block), `${text}\n  - [`);
    const broken = checker.check([block]).findings;
    expect(broken).toEqual(cold());
    expect(broken.diagnostics.map(({ code }) => code)).toContain('documents/syntax');
    writeFileSync(join(top, block), text);
    expect(checker.check([block]).findings).toEqual(before);
  });

  it('does not follow a link that replaced a file out of the folder', () => {
    const checker = createFolderChecker(top);
    checker.check();
    const outside = mkdtempSync(join(tmpdir(), 'onething-outside-'));
    try {
      writeFileSync(join(outside, 'a.yaml'), 'kind: material\nid: outside\n');
      rmSync(join(top, block));
      symlinkSync(join(outside, 'a.yaml'), join(top, block));
      const { findings, catalogue } = checker.check([block]);
      expect(catalogue.materials.has('outside')).toBe(false);
      expect(findings.diagnostics.map(({ code }) => code)).toContain('catalogue/link-outside');
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('says that the folder is gone, and goes on when it is back', () => {
    const checker = createFolderChecker(top);
    const before = checker.check().findings;
    renameSync(top, `${top}-moved`);
    expect(() => checker.check()).toThrow(/There is no folder/);
    mkdirSync(top);
    expect(checker.check().findings.bundles).toEqual([]);
    rmSync(top, { recursive: true });
    renameSync(`${top}-moved`, top);
    expect(checker.check().findings).toEqual(before);
  });
});
