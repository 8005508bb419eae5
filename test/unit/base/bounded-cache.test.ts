import { expect, it } from 'vitest';
import { backoffMs, BoundedCache, shortestBackoffMs } from '../../../src/base/index.js';

it('a bounded cache holds n, and of n + 1 drops what was not used longest', () => {
  const dropped: string[] = [];
  const cache = new BoundedCache<number>(3, (key) => dropped.push(key));
  for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index);
  expect([cache.size, dropped]).toEqual([3, []]);
  expect(cache.get('a')).toBe(0);
  cache.set('d', 3);
  expect([cache.size, dropped]).toEqual([3, ['b']]);
  expect([...cache.values()]).toEqual([2, 0, 3]);
  cache.delete('c');
  cache.set('a', 9);
  expect([cache.has('c'), cache.get('a'), cache.size]).toEqual([false, 9, 2]);
});

it('patience grows to its end, and is never shorter than its floor, whatever the numbers', () => {
  const patience = { firstMs: 1_000, factor: 2, mostMs: 5_000 };
  expect([1, 2, 3, 4, 5_000].map((attempt) => backoffMs(patience, attempt))).toEqual([
    1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
  const nothing = { firstMs: 0, factor: 1, mostMs: 0 };
  expect([0, 1, 2, 10_000].map((attempt) => backoffMs(nothing, attempt))).toEqual(
    Array(4).fill(shortestBackoffMs),
  );
  expect(backoffMs({ firstMs: 0, factor: 100, mostMs: 60_000 }, 10_000)).toBe(60_000);
});

it('works once for a key, also where the work comes to undefined', () => {
  const cache = new BoundedCache<number | undefined>(3);
  let worked = 0;
  const nothing = () => void worked++;
  expect([cache.remember('a', nothing), cache.remember('a', nothing)]).toEqual([undefined, undefined]);
  expect([cache.remember('b', () => 7), cache.remember('b', () => 8)]).toEqual([7, 7]);
  expect(worked).toBe(1);
});

it('works again for a key that had to go', () => {
  const cache = new BoundedCache<number>(2);
  for (const [value, key] of ['a', 'b', 'c'].entries()) cache.remember(key, () => value);
  expect([cache.remember('c', () => 9), cache.remember('a', () => 9)]).toEqual([2, 9]);
});
