import { describe, expect, it } from 'vitest';
import { findings, load } from './load.js';

const manifest = (id: string, imports: string[] = []): string =>
  `kind: catalogue\nid: ${id}\nversion: 1.0.0\n${imports.length === 0 ? '' : `imports:\n${imports.map((name) => `  - ${name}\n`).join('')}`}`;
const material = (id: string): string => `kind: material\nid: ${id}`;

describe('imports', () => {
  it('a folder with a manifest of its own is read only where it is imported', () => {
    const files = {
      'catalogue.yaml': manifest('main'),
      'm.yaml': material('m'),
      'shared/catalogue.yaml': manifest('shared'),
      'shared/n.yaml': material('n'),
    };
    expect([...load(files).materials.keys()]).toEqual(['m']);
    const imported = load({ ...files, 'catalogue.yaml': manifest('main', ['./shared']) });
    expect([...imported.materials.keys()]).toEqual(['m', 'n']);
    expect(imported.id).toBe('main');
    expect(imported.materials.get('n')!.file).toBe('shared/n.yaml');
    expect(findings(imported)).toEqual([]);
  });

  it('a neighbour folder, found from the manifest that names it', () => {
    const loaded = load(
      {
        'city/catalogue.yaml': manifest('city', ['../province']),
        'province/catalogue.yaml': manifest('province', ['./shared/base']),
        'province/shared/base/catalogue.yaml': manifest('base'),
        'province/shared/base/deep/m.yaml': material('m'),
      },
      { root: 'city' },
    );
    expect(findings(loaded)).toEqual([]);
    expect([...loaded.materials.keys()]).toEqual(['m']);
    expect(loaded.id).toBe('city');
  });

  it('what two of them import is read once', () => {
    const loaded = load({
      'catalogue.yaml': manifest('main', ['./a', './b']),
      'a/catalogue.yaml': manifest('a', ['../c']),
      'b/catalogue.yaml': manifest('b', ['../c']),
      'c/catalogue.yaml': manifest('c'),
      'c/m.yaml': material('m'),
    });
    expect(findings(loaded)).toEqual([]);
  });

  it('a cycle is reported once, with the whole ring, and everything is loaded', () => {
    const loaded = load(
      {
        'a/catalogue.yaml': manifest('a', ['../b']),
        'b/catalogue.yaml': manifest('b', ['../c']),
        'c/catalogue.yaml': manifest('c', ['../a']),
        'c/m.yaml': material('m'),
      },
      { root: 'a' },
    );
    expect(findings(loaded)).toEqual(['catalogue/import-cycle c/catalogue.yaml:5:5']);
    expect(loaded.diagnostics[0]!.message).toContain('a → b → c → a');
    expect(loaded.materials.has('m')).toBe(true);
  });

  it('a catalogue that imports itself', () => {
    expect(findings(load({ 'catalogue.yaml': manifest('a', ['./']) }))).toEqual([
      'catalogue/import-cycle catalogue.yaml:5:5',
    ]);
  });

  it('an import that is not there, with a suggestion', () => {
    const loaded = load({
      'catalogue.yaml': manifest('a', ['./shraed', 'no-such-package']),
      'shared/catalogue.yaml': manifest('s'),
    });
    expect(findings(loaded)).toEqual([
      'catalogue/import-missing catalogue.yaml:5:5',
      'catalogue/import-missing catalogue.yaml:6:5',
    ]);
    expect(loaded.diagnostics[0]!.help?.message).toBe('The catalogue has a folder "shared".');
  });

  it.each([
    '/etc',
    'C:/windows',
    'file:///etc',
    'https://example.org/c',
    '"a\\\\b"',
    '"\\\\\\\\host\\\\share"',
  ])('%s is no import', (name) => {
    expect(findings(load({ 'catalogue.yaml': manifest('a', [name]) }))).toEqual([
      'catalogue/import-outside catalogue.yaml:5:5',
    ]);
  });

  it('a host finds what is not among the files', () => {
    const asked: string[] = [];
    const loaded = load(
      { 'catalogue.yaml': manifest('a', ['"@city/base"', './missing']) },
      {
        imports: (name, from) => {
          asked.push(`${name} from ${from}`);
          if (name !== '@city/base') return undefined;
          return [
            { path: 'node_modules/@city/base/catalogue.yaml', text: manifest('base') },
            { path: 'node_modules/@city/base/m.yaml', text: material('m') },
          ];
        },
      },
    );
    expect(asked).toEqual(['@city/base from catalogue.yaml', './missing from catalogue.yaml']);
    expect([...loaded.materials.values()].map(({ file }) => file)).toEqual([
      'node_modules/@city/base/m.yaml',
    ]);
    expect(findings(loaded)).toEqual(['catalogue/import-missing catalogue.yaml:6:5']);
  });

  it('a second manifest in a folder', () => {
    const loaded = load({ 'catalogue.yaml': manifest('a'), 'main.yaml': manifest('b') });
    expect(findings(loaded)).toEqual(['catalogue/second-manifest main.yaml:1:7']);
    expect(loaded.id).toBe('a');
  });

  it('without a manifest', () => {
    const loaded = load({ 'deep/m.yaml': material('m'), 'n.yaml': material('n') });
    expect([loaded.id, loaded.version, loaded.manifest, findings(loaded)]).toEqual([
      'catalogue',
      '0.0.0',
      undefined,
      [],
    ]);
    expect([...loaded.materials.keys()]).toEqual(['m', 'n']);
  });

  it('an id that two catalogues give', () => {
    const loaded = load({
      'catalogue.yaml': manifest('a', ['./b']),
      'm.yaml': material('m'),
      'b/catalogue.yaml': manifest('b'),
      'b/m.yaml': material('m'),
    });
    expect(findings(loaded)).toEqual(['catalogue/duplicate-id m.yaml:2:5']);
  });
});

