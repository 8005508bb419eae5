import { expect, test } from 'vitest';
import { appendTo, groupBy } from '../../../src/base/index.js';

test('groups stand in the order of their first value, and values in the order in which they are given', () => {
  const groups = groupBy(['bob', 'ann', 'ben', 'x'], (name) => (name === 'x' ? undefined : name[0]));
  expect([...groups]).toEqual([
    ['b', ['bob', 'ben']],
    ['a', ['ann']],
  ]);
});

test('a value is added to the list that is there, and no list is made anew', () => {
  const first = ['a'];
  const lists = new Map([['k', first]]);
  appendTo(lists, 'k', 'b');
  appendTo(lists, 'n', 'c');
  expect(lists.get('k')).toBe(first);
  expect([...lists]).toEqual([
    ['k', ['a', 'b']],
    ['n', ['c']],
  ]);
});
