import type { JsonValue } from '../../base/index.js';
import { escapeToken } from '../../base/index.js';

/** More parts than this are not walked through: a value that holds itself has no end. */
const MOST_PARTS = 5_000_000;

/** What a value means as JSON, or why it is none: the place of a part that JSON cannot say, or that there is too much of it. */
export type AsJson =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'foreign'; readonly pointer: string }
  | { readonly kind: 'endless' };

/**
 * Reads a value of JavaScript as JSON. As in `JSON.stringify`, a property that is undefined is not there; everything else
 * that JSON cannot say (functions, dates, NaN, gaps in lists) is no JSON.
 */
export function asJson(value: unknown): AsJson {
  const open: unknown[] = [value];
  let parts = 0;
  let hasAbsent = false;
  while (open.length > 0) {
    if (++parts > MOST_PARTS) return { kind: 'endless' };
    const part = open.pop();
    if (isScalar(part)) continue;
    if (Array.isArray(part)) {
      for (const item of part) open.push(item);
    } else if (isPlain(part)) {
      for (const name of Object.keys(part)) {
        if (part[name] === undefined) hasAbsent = true;
        else open.push(part[name]);
      }
    } else {
      return { kind: 'foreign', pointer: firstForeign(value) };
    }
  }
  if (!hasAbsent) return { kind: 'json', value: value as JsonValue };
  try {
    return { kind: 'json', value: JSON.parse(JSON.stringify(value)) as JsonValue };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'endless' };
    throw error;
  }
}

function isScalar(value: unknown): boolean {
  const kind = typeof value;
  return (
    kind === 'string' || kind === 'boolean' || value === null || (kind === 'number' && Number.isFinite(value))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === Object.prototype ||
    prototype === null ||
    Object.prototype.toString.call(value) === '[object Object]'
  );
}

/** The place of the first part that is no JSON. */
function firstForeign(value: unknown): string {
  const open: { part: unknown; pointer: string }[] = [{ part: value, pointer: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, pointer } = next;
    if (isScalar(part)) continue;
    if (!Array.isArray(part) && !isPlain(part)) return pointer;
    const children = Object.entries(part).filter(([, child]) => Array.isArray(part) || child !== undefined);
    if (Array.isArray(part) && children.length < part.length) return pointer;
    for (const [name, child] of children.reverse())
      open.push({ part: child, pointer: `${pointer}/${escapeToken(name)}` });
  }
  return '';
}
