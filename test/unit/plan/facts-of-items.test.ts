import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/messages/index.js';
import { itemName, itemParts } from '../../../src/model/index.js';
import { normalizeFacts } from '../../../src/plan/index.js';

const refusal = (facts: Record<string, unknown>): UsageError => {
  try {
    normalizeFacts(facts);
  } catch (error) {
    if (error instanceof UsageError) return error;
  }
  throw new Error('The facts are taken.');
};

describe('facts about single items', () => {
  it('make the items that they name, where nobody lists them', () => {
    const facts = { 'child[anna].age': 9, 'child[ben].age': 3, 'child[anna].slow': true };
    expect(normalizeFacts(facts)).toEqual({
      child: [
        { $key: 'anna', age: 9, slow: true },
        { $key: 'ben', age: 3 },
      ],
    });
  });

  it('tell more of items that are listed, in whichever order they stand', () => {
    const facts = { 'child[ben].age': 3, child: [{ $key: 'anna' }, { $key: 'ben' }] };
    expect(normalizeFacts(facts)).toEqual({ child: [{ $key: 'anna' }, { $key: 'ben', age: 3 }] });
  });

  it('leave what the caller has given as it is', () => {
    const child = [{ age: 1 }, { $key: 'ben' }];
    normalizeFacts({ child, 'child[0].slow': true, 'child[ben].slow': true });
    expect(child).toEqual([{ age: 1 }, { $key: 'ben' }]);
  });

  it('give a key to each item that has none, and none twice', () => {
    expect(normalizeFacts({ child: [{ age: 1 }, { $key: '0' }, { age: 2 }] })).toEqual({
      child: [{ $key: '1', age: 1 }, { $key: '0' }, { $key: '2', age: 2 }],
    });
    const byNumber = normalizeFacts({ child: [{ number: 7 }, { $key: 'b' }] }, {}, () => 'number');
    expect(byNumber).toEqual({ child: [{ $key: '7', number: 7 }, { $key: 'b' }] });
  });

  it.each([
    [
      'an item that is not listed',
      { child: [{ $key: 'anna' }], 'child[ana].age': 1 },
      'no item of "child" with the key "ana"',
      '"anna"',
    ],
    [
      'a position',
      { child: [{ $key: 'anna' }, { $key: 'ben' }], 'child[1].age': 1 },
      'with the key "1"',
      'not by its position',
    ],
    ['an item of nobody', { child: [], 'child[ben].age': 1 }, 'with the key "ben"', 'child: []'],
    ['a key twice', { child: [{ $key: 'a' }, { $key: 'a' }] }, '"/child/1" has the key "a"', ''],
    ['a key that is no text', { child: [{ $key: 1 }] }, '"/child/0" is no text', ''],
    ['a role as one and as several', { child: { age: 1 }, 'child[a].age': 1 }, 'as a whole', ''],
  ])('refuse %s with words', (_, facts, message, help) => {
    const error = refusal(facts);
    expect(error.code).toBe('usage/facts');
    expect(error.message).toContain(message);
    expect(error.help?.message ?? '').toContain(help);
  });
});

describe('the name of an item', () => {
  it.each(['anna', '0', '小明', 'a.b', 'a b', '[x]', '%2e', 'a/b~', '\u00a0', '\u2003', ''])(
    'is read back: %j',
    (key) => {
      const name = itemName('child', key);
      expect(itemParts(name)).toEqual({ name: 'child', key });
      expect(name).not.toMatch(/[\s./~]/);
    },
  );
});
