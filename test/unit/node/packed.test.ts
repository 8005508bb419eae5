import { execFileSync } from 'node:child_process';
import type { ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneJson } from '../../../src/base/index.js';
import { UsageError } from '../../../src/messages/index.js';
import { loadPacked, packCatalogue } from '../../../src/catalogue/index.js';
import { main } from '../../../src/cli/main.js';
import { checkCatalogue } from '../../../src/check/index.js';
import { publishedSchema } from '../../../src/model/index.js';
import type { PackedCatalogue } from '../../../src/model/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import { plainStyle } from '../../../src/report/index.js';
import { createValidator } from '../../../src/schema/index.js';

const examples = join(import.meta.dirname, '../../../examples/catalogue');

let top: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'onething-packed-'));
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
}

const manifest = (id: string, ...imports: string[]): string =>
  `kind: catalogue\nid: ${id}\nversion: 1.0.0\n${imports.length === 0 ? '' : `imports: ${JSON.stringify(imports)}\n`}`;
const subject = 'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }\n';
const block = (id: string): string =>
  `kind: block\nid: ${id}\nroles: { owner: person }\ninputs: [ { field: owner.name } ]\n`;
const bundle = (id: string, ...blocks: string[]): string =>
  `kind: bundle\nid: ${id}\nroles: { owner: person }\nuses: ${JSON.stringify(blocks.map((one) => ({ block: one })))}\n`;

/** Packs a folder of the test into a file beside or within it. */
function pack(folder: string, output: string): string {
  const text = JSON.stringify(packCatalogue(readCatalogue(join(top, folder))));
  write({ [output]: text });
  return text;
}

/** What installing the package of a folder by its tarball leaves in the node_modules of a project: nothing is fetched. */
function install(folder: string, project: string, name: string): void {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  };
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', top], {
    ...options,
    cwd: join(top, folder),
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  write({
    [`${project}/package.json`]: JSON.stringify({ name: 'consumer', version: '1.0.0', private: true }),
  });
  execFileSync(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(top, filename)],
    { ...options, cwd: join(top, project) },
  );
  expect(readFileSync(join(top, project, 'node_modules', name, 'package.json'), 'utf8')).toContain(name);
}

describe('a packed catalogue', () => {
  const example = readCatalogue(examples);
  const packed = packCatalogue(example);
  const text = JSON.stringify(packed);

  it('is of its published schema', () => {
    expect(createValidator(publishedSchema('packed-catalogue'))(packed)).toEqual([]);
  });

  it('composes into the same bytes as the folder, findings and their lines as well', () => {
    const loaded = loadPacked(text);
    expect(loaded.diagnostics).toEqual(example.diagnostics);
    const composed = composeBundle(loaded, 'newborn-jiangxi');
    expect(JSON.stringify(composed)).toBe(JSON.stringify(composeBundle(example, 'newborn-jiangxi')));
    expect(composed.diagnostics.length).toBeGreaterThan(0);
    expect(composed.diagnostics.every(({ at }) => at.range !== undefined)).toBe(true);
    expect(loaded.text('catalogue.yaml')).toBe(example.text('catalogue.yaml'));
  });

  it('packs again into the same bytes', () => {
    expect(JSON.stringify(packCatalogue(loadPacked(text)))).toBe(text);
  });

  it('comes as text, as bytes, with a byte order mark, or parsed', () => {
    for (const input of [text, new TextEncoder().encode(text), `\uFEFF${text}`, packed]) {
      expect(loadPacked(input).blocks.size).toBe(example.blocks.size);
    }
  });
});

/** Looks like a hash, and is that of nothing. */
const hash = `sha256-${'0'.repeat(64)}`;

