import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parseDocument as parseWithYaml, stringify } from 'yaml';
import type { Node, ParsedNode } from 'yaml';
import { pointer } from '../../../src/base/index.js';
import { parseDocument } from '../../../src/documents/index.js';

/** The text that a place covers, with where it starts. */
function at(text: string, place: string, on: 'key' | 'value' = 'value', file = 'a.yaml'): string {
  const plain = text.replace(/^\ufeff/, '');
  const range = parseDocument(file, text).locate(place, on);
  if (range === undefined) return 'nowhere';
  return `${range.start.line}:${range.start.column} ${plain.slice(range.start.offset, range.end.offset)}`;
}

describe('places', () => {
  const block =
    'kind: block\nid: 出生登记\ntitle: { zh: 出生, en: Birth }\ninputs:\n  - field: child.name\n    schema: { maxLength: 30 }\n';

  it.each([
    ['/kind', 'key', '1:1 kind'],
    ['/kind', 'value', '1:7 block'],
    ['/id', 'value', '2:5 出生登记'],
    ['/title', 'value', '3:8 { zh: 出生, en: Birth }'],
    ['/title/en', 'key', '3:18 en'],
    ['/title/en', 'value', '3:22 Birth'],
    ['/inputs/0', 'value', '5:5 field: child.name\n    schema: { maxLength: 30 }'],
    ['/inputs/0/schema/maxLength', 'key', '6:15 maxLength'],
    ['/inputs/0/schema/maxLength', 'value', '6:26 30'],
  ] as const)('%s %s', (place, on, expected) => {
    expect(at(block, place, on)).toBe(expected);
    expect(at(block.replaceAll('\n', '\r\n'), place, on).replaceAll('\r', '')).toBe(expected);
    expect(at(`\ufeff${block}`, place, on)).toBe(expected);
    expect(at(block.replaceAll('\n', '\r'), place, on).replaceAll('\r', '\n')).toBe(expected);
  });

  it('of quoted texts cover the quotes', () => {
    expect(at(`a: "x\\ty"\n'b c': 'd'`, '/a')).toBe('1:4 "x\\ty"');
    expect(at(`a: "x\\ty"\n'b c': 'd'`, '/b c', 'key')).toBe(`2:1 'b c'`);
    expect(at(`a: "x\\ty"\n'b c': 'd'`, '/b c')).toBe(`2:8 'd'`);
  });

  it('of texts over several lines', () => {
    expect(at('a: one\n  two\nb: 1', '/a')).toBe('1:4 one\n  two');
    expect(at('a: "one\n  two"\nb: 1', '/a')).toBe('1:4 "one\n  two"');
    expect(at('a: |-  # why\n  one\n  two\nb: 1', '/a')).toBe('1:4 |-  # why\n  one\n  two');
    expect(at('a:\n  - >2\n     one\n\nb: 1', '/a/0')).toBe('2:5 >2\n     one');
    expect(at('a: "x | y"\nb: |\n  z', '/b')).toBe('2:4 |\n  z');
    expect(at('a: one\n  two\nb: 1', '/b', 'key')).toBe('3:1 b');
  });

  it('count UTF-16 code units, also of characters beyond the first plane', () => {
    expect(at('{ 𠀀: 1, 中: 2 }', '/中', 'key')).toBe('1:10 中');
  });

  it('count a tab as one column', () => {
    expect(at('a:\t{\tb:\t1 }', '/a/b')).toBe('1:9 1');
  });

  it('of empty values stand behind what they belong to', () => {
    expect(at('a:\nb: 1', '/a')).toBe('1:3 ');
    expect(at('a:   # none\nb: 1', '/a')).toBe('1:3 ');
    expect(at('- \n- 1', '/0')).toBe('1:2 ');
    expect(at('{ a, b: }', '/a')).toBe('1:4 ');
    expect(at('{ a, b: }', '/b')).toBe('1:8 ');
  });

  it('of flow collections reach to the closing bracket', () => {
    expect(at('a: [1, [2, 3,], {}, # ]\n  ]\nb: 1', '/a')).toBe('1:4 [1, [2, 3,], {}, # ]\n  ]');
    expect(at('a: [1, [2, 3,], {}]', '/a/1')).toBe('1:8 [2, 3,]');
    expect(at('a: [1, [2, 3,], {}]', '/a/2')).toBe('1:17 {}');
    expect(at('a: [b: 1, c]', '/a/0')).toBe('1:5 b: 1');
    expect(at('a: [b: 1, c]', '/a/0/b')).toBe('1:8 1');
  });

  it('behind an alias are those of the anchor; of the alias itself its own', () => {
    const text = 'a: &x\n  b: { c: 1 }\nd: *x\ne: &y [*x]\nf: *y';
    expect(at(text, '/d')).toBe('3:4 *x');
    expect(at(text, '/d/b/c')).toBe('2:11 1');
    expect(at(text, '/f/0/b/c', 'key')).toBe('2:8 c');
  });

  it('of merged keys are where they were written', () => {
    const text =
      'a: &x { b: 1, c: 1 }\ny: &y { d: 1, c: 2 }\ne: { <<: [*x, *y], b: 2 }\nf: { <<: *y }\ng: { <<: { h: 3 } }';
    expect(at(text, '/e/b')).toBe('3:23 2');
    expect(at(text, '/e/c')).toBe('1:18 1');
    expect(at(text, '/e/d', 'key')).toBe('2:9 d');
    expect(at(text, '/f/c')).toBe('2:18 2');
    expect(at(text, '/g/h')).toBe('5:15 3');
  });

  it('that do not exist are given as the nearest above', () => {
    expect(at('a: { b: 1 }', '/a/zzz')).toBe('1:1 a');
    expect(at('a: { b: 1 }', '/zzz')).toBe('1:1 ');
    expect(at('a: [ { b: 1 } ]', '/a/0', 'key')).toBe('1:6 ');
    expect(at('a: [ 7 ]', '/a/0', 'key')).toBe('1:6 7');
  });

  it('of names with slashes, tildes and those that objects have', () => {
    const text = 'a/b: 1\nc~d: 2\n__proto__: { constructor: 3 }';
    expect(at(text, pointer('a/b'))).toBe('1:6 1');
    expect(at(text, pointer('c~d'), 'key')).toBe('2:1 c~d');
    expect(at(text, '/__proto__/constructor')).toBe('3:27 3');
    expect(at(text, '/toString', 'key')).toBe('1:1 ');
  });

  it('in JSON, also of keys with escapes', () => {
    const text = '{\r\n\t"a\\u0062": [1,\r\n\t\t{"中": "x\\"y"}]\r\n}';
    expect(at(text, '/ab', 'key', 'a.json')).toBe('2:2 "a\\u0062"');
    expect(at(text, '/ab/1/中', 'key', 'a.json')).toBe('3:4 "中"');
    expect(at(text, '/ab/1/中', 'value', 'a.json')).toBe('3:9 "x\\"y"');
    expect(at(text, '/ab/1', 'value', 'a.json')).toBe('3:3 {"中": "x\\"y"}');
  });
});

