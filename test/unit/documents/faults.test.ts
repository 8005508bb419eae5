import { describe, expect, it } from 'vitest';
import { documentLimits, parseDocument } from '../../../src/documents/index.js';
import type { ParsedDocument } from '../../../src/documents/index.js';

const codesOf = (parsed: ParsedDocument): string[] => parsed.diagnostics.map(({ code }) => code);
const places = (parsed: ParsedDocument): string[] =>
  parsed.diagnostics.map(
    ({ code, at }) => `${code} ${at.range?.start.line}:${at.range?.start.column} ${at.pointer}`,
  );

describe('texts that cannot be read', () => {
  it.each([
    ['empty', ''],
    ['only space', ' \n\n'],
    ['only a comment', '# nothing\n'],
    ['only a byte order mark', '\ufeff'],
  ])('%s', (_, text) => {
    expect(codesOf(parseDocument('a.yaml', text))).toEqual(['documents/empty']);
    expect(parseDocument('a.yaml', text).value).toBeUndefined();
  });

  it('an empty JSON file', () => {
    expect(codesOf(parseDocument('a.json', ''))).toEqual(['documents/empty']);
  });

  it('a syntax error has its place', () => {
    expect(places(parseDocument('a.yaml', 'kind: material\nid: [lease\ntitle: x'))).toEqual([
      expect.stringMatching(/^documents\/syntax [23]:/),
    ]);
    expect(places(parseDocument('a.json', '{\n  "a": 1,\n}'))).toEqual(['documents/syntax 3:1 ']);
    expect(places(parseDocument('a.json', '{"a": "b}'))).toEqual(['documents/syntax 1:10 ']);
    expect(places(parseDocument('a.json', '{"a": 01}'))).toEqual(['documents/syntax 1:7 ']);
    expect(places(parseDocument('a.json', '{"a": 1} x'))).toEqual(['documents/syntax 1:10 ']);
  });

  it('a tab in the indentation', () => {
    expect(places(parseDocument('a.yaml', 'a:\n\tb: 1'))).toEqual([
      expect.stringMatching(/^documents\/syntax 2:/),
    ]);
  });

  it('a second document is reported where it begins, the first is read', () => {
    const parsed = parseDocument('a.yaml', 'a: 1\n---\nb: 2\n---\nc: 3\n');
    expect(parsed.value).toEqual({ a: 1 });
    expect(places(parsed)).toEqual(['documents/several 2:1 ']);
    expect(parsed.diagnostics[0]!.args).toEqual({ count: 3 });
  });

  it('one document between markers is one document', () => {
    const parsed = parseDocument('a.yaml', '%YAML 1.2\n---\na: 1\n...\n');
    expect(parsed.value).toEqual({ a: 1 });
    expect(codesOf(parsed)).toEqual([]);
  });

  it('bytes that are not UTF-8, with their place', () => {
    const bytes = new Uint8Array([...Buffer.from('a: 中\nb: '), 0xff, 0xfe, 10]);
    const parsed = parseDocument('a.yaml', bytes);
    expect(places(parsed)).toEqual(['documents/not-utf-8 2:4 ']);
    expect(parsed.diagnostics[0]!.args).toEqual({ offset: 10 });
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a surrogate', [97, 0xed, 0xa0, 0x80], 1],
    ['a cut off character', [97, 98, 0xe4, 0xb8], 2],
    ['GB 18030', [0xd6, 0xd0, 0xce, 0xc4], 0],
    ['UTF-16 with a byte order mark', [0xff, 0xfe, 97, 0], 0],
  ])('%s', (_, bytes, offset) => {
    const parsed = parseDocument('a.yaml', new Uint8Array(bytes));
    expect(codesOf(parsed)).toEqual(['documents/not-utf-8']);
    expect(parsed.diagnostics[0]!.args).toEqual({ offset });
  });

  it('UTF-8 with a byte order mark', () => {
    const parsed = parseDocument('a.yaml', new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('a: 1')]));
    expect(parsed.value).toEqual({ a: 1 });
    expect(parsed.locate('/a', 'key')?.start).toEqual({ line: 1, column: 1, offset: 0 });
  });
});

