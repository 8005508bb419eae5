import { describe, expect, test } from 'vitest';
import { conditionText } from '../../../src/report/index.js';
import { printable, printableJson } from '../../../src/report/text/layout/printable.js';
import { schemaText } from '../../../src/report/text/words/schema-text.js';
import { table } from '../../../src/report/text/layout/table.js';
import { widthOf, wrapText } from '../../../src/report/text/layout/wrap-text.js';

describe('wrapping', () => {
  test('breaks at spaces, and keeps what has none', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('mother.insurance = employee', 5)).toEqual(['mother.insurance', '=', 'employee']);
  });

  test('breaks anywhere between Chinese characters, each two columns wide', () => {
    expect(wrapText('新生儿出生一件事', 6)).toEqual(['新生儿', '出生一', '件事']);
  });

  test('gives one line for nothing', () => {
    expect(wrapText('', 10)).toEqual(['']);
  });
});

describe('a table', () => {
  test('aligns wide characters', () => {
    const lines = table(
      [
        ['姓名', 'a'],
        ['name', 'b'],
        ['n', 'c'],
      ],
      { width: 40 },
    );
    expect(lines).toEqual(['姓名  a', 'name  b', 'n     c']);
    expect(new Set(lines.map(widthOf)).size).toBe(1);
  });

  test('aligns before it paints', () => {
    const red = (text: string) => `<${text}>`;
    expect(
      table(
        [
          [{ text: 'a', paint: red }, 'x'],
          ['long', 'y'],
        ],
        { width: 40 },
      ),
    ).toEqual(['<a>     x', 'long  y']);
  });

  test('puts figures at the right edge and wraps the last column under itself', () => {
    expect(
      table(
        [
          ['a', '5'],
          ['b', '10'],
        ],
        { width: 40, right: [1] },
      ),
    ).toEqual(['a   5', 'b  10']);
    expect(table([['a', 'one two three four five six seven']], { width: 31, indent: 1 })).toEqual([
      ' a  one two three four five six',
      '    seven',
    ]);
  });
});

describe('a condition', () => {
  const married = { field: 'mother.married', schema: { const: true } };
  const card = { field: 'choices.card', schema: { const: true } };

  test.each([
    [true, 'always'],
    [false, 'never'],
    [married, 'mother.married = true'],
    [card, '"card" is chosen'],
    [{ field: 'choices.card', schema: { not: { const: true } } }, '"card" is not chosen'],
    [{ field: 'a.b', schema: { enum: ['x', 'y'] } }, 'a.b in [x, y]'],
    [{ field: 'a.b', schema: { not: { enum: ['x', 'y'] } } }, 'a.b not in [x, y]'],
    [{ field: 'a.b', schema: { minimum: 18, maximum: 60 } }, 'a.b ≥ 18 and ≤ 60'],
    [{ field: 'a.b', schema: { pattern: '^36' } }, 'a.b matches ^36'],
    [{ field: 'a.b', schema: { contains: { const: 1 } } }, 'a.b meets contains: {"const":1}'],
    [
      { all: [married, { any: [card, married] }] },
      'mother.married = true and ("card" is chosen or mother.married = true)',
    ],
    [{ some: 'child', of: married }, 'some child has mother.married = true'],
    [
      { every: 'child', of: { all: [married, card] } },
      'every child has (mother.married = true and "card" is chosen)',
    ],
  ])('%j', (predicate, text) => {
    expect(conditionText(predicate)).toBe(text);
  });
});

test('a schema stands as in a document', () => {
  expect(schemaText({ type: 'string', maxLength: 30 })).toBe('type: "string", maxLength: 30');
  expect([schemaText(true), schemaText({}), schemaText(false)]).toEqual(['anything', 'anything', 'nothing']);
});

test('nothing that a terminal would obey is left in a text or in a name', () => {
  expect(printable('\u001b[31mred\u0007\r\nnext\u202eexe')).toBe('\\u001b[31mred\\u0007 next\\u202eexe');
  const shown = printableJson({ 'a\u001b': ['\u009b2J', { b: '张三' }], n: 1 });
  expect(shown).toEqual({ 'a\\u001b': ['\\u009b2J', { b: '张三' }], n: 1 });
});
