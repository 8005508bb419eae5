import { expect, expectTypeOf, test } from 'vitest';
import { omitUndefined } from '../../../src/base/index.js';

test('what is undefined is absent; every other value stays, and so does the order', () => {
  const none: string | undefined = undefined;
  const result = omitUndefined({ b: 0, none, empty: '', isNot: false, nothing: null, a: [undefined] });
  expect(Object.entries(result)).toEqual([
    ['b', 0],
    ['empty', ''],
    ['isNot', false],
    ['nothing', null],
    ['a', [undefined]],
  ]);
  expect('none' in result).toBe(false);
});

test('a property named __proto__ stays a property', () => {
  const result = omitUndefined(JSON.parse('{"__proto__": 1}') as object);
  expect(Object.keys(result)).toEqual(['__proto__']);
});

test('the type says which properties can be absent', () => {
  const given = { id: 'a', title: undefined as string | undefined };
  expectTypeOf(omitUndefined(given)).toEqualTypeOf<{ id: string } & { title?: string }>();
});