describe('a packed catalogue that was changed', () => {
  const small = (): PackedCatalogue => {
    write({ 'c/catalogue.yaml': manifest('c'), 'c/person.yaml': subject, 'c/a.yaml': block('a') });
    return cloneJson(packCatalogue(readCatalogue(join(top, 'c'))));
  };

  it.each<[string, (packed: PackedCatalogue) => void, string]>([
    [
      'in a document',
      ({ documents }) => (documents[0]!.document['id'] = 'b'),
      '"a.yaml" does not fit its hash',
    ],
    ['in a text', ({ documents }) => (documents[2]!.text += ' '), '"person.yaml" does not fit its hash'],
    ['in a file name', ({ documents }) => (documents[1]!.file = 'x.yaml'), '"manifest" names no file of it'],
    [
      'by leaving one out',
      ({ documents }) => documents.splice(0, 1),
      'the list of its documents does not fit',
    ],
    [
      'by turning two round',
      ({ documents }) => documents.reverse(),
      'the list of its documents does not fit',
    ],
    ['in its version', (packed) => (packed.version = '2.0.0'), 'the list of its documents does not fit'],
  ])('%s is refused, and nothing of it is loaded', (_, change, message) => {
    const packed = small();
    change(packed);
    const loaded = loadPacked(JSON.stringify(packed));
    expect(loaded.diagnostics.map((one) => [one.severity, one.message])).toEqual([
      ['error', expect.stringContaining(message)],
    ]);
    expect([loaded.blocks.size, loaded.subjects.size]).toEqual([0, 0]);
  });

  it('in any one byte is refused or means the same', () => {
    const text = JSON.stringify(small());
    const fine = JSON.stringify(composable(text));
    for (let at = 0; at < text.length; at++) {
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      const loaded = loadPacked(flipped);
      if (loaded.diagnostics.length === 0)
        expect(JSON.stringify(composable(flipped)), `byte ${at}`).toBe(fine);
    }
  });

  function composable(text: string): unknown[] {
    const { blocks, subjects, version } = loadPacked(text);
    return [[...blocks], [...subjects], version];
  }

  it.each([
    ['', 'it is no JSON'],
    ['{"kind":"packed-catalogue"', 'it is no JSON'],
    ['[]', 'it holds no object'],
    ['{"kind":"catalogue"}', 'its "kind" is not "packed-catalogue"'],
    ['{"kind":"packed-catalogue","formatVersion":1}', 'The property "id" is missing'],
    [
      `{"kind":"packed-catalogue","formatVersion":1,"id":"a","version":"1","hash":"${hash}","documents":[3]}`,
      'at "/documents/0"',
    ],
    [
      `{"kind":"packed-catalogue","formatVersion":1,"id":"a","version":"1","hash":"${hash}","documents":[{"file":"f","hash":"${hash}"}]}`,
      'The property "document" is missing',
    ],
  ])('so that it is none: %s', (text, reason) => {
    const { diagnostics } = loadPacked(text, { file: 'p.json' });
    expect(diagnostics.map(({ code, at }) => [code, at.file])).toEqual([
      ['catalogue/packed-unreadable', 'p.json'],
    ]);
    expect(diagnostics[0]!.message).toContain(reason);
  });

  it('into bytes that are no UTF-8 is refused', () => {
    expect(loadPacked(new Uint8Array([0x7b, 0xff])).diagnostics[0]!.message).toContain('it is no UTF-8');
  });

  it('to a later format is refused by name', () => {
    const { diagnostics } = loadPacked({ ...small(), formatVersion: 2 } as never);
    expect(diagnostics.map(({ code, at }) => [code, at.pointer])).toEqual([
      ['catalogue/packed-version', '/formatVersion'],
    ]);
  });

  it('to nest without end, or to name what every object inherits, is read in bounded time', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const entry = (document: string) =>
      `{"kind":"packed-catalogue","formatVersion":1,"id":"a","version":"1","hash":"${hash}","documents":[{"file":"__proto__","hash":"${hash}","document":${document}}]}`;
    expect(loadPacked(entry(deep)).diagnostics[0]!.message).toContain('nests deeper than');
    expect(loadPacked(entry('{"__proto__":{"kind":"block"}}')).diagnostics[0]!.code).toBe(
      'catalogue/packed-changed',
    );
    expect(Object.hasOwn(Object.prototype, 'kind')).toBe(false);
  });

  it('cannot be made of documents with errors', () => {
    write({ 'c/catalogue.yaml': manifest('c'), 'c/a.yaml': block('a') });
    const broken = readCatalogue(join(top, 'c'));
    expect(() => packCatalogue(broken)).toThrow(UsageError);
  });
});

