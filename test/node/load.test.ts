import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/messages/index.js';
import { readCatalogue } from '../../src/node/index.js';
import { findings } from '../unit/catalogue/load.js';

let top: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'onething-'));
});

afterEach(() => {
  rmSync(top, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
}

const manifest = (id: string, ...imports: string[]): string =>
  `kind: catalogue\nid: ${id}\nversion: 1.0.0\n${imports.length === 0 ? '' : `imports: ${JSON.stringify(imports)}\n`}`;
const material = (id: string): string => `kind: material\nid: ${id}\n`;

describe('a folder', () => {
  it('is read to its depths; files of other tools and hidden ones are left out', () => {
    write({
      'catalogue.yaml': manifest('c'),
      'deep/er/m.yml': material('m'),
      '材料/租赁.yaml': material('租赁'),
      'n.json': '{"kind": "material", "id": "n"}',
      'README.md': 'kind: material',
      'package.json': '{}',
      'package-lock.json': '{}',
      'tsconfig.json': '{}',
      '.vscode/settings.json': '{}',
      '.hidden.yaml': 'x',
      'node_modules/p/catalogue.yaml': manifest('p'),
    });
    const loaded = readCatalogue(top);
    expect(findings(loaded)).toEqual([]);
    expect([...loaded.materials.values()].map(({ file }) => file)).toEqual([
      'deep/er/m.yml',
      'n.json',
      '材料/租赁.yaml',
    ]);
  });

  it('that is not there is a mistake of the caller', () => {
    write({ 'a.yaml': '' });
    expect(() => readCatalogue(join(top, 'nowhere'))).toThrow(UsageError);
    expect(() => readCatalogue(join(top, 'a.yaml'))).toThrow(UsageError);
    expect(() => readCatalogue(top, { boundary: join(top, 'nowhere') })).toThrow(UsageError);
  });

  it('with a file that may not be read gives all the others', () => {
    write({ 'good.yaml': material('good'), 'locked.yaml': material('locked') });
    chmodSync(join(top, 'locked.yaml'), 0);
    const loaded = unprivileged(() => readCatalogue(top));
    expect(loaded.diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['catalogue/unreadable', { reason: { literal: 'EACCES' } }],
    ]);
    expect([...loaded.materials.keys()]).toEqual(['good']);
  });

  it('that is empty gives an empty catalogue', () => {
    expect(readCatalogue(top).materials.size).toBe(0);
  });

  it('with every kind of bad file still gives all the others', () => {
    write({
      'good.yaml': material('good'),
      'empty.yaml': '',
      'latin.yaml': new Uint8Array([107, 0xe9, 10]),
      'several.yaml': `${material('first')}---\n${material('second')}`,
      'deep.yaml': '['.repeat(100_000),
      'broken.json': '{"kind": ',
      'bomb.yaml': `a: &a [${'x,'.repeat(400)}]\nb: &b [${'*a,'.repeat(400)}]\nc: [${'*b,'.repeat(400)}]`,
      'pattern.yaml': 'kind: subject\nid: s\nelements: { x: { schema: { pattern: "^(a|a)*$" } } }',
    });
    writeFileSync(join(top, 'huge.yaml'), '');
    truncateSync(join(top, 'huge.yaml'), 50 * 1024 * 1024);
    const loaded = readCatalogue(top);
    expect(findings(loaded).map((line) => line.replace(/:.*/, ''))).toEqual([
      'documents/alias-bomb bomb.yaml',
      'documents/syntax broken.json',
      'documents/too-deep deep.yaml',
      'documents/empty empty.yaml',
      'documents/too-large huge.yaml',
      'documents/not-utf-8 latin.yaml',
      'schema/pattern-explodes pattern.yaml',
      'documents/several several.yaml',
    ]);
    expect([...loaded.materials.keys()]).toEqual(['first', 'good']);
    expect(loaded.diagnostics.find(({ code }) => code === 'documents/too-large')!.args['size']).toEqual({
      literal: '50.0 MB',
    });
  });
});

describe('symbolic links', () => {
  it('that lead out of the folder are not followed', () => {
    write({ 'inside/m.yaml': material('m'), 'outside/secret.yaml': material('secret') });
    symlinkSync(join(top, 'outside/secret.yaml'), join(top, 'inside/link.yaml'));
    symlinkSync(join(top, 'outside'), join(top, 'inside/folder'));
    symlinkSync(join(top, 'nowhere'), join(top, 'inside/broken.yaml'));
    const loaded = readCatalogue(join(top, 'inside'));
    expect(findings(loaded)).toEqual([
      'catalogue/link-outside broken.yaml:?:?',
      'catalogue/link-outside folder:?:?',
      'catalogue/link-outside link.yaml:?:?',
    ]);
    expect([...loaded.materials.keys()]).toEqual(['m']);
  });

  it('within the folder are followed, each target once, also in a ring', () => {
    write({ 'a/m.yaml': material('m') });
    symlinkSync(join(top, 'a'), join(top, 'a/again'));
    symlinkSync(join(top, 'a/m.yaml'), join(top, 'n.yaml'));
    const loaded = readCatalogue(top);
    expect(findings(loaded)).toEqual([]);
    expect(loaded.materials.size).toBe(1);
  });

  it('the folder itself may be reached by one', () => {
    write({ 'a/m.yaml': material('m') });
    symlinkSync(join(top, 'a'), join(top, 'link'));
    expect(readCatalogue(join(top, 'link')).materials.size).toBe(1);
  });
});

describe('imports', () => {
  it('of a relative folder within the project', () => {
    write({
      'package.json': '{}',
      'city/catalogue.yaml': manifest('city', '../shared'),
      'shared/catalogue.yaml': manifest('shared'),
      'shared/m.yaml': material('m'),
    });
    const loaded = readCatalogue(join(top, 'city'));
    expect(findings(loaded)).toEqual([]);
    expect(loaded.materials.get('m')!.file).toBe('../shared/m.yaml');
  });

  it('may not lead out of the boundary, in whatever way', () => {
    write({
      'project/package.json': '{}',
      'project/catalogue.yaml': manifest('c', '../outside', './link', './a/../../outside'),
      'outside/catalogue.yaml': manifest('o'),
      'outside/m.yaml': material('m'),
    });
    symlinkSync(join(top, 'outside'), join(top, 'project/link'));
    const loaded = readCatalogue(join(top, 'project'));
    expect(findings(loaded).filter((line) => line.startsWith('catalogue/import-outside'))).toHaveLength(3);
    expect(loaded.materials.size).toBe(0);
    expect(readCatalogue(join(top, 'project'), { boundary: top }).materials.size).toBe(1);
  });

  it('of npm packages, with and without a scope, at the top or in a folder of theirs', () => {
    write({
      'project/package.json': '{}',
      'project/city/catalogue.yaml': manifest('c', '@province/base', 'plain'),
      'project/node_modules/@province/base/package.json': '{"name": "@province/base"}',
      'project/node_modules/@province/base/catalogue.yaml': manifest('base'),
      'project/node_modules/@province/base/m.yaml': material('m'),
      'project/node_modules/plain/package.json': '{"name": "plain"}',
      'project/node_modules/plain/catalogue/catalogue.json':
        '{"kind": "catalogue", "id": "plain", "version": "1.0.0"}',
      'project/node_modules/plain/catalogue/n.yaml': material('n'),
      'project/node_modules/plain/src/other.yaml': 'not: ours',
    });
    const loaded = readCatalogue(join(top, 'project/city'));
    expect(findings(loaded)).toEqual([]);
    expect([...loaded.materials.values()].map(({ file }) => file)).toEqual([
      '../node_modules/@province/base/m.yaml',
      '../node_modules/plain/catalogue/n.yaml',
    ]);
  });

  it('of a package that is linked into node_modules, as workspaces do', () => {
    write({
      'package.json': '{}',
      'packages/base/catalogue.yaml': manifest('base'),
      'packages/base/m.yaml': material('m'),
      'packages/city/catalogue.yaml': manifest('city', 'base'),
    });
    mkdirSync(join(top, 'node_modules'));
    symlinkSync(join(top, 'packages/base'), join(top, 'node_modules/base'));
    const loaded = readCatalogue(join(top, 'packages/city'));
    expect(findings(loaded)).toEqual([]);
    expect(loaded.materials.get('m')!.file).toBe('../base/m.yaml');
  });

  it.each(['../../../etc', '@../x', '.hidden', 'UPPER', 'a/b/c', '..'])('"%s" names no package', (name) => {
    write({ 'project/package.json': '{}', 'project/catalogue.yaml': manifest('c', name) });
    expect(findings(readCatalogue(join(top, 'project')))).toEqual([
      expect.stringMatching(/^catalogue\/import-(?:missing|outside) catalogue\.yaml:4:11$/),
    ]);
  });

  it('in a ring between folders', () => {
    write({
      'package.json': '{}',
      'a/catalogue.yaml': manifest('a', '../b'),
      'b/catalogue.yaml': manifest('b', '../a'),
      'b/m.yaml': material('m'),
    });
    const loaded = readCatalogue(join(top, 'a'));
    expect(findings(loaded)).toEqual(['catalogue/import-cycle ../b/catalogue.yaml:4:11']);
    expect(loaded.materials.size).toBe(1);
  });
});

/** The superuser may read every file: it takes the part of somebody else for a while. */
function unprivileged<T>(read: () => T): T {
  if (process.getuid?.() !== 0) return read();
  chmodSync(top, 0o755);
  process.seteuid!(65_534);
  try {
    return read();
  } finally {
    process.seteuid!(0);
  }
}