describe('documents made in TypeScript', () => {
  it('stand beside those of files', () => {
    const loaded = load(
      { 'b.yaml': 'kind: block\nid: b\nroles: { x: thing }' },
      {
        documents: [
          { kind: 'subject', id: 'thing', elements: {} },
          { kind: 'catalogue', id: 'c', version: '2.0.0' },
        ],
      },
    );
    expect(findings(loaded)).toEqual([]);
    expect([loaded.id, loaded.version]).toEqual(['c', '2.0.0']);
    expect(loaded.subjects.get('thing')!.file).toBe('typescript:subject/thing');
    expect(loaded.locate({ file: 'typescript:subject/thing', pointer: '/id' })).toEqual({
      file: 'typescript:subject/thing',
      pointer: '/id',
      on: 'value',
    });
  });

  it('are checked like any other', () => {
    const loaded = load(
      {},
      {
        documents: [{ kind: 'block', id: 'b', roles: { x: 'nobody' } }, { kind: 'bundle', id: 'n' } as never],
      },
    );
    expect(loaded.diagnostics.map(({ code, at }) => `${code} ${at.file}${at.pointer}`)).toEqual([
      'catalogue/unknown-reference typescript:block/b/roles/x',
      'catalogue/missing-key typescript:bundle/n',
      'catalogue/missing-key typescript:bundle/n',
    ]);
  });
});

describe('ranges on demand', () => {
  const files = { 'a.yaml': 'kind: material\nid: m\ntitle: { zh: 租赁 }' };

  it('a place gets its range', () => {
    expect(load(files).locate({ file: 'a.yaml', pointer: '/title/zh', on: 'key' })).toMatchObject({
      on: 'key',
      range: { start: { line: 3, column: 10 }, end: { line: 3, column: 12 } },
    });
    expect(load(files).locate({ file: 'nowhere.yaml', pointer: '' }).range).toBeUndefined();
  });

  it('a finding of a later phase gets those of all its places', () => {
    const at = { file: 'a.yaml', pointer: '/id', on: 'value' } as const;
    const finding = {
      code: 'x',
      severity: 'error',
      message: '',
      args: {},
      at,
      related: [{ at: { ...at, pointer: '/kind' }, code: 'y', message: '', args: {} }],
    } as const;
    const located = load(files).withRange({ ...finding, related: [...finding.related] });
    expect(located.at.range?.start).toEqual({ line: 2, column: 5, offset: 19 });
    expect(located.related[0]!.at.range?.start).toEqual({ line: 1, column: 7, offset: 6 });
  });

  it('the text is at hand', () => {
    expect(load(files).text('a.yaml')).toBe(files['a.yaml']);
    expect(load(files).text('b.yaml')).toBeUndefined();
  });
});
