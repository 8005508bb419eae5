import { expect, test } from 'vitest';
import { deepEqual, isDeeperThan } from '../../../src/base/index.js';
import type { JsonValue } from '../../../src/base/index.js';

function nested(depth: number, core: JsonValue): JsonValue {
  let value = core;
  for (let index = 0; index < depth; index++) value = index % 2 === 0 ? [value] : { a: value };
  return value;
}

test.each([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  [JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 2}'), false],
  [JSON.parse('{"constructor": {}}'), {}, false],
])('equality of %j and %j is %s', (a, b, expected) => {
  expect(deepEqual(a, b)).toBe(expected);
  expect(deepEqual(b, a)).toBe(expected);
});

test('no depth overflows the stack', () => {
  const depth = 200_000;
  expect(deepEqual(nested(depth, 1), nested(depth, 1))).toBe(true);
  expect(deepEqual(nested(depth, 1), nested(depth, 2))).toBe(false);
  expect(isDeeperThan(nested(depth, 1), 200)).toBe(true);
});

test('a value is as deep as lists and objects stand in each other', () => {
  expect([0, 1, 3].map((depth) => isDeeperThan(nested(depth, 'x'), 2))).toEqual([false, false, true]);
  expect(isDeeperThan(nested(2, 'x'), 2)).toBe(false);
});
