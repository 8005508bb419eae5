import type { JsonValue } from '../../base/index.js';
import { canonicalJson, deepEqual, isDeeperThan } from '../../base/index.js';
import { MOST_NESTED } from '../document/most-nested.js';

/** Does an array hold two equal values? */
export function hasDuplicates(items: readonly JsonValue[]): boolean {
  return firstDuplicate(items) !== undefined;
}

/**
 * The first item that equals an earlier one, and the earlier one, by their places. Scalars are told apart by themselves
 * and all others by their canonical text, so that long lists stay cheap; only those too deep to be written one by one.
 */
export function firstDuplicate(items: readonly JsonValue[]): { i: number; j: number } | undefined {
  const places = new Map<JsonValue, number>();
  const deep: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const isScalar = typeof item !== 'object' || item === null;
    if (!isScalar && isDeeperThan(item, MOST_NESTED)) {
      const j = deep.find((at) => deepEqual(items[at]!, item));
      if (j !== undefined) return { i, j };
      deep.push(i);
      continue;
    }
    // No scalar is an object's text: texts among the items have a mark of their own.
    const key = isScalar ? (typeof item === 'string' ? `"${item}` : item) : canonicalJson(item);
    const j = places.get(key);
    if (j !== undefined) return { i, j };
    places.set(key, i);
  }
  return undefined;
}