describe('on the disk', () => {
  const own = {
    'c/catalogue.yaml': manifest('c'),
    'c/person.yaml': subject,
    'c/a.yaml': block('a'),
    'c/one.yaml': bundle('one', 'a'),
  };

  it('a packed file is read in place of a folder; a packed file within a folder is none of its documents', () => {
    write(own);
    pack('c', 'c/catalogue.json');
    const folder = readCatalogue(join(top, 'c'));
    expect(folder.diagnostics).toEqual([]);
    expect(readCatalogue(join(top, 'c/catalogue.json')).blocks).toEqual(folder.blocks);
  });

  it.each(['plain', 'packed'])('a %s catalogue is imported from its npm package', (form) => {
    write({ ...own, 'c/package.json': JSON.stringify({ name: '@town/c', version: '1.0.0' }) });
    if (form === 'packed') {
      pack('c', 'p/catalogue.json');
      write({
        'p/package.json': JSON.stringify({ name: '@town/c', version: '1.0.0', files: ['catalogue.json'] }),
      });
    }
    install(form === 'packed' ? 'p' : 'c', 'd', '@town/c');
    write({ 'd/catalogue.yaml': manifest('d', '@town/c'), 'd/two.yaml': bundle('two', 'a') });
    const loaded = readCatalogue(join(top, 'd'));
    expect(checkCatalogue(loaded).diagnostics).toEqual([]);
    const { file } = loaded.blocks.get('a')!;
    expect(file).toBe(`node_modules/@town/c/${form === 'packed' ? 'catalogue.json/' : ''}a.yaml`);
    expect(loaded.locate({ file, pointer: '/roles' }).range!.start.line).toBe(3);
    expect(composeBundle(loaded, 'two').plan.steps.map(({ id }) => id)).toEqual(['a']);
    // And both together pack into one file that needs no package any more.
    pack('d', 'alone/d.json');
    expect(checkCatalogue(readCatalogue(join(top, 'alone/d.json'))).diagnostics).toEqual([]);
  });

  it('what two packed catalogues both hold is there once; what differs is reported', () => {
    write({
      'shared/catalogue.yaml': manifest('shared'),
      'shared/person.yaml': subject,
      'x/catalogue.yaml': manifest('x', '../shared'),
      'x/a.yaml': block('a'),
      'y/catalogue.yaml': manifest('y', '../shared'),
      'y/b.yaml': block('b'),
      'package.json': '{}',
    });
    pack('x', 'all/x/catalogue.json');
    pack('y', 'all/y/catalogue.json');
    write({
      'all/catalogue.yaml': manifest('all', './x', './y', '../shared'),
      'all/u.yaml': bundle('u', 'a', 'b'),
    });
    const loaded = readCatalogue(join(top, 'all'));
    expect(loaded.diagnostics).toEqual([]);
    expect([...loaded.blocks.keys()]).toEqual(['a', 'b']);
    expect(loaded.subjects.get('person')!.file).toBe('../shared/person.yaml');

    write({ 'shared/person.yaml': subject.replace('string', 'number') });
    expect(readCatalogue(join(top, 'all')).diagnostics.map(({ code }) => code)).toContain(
      'catalogue/duplicate-id',
    );
  });

  it('an imported file that was changed is one finding at the file', () => {
    write(own);
    pack('c', 'd/c/catalogue.json');
    const file = join(top, 'd/c/catalogue.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"string"', '"number"'));
    write({ 'd/catalogue.yaml': manifest('d', './c') });
    expect(readCatalogue(join(top, 'd')).diagnostics.map(({ code, at }) => [code, at.file])).toEqual([
      ['catalogue/packed-changed', 'c/catalogue.json'],
    ]);
  });
});

describe('build', () => {
  it('writes a file that every command reads in place of the folder, and writes over such a file only', async () => {
    write({
      'c/catalogue.yaml': manifest('c'),
      'c/person.yaml': subject,
      'c/a.yaml': block('a'),
      'c/one.yaml': bundle('one', 'a'),
    });
    const built = await onething('build', 'c', '--output', 'out/c.json');
    expect(built).toEqual([0, expect.stringMatching(/^c 1\.0\.0: 4 documents packed into out\/c\.json/), '']);
    const text = readFileSync(join(top, 'out/c.json'), 'utf8');
    expect(text.split('\n').length).toBe(7);
    expect(await onething('build', 'out/c.json', '--output', 'out/c.json')).toEqual(built);
    expect(readFileSync(join(top, 'out/c.json'), 'utf8')).toBe(text);
    expect(readdirSync(join(top, 'out'))).toEqual(['c.json']);
    const [folder, packed] = [
      await onething('plan', 'one', '--catalogue', 'c', '--format', 'json'),
      await onething('plan', 'one', '--catalogue', 'out/c.json', '--format', 'json'),
    ];
    expect(packed).toEqual(folder);

    writeFileSync(join(top, 'out/c.json'), text.replace('"a.yaml"', '"b.yaml"'));
    const [code, out] = await onething('check', 'out/c.json');
    expect([code, out]).toEqual([1, expect.stringContaining('out/c.json')]);
    expect(out).toContain('"b.yaml" does not fit its hash');
  });

  async function onething(...words: string[]): Promise<[number, string, string]> {
    let [out, err] = ['', ''];
    const code = await main(words, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      input: () => '',
      cwd: top,
      env: {},
      style: plainStyle,
      width: 100,
    });
    return [code, out, err];
  }
});