describe('law', () => {
  const key = fc.constantFrom('a', 'bc', '中文', 'x y', '1', 'true', 'a: b', '#x', '-', '');
  const text = fc.constantFrom(
    'x',
    '两行\n文字',
    ' leading',
    'a # b',
    '"q"',
    "it's",
    '',
    '12',
    'a: b\n\n  c\n',
    '𠀀𠀀',
  );
  const { value: tree } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('every place is the one that another YAML library finds', () => {
    const collection = fc.constantFrom('any', 'block', 'flow' as const);
    fc.assert(
      fc.property(tree, collection, fc.boolean(), (value, collectionStyle, windows) => {
        const options = {
          version: '1.2',
          aliasDuplicateObjects: false,
          collectionStyle,
          lineWidth: 40,
        } as const;
        const written = stringify(value, options);
        const source = windows ? written.replaceAll('\n', '\r\n') : written;
        const lines = new LineCounter();
        const reference = parseWithYaml(source, { lineCounter: lines, version: '1.2' });
        fc.pre(reference.errors.length === 0 && reference.contents !== null);
        const parsed = parseDocument('a.yaml', source);
        expect(parsed.diagnostics).toEqual([]);
        for (const { place, on, node } of nodesOf(reference.contents, [])) {
          const range = parsed.locate(place, on);
          const { line, col } = lines.linePos(node.range![0]);
          expect([place, on, range?.start.line, range?.start.column]).toEqual([place, on, line, col]);
          if (isScalar(node) && !String(node.type).startsWith('BLOCK')) {
            expect([place, range?.end.offset]).toEqual([place, node.range![1]]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

interface Found {
  place: string;
  on: 'key' | 'value';
  node: Node;
}

/** Every node that has a text of its own; of an empty value libraries may differ on where it is. */
function* nodesOf(node: ParsedNode | null, tokens: (string | number)[]): Generator<Found> {
  if (node === null) return;
  const isBlank = isScalar(node) && node.range[0] === node.range[1];
  if (!isBlank) yield { place: pointer(...tokens), on: 'value', node };
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* nodesOf(item, [...tokens, index]);
  } else if (isMap(node)) {
    for (const pair of node.items) {
      const name = pair.key;
      if (!isScalar(name)) continue;
      const written = name.source ?? String(name.value);
      yield { place: pointer(...tokens, written), on: 'key', node: name };
      yield* nodesOf(pair.value, [...tokens, written]);
    }
  }
}
