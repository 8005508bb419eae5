import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument as parseWithYaml, stringify } from 'yaml';
import { parseDocument } from '../../../src/documents/index.js';

const valueOf = (text: string): unknown => {
  const { value, diagnostics } = parseDocument('a.yaml', text);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return value;
};
const codesOf = (text: string | Uint8Array, file = 'a.yaml'): string[] =>
  parseDocument(file, text).diagnostics.map(({ code }) => code);

describe('scalars follow the core schema of YAML 1.2', () => {
  it.each([
    ['null', null],
    ['~', null],
    ['', null],
    ['Null', null],
    ['true', true],
    ['FALSE', false],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['NO', 'NO'],
    ['12', 12],
    ['+12', 12],
    ['-0', 0],
    ['0', 0],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b11', '0b11'],
    ['1_000', '1_000'],
    ['12:30:45', '12:30:45'],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1.', 1],
    ['2026-11-21', '2026-11-21'],
    ['"12"', '12'],
    ["'true'", 'true'],
    ["'it''s'", "it's"],
    ['"a\\tb\\u4e2d"', 'a\tb中'],
    ['!!str 12', '12'],
    ['!!str', ''],
    ['! 12', '12'],
    ['!!int "12"', 12],
    ['!!float 1', 1],
  ])('%s', (written, value) => {
    expect(valueOf(`a: ${written}`)).toEqual({ a: value });
  });

  it('reads block scalars, folded and literal, with every chomping, and with CR LF', () => {
    expect(valueOf('a: |\n  x\n  y\nb: >-\n  x\n  y\nc: |+\n  x\n\nd: 1')).toEqual({
      a: 'x\ny\n',
      b: 'x y',
      c: 'x\n\n',
      d: 1,
    });
    expect(valueOf('a: |\r\n  x\r\n  y\r\nb: >-\r\n  x\r\n  y\r\n')).toEqual({ a: 'x\ny\n', b: 'x y' });
  });

  it('keeps the text of keys that look like numbers or booleans', () => {
    expect(valueOf('01: a\ntrue: b\n1.0: c\n~: d\n')).toEqual({ '01': 'a', true: 'b', '1.0': 'c', '~': 'd' });
  });
});

describe('what a number would lose is said', () => {
  it.each(['01', '360102199003071234', '-007', '123456789012345678901234567890'])('%s', (written) => {
    expect(codesOf(`a: ${written}`)).toEqual(['documents/number-changed']);
  });
  it.each(['9007199254740992', '10', '0', '0.10'])('nothing is lost of %s', (written) => {
    expect(codesOf(`a: ${written}`)).toEqual([]);
  });
  it.each(['.inf', '-.INF', '.nan', '1e999'])('%s has no place in JSON', (written) => {
    expect(codesOf(`a: ${written}`)).toEqual(['documents/not-json']);
  });
  it('holds for JSON as well', () => {
    expect(codesOf('{"a": 360102199003071234}', 'a.json')).toEqual(['documents/number-changed']);
  });
});

describe('tabs', () => {
  it('may separate tokens, and stay what they are in texts', () => {
    expect(valueOf('a:\t{\tb:\t"x\ty",\tc: [\t1\t] }\t# why')).toEqual({ a: { b: 'x\ty', c: [1] } });
    expect(valueOf('a: |\n  x\ty\n  \tz\nb: x\ty')).toEqual({ a: 'x\ty\n\tz\n', b: 'x\ty' });
  });
  it('may not indent', () => {
    expect(codesOf('a:\n\tb: { c: 1 }')).toEqual(['documents/syntax']);
  });
});

