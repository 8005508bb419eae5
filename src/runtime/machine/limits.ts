import { isObject } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';

/** How deep an answer may be nested, and how many values it may hold. */
export const answerLimits = { depth: 64, values: 200_000, textLength: 10_000_000 } as const;

/**
 * Is it plain JSON within {@link answerLimits}? Iterative, so that nothing which an applicant or a handler sends can
 * overflow the stack.
 */
export function isBoundedJson(value: unknown): value is JsonValue {
  const open: [unknown, number][] = [[value, 0]];
  let values = 0;
  let text = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [current, depth] = next;
    values += 1;
    if (values > answerLimits.values || depth > answerLimits.depth) return false;
    if (typeof current === 'string') text += current.length;
    else if (typeof current === 'number') {
      if (!Number.isFinite(current)) return false;
    } else if (Array.isArray(current)) {
      if (current.length > answerLimits.values) return false;
      for (const item of current) open.push([item, depth + 1]);
    } else if (isPlain(current)) {
      for (const [key, item] of Object.entries(current)) {
        text += key.length;
        if (item !== undefined) open.push([item, depth + 1]);
      }
    } else if (current !== null && typeof current !== 'boolean') return false;
    if (text > answerLimits.textLength) return false;
  }
  return true;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
