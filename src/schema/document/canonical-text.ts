import type { JsonValue } from '../../base/index.js';

/** Values nested deeper than this are hostile, not useful: they are compared, but never written out or folded. */
export const MOST_NESTED = 250;

/** Is a value nested deeper than the limit? Walks with a stack of its own, so that no depth overflows. */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const open: object[] = [value];
  const depths: number[] = [1];
  for (let next = open.pop(); next; next = open.pop()) {
    const depth = depths.pop()!;
    if (depth > limit) return true;
    for (const child of Object.values(next) as JsonValue[]) {
      if (typeof child === 'object' && child !== null) {
        open.push(child);
        depths.push(depth + 1);
      }
    }
  }
  return false;
}

/** JSON equality (core, section 4.2.2) that no depth overflows. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  const open: [JsonValue, JsonValue][] = [[a, b]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [left, right] = next;
    if (left === right) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return false;
    if (Array.isArray(left) || Array.isArray(right)) {
      if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
      for (let at = 0; at < left.length; at++) open.push([left[at]!, right[at]!]);
    } else {
      const keys = Object.keys(left);
      if (keys.length !== Object.keys(right).length) return false;
      for (const key of keys) {
        if (!Object.hasOwn(right, key)) return false;
        open.push([left[key]!, right[key]!]);
      }
    }
  }
  return true;
}