describe('aliases and merges', () => {
  it('an alias stands for its anchor', () => {
    expect(valueOf('a: &x { b: [1] }\nc: *x\nd: &y text\n*y : 1')).toEqual({
      a: { b: [1] },
      c: { b: [1] },
      d: 'text',
      text: 1,
    });
  });
  it('a merge brings what the mapping does not say itself, wherever it stands', () => {
    expect(valueOf('base: &b { x: 1, y: 2 }\none: { <<: *b, x: 3 }\ntwo: { x: 3, <<: *b }')).toEqual({
      base: { x: 1, y: 2 },
      one: { x: 3, y: 2 },
      two: { x: 3, y: 2 },
    });
  });
  it('of a list of merges the earlier wins', () => {
    expect(valueOf('a: &a { x: 1 }\nb: &b { x: 2, y: 2 }\nc: { <<: [*a, *b] }')).toMatchObject({
      c: { x: 1, y: 2 },
    });
  });
  it('a merge of a merge', () => {
    expect(valueOf('a: &a { x: 1 }\nb: &b { <<: *a, y: 2 }\nc: { <<: *b, z: 3 }')).toMatchObject({
      c: { x: 1, y: 2, z: 3 },
    });
  });
  it('a quoted "<<" is a key like any other, and so it is in JSON', () => {
    expect(valueOf('"<<": { a: 1 }')).toEqual({ '<<': { a: 1 } });
    expect(parseDocument('a.json', '{"<<": {"a": 1}}').value).toEqual({ '<<': { a: 1 } });
  });
  it('a merge of anything else is a fault', () => {
    expect(codesOf('a: { <<: 1 }')).toEqual(['documents/merge']);
    expect(codesOf('a: { <<: [1] }')).toEqual(['documents/merge']);
  });
});

describe('names that objects have of their own are names like any other', () => {
  it.each(['a.yaml', 'a.json'])('%s', (file) => {
    const value = parseDocument(file, '{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}')
      .value as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
  it('also by a merge', () => {
    const value = parseDocument('a.yaml', 'a: &a { __proto__: { p: 1 } }\nb: { <<: *a }').value as {
      b: object;
    };
    expect(Object.keys(value.b)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value.b)).toBe(Object.prototype);
  });
});

const plain = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const styles = fc.record({
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_FOLDED',
    'BLOCK_LITERAL',
  ),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
} as const);
const wellFormed = (text: string): boolean => Buffer.from(text, 'utf8').toString('utf8') === text;

describe('laws', () => {
  it('a value written by another YAML library, in every style, is read back', () => {
    fc.assert(
      fc.property(plain, styles, fc.boolean(), (value, options, windows) => {
        const text = stringify(value, { version: '1.2', aliasDuplicateObjects: false, ...options });
        fc.pre(text.trim() !== '' && wellFormed(text) && parseWithYaml(text).errors.length === 0);
        const parsed = parseDocument('a.yaml', windows ? text.replaceAll('\n', '\r\n') : text);
        const strict = parsed.diagnostics.filter(({ code }) => code !== 'documents/number-changed');
        expect(strict).toEqual([]);
        expect(parsed.value).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('JSON is read as JSON.parse reads it, as JSON and as YAML', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseDocument('a.json', text).value).toEqual(value);
        fc.pre(wellFormed(text) && !/[\u007f-\u009f\ufffe\uffff]/.test(text));
        expect(parseDocument('a.yaml', text).value).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('JSON is refused where JSON.parse refuses it', () => {
    fc.assert(
      fc.property(
        plain,
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', '\\', ':', '0', 'x', '\n'),
        (value, at, insert) => {
          const text = JSON.stringify(value);
          const place = at % (text.length + 1);
          const damaged = text.slice(0, place) + insert + text.slice(place + (insert === '' ? 1 : 0));
          let reference: unknown;
          try {
            reference = JSON.parse(damaged);
          } catch {
            reference = undefined;
          }
          expect(parseDocument('a.json', damaged).value).toEqual(keepFirst(damaged, reference));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('whatever the text, it never throws', () => {
    const letters = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '- ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '!!str ',
      '|\n',
      '>',
      '"',
      "'",
      '#',
      '<<',
      '? ',
      '---',
      '\t',
      '\r',
      '中',
      '%',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { value, diagnostics, locate } = parseDocument('a.yaml', text);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
        locate('/a/0', 'key');
        JSON.stringify(value);
      }),
      { numRuns: 3000 },
    );
  });
});

/** JSON.parse lets the last of two equal keys win and 1e999 be infinite: here both are reported. */
function keepFirst(text: string, reference: unknown): unknown {
  const { value, diagnostics } = parseDocument('a.json', text);
  const differs = ['documents/duplicate-key', 'documents/not-json'];
  return diagnostics.some(({ code }) => differs.includes(code)) ? value : reference;
}