describe('hostile texts cost bounded time and memory', () => {
  it('a file above the bound is not even decoded', () => {
    const parsed = parseDocument('a.yaml', new Uint8Array(50 * 1024 * 1024));
    expect(codesOf(parsed)).toEqual(['documents/too-large']);
    expect(parsed.diagnostics[0]!.message).toBe(
      'The file has 50.0 MB, more than the 10.0 MB that a document may have.',
    );
  });

  it.each([
    ['brackets', 'a.yaml', '['.repeat(100_000)],
    ['braces', 'a.yaml', '{a: '.repeat(100_000)],
    ['dashes', 'a.yaml', `${'- '.repeat(100_000)}x`],
    ['question marks', 'a.yaml', `${'? '.repeat(100_000)}x`],
    [
      'indentation',
      'a.yaml',
      Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ],
    ['JSON brackets', 'a.json', '['.repeat(100_000)],
    ['JSON braces', 'a.json', '{"a":'.repeat(100_000)],
    ['closed JSON brackets', 'a.json', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('100,000-deep %s', (_, file, text) => {
    const parsed = parseDocument(file, text);
    expect(codesOf(parsed)).toEqual(['documents/too-deep']);
    expect(parsed.value).toBeUndefined();
  });

  it('nesting up to the bound is read', () => {
    const depth = documentLimits.depth;
    expect(codesOf(parseDocument('a.json', '['.repeat(depth) + ']'.repeat(depth)))).toEqual([]);
  });

  it('an alias bomb', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 26; level++) {
      const [before, name] = [level - 1, level].map((index) => String.fromCharCode(97 + index));
      lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
    }
    const parsed = parseDocument('a.yaml', lines.join('\n'));
    expect(codesOf(parsed)).toEqual(['documents/alias-bomb']);
    expect(parsed.value).toBeUndefined();
  });

  it('a bomb of merges', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `k${index}: ${index}`).join(', ');
    const merges = Array.from({ length: 1000 }, (_, index) => `m${index}: { <<: *base }`).join('\n');
    expect(codesOf(parseDocument('a.yaml', `base: &base { ${keys} }\n${merges}`))).toEqual([
      'documents/alias-bomb',
    ]);
  });

  it('aliases within the bound are read', () => {
    const items = Array.from({ length: 100 }, () => 'x').join(', ');
    const parsed = parseDocument(
      'a.yaml',
      `a: &a [${items}]\nb: [${Array.from({ length: 900 }, () => '*a').join(', ')}]`,
    );
    expect(codesOf(parsed)).toEqual([]);
  });

  it.each([
    ['anchors and tags before collections', `${'- &a !!seq\n'.repeat(300)}x`],
    [
      'anchors before keys',
      Array.from({ length: 180 }, (_, depth) => `${' '.repeat(depth)}&a a:\n`).join(''),
    ],
    [
      'properties on lines of their own',
      Array.from({ length: 180 }, (_, depth) => `${' '.repeat(depth)}!!map\n`).join(''),
    ],
    ['nested anchored sequences', `${'- &a '.repeat(180)}x`],
    ['flow keys', `${'['.repeat(150)}a${']: x'.repeat(150)}`],
    ['many colons', `a: ${'b: '.repeat(5000)}`],
    ['open quotes', `a: "${'x'.repeat(1_000_000)}`],
    ['a long line of plain text', `a: ${'x '.repeat(500_000)}`],
    ['a long JSON string', `{"a": "${'x'.repeat(5_000_000)}"}`],
    ['many comments', '#\n'.repeat(200_000)],
  ])('%s', (_, text) => {
    const { value, diagnostics } = parseDocument(text.startsWith('{"') ? 'a.json' : 'a.yaml', text);
    expect(value !== undefined || diagnostics.length > 0).toBe(true);
  });
});

describe('faults that leave a value', () => {
  it('a repeated key, both places; the first one counts', () => {
    const parsed = parseDocument('a.yaml', 'a: 1\nb: { c: 1, c: 2 }\na: 3');
    expect(parsed.value).toEqual({ a: 1, b: { c: 1 } });
    expect(places(parsed)).toEqual(['documents/duplicate-key 2:12 /b/c', 'documents/duplicate-key 3:1 /a']);
    const [inner, outer] = parsed.diagnostics;
    expect(inner!.related.map(({ at }) => at.range?.start)).toEqual([{ line: 2, column: 6, offset: 10 }]);
    expect(outer!.related.map(({ at }) => at.range?.start)).toEqual([{ line: 1, column: 1, offset: 0 }]);
  });

  it('a repeated key in JSON, also where an escape hides it', () => {
    expect(places(parseDocument('a.json', '{"a": 1, "\\u0061": 2}'))).toEqual([
      'documents/duplicate-key 1:10 /a',
    ]);
  });

  it('a key that repeats one that a merge brought is none', () => {
    expect(codesOf(parseDocument('a.yaml', 'a: &a { x: 1 }\nb: { <<: *a, x: 2 }'))).toEqual([]);
    expect(codesOf(parseDocument('a.yaml', 'a: &a { x: 1 }\nb: { <<: *a, x: 2, x: 3 }'))).toEqual([
      'documents/duplicate-key',
    ]);
  });

  it.each([
    '!!binary aGk=',
    '!!js/function "x"',
    '!ruby/object:A {}',
    '!!set { a }',
    '!!timestamp 2026-01-01',
    '!<tag:x,2026:y> z',
  ])('the tag of %s', (written) => {
    expect(codesOf(parseDocument('a.yaml', `a: ${written}`))).toEqual(['documents/tag']);
  });

  it.each(['!!int x', '!!bool 1', '!!null a', '!!map [a]', '!!seq { a: 1 }'])(
    'the tag of %s does not fit',
    (written) => {
      expect(codesOf(parseDocument('a.yaml', `a: ${written}`))).toEqual(['documents/tag']);
    },
  );
});

describe('faults that leave none', () => {
  it.each([
    ['a: *b', 'documents/unknown-alias 1:4 /a'],
    ['a: &x [1, *x]', 'documents/alias-cycle 1:11 /a/1'],
    ['a: &x { b: { c: *x } }', 'documents/alias-cycle 1:17 /a/b/c'],
    ['{ a: b }: c', 'documents/key-not-text 1:1 '],
    ['? [a]\n: c', 'documents/key-not-text 1:3 '],
  ])('%s', (text, place) => {
    const parsed = parseDocument('a.yaml', text);
    expect(places(parsed)).toEqual([place]);
    expect(parsed.value).toBeUndefined();
  });
});
