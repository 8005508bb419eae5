/** JSON Pointer (RFC 6901), and the values that paths of tokens lead to. */
import { isObject, own, setOwn } from './json.js';
import type { JsonObject, JsonValue } from './json.js';

/** Escapes one reference token (RFC 6901 section 4). */
export function escapeToken(token: string | number): string {
  const text = String(token);
  return /[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
}

/** A pointer from its tokens; no tokens give the pointer to the whole document. */
export function pointer(...tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

/** The tokens of a pointer, unescaped. */
export function tokensOf(text: string): string[] {
  if (text === '') return [];
  const tokens = text.slice(text.indexOf('/') + 1).split('/');
  // Most pointers escape nothing, and are read at every answer.
  return text.includes('~')
    ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : tokens;
}

/** The value that a pointer leads to, or undefined where it leads nowhere. */
export function resolvePointer(root: unknown, text: string): unknown {
  return valueAt(root, tokensOf(text));
}

/** The value at a path of names and positions, or undefined where there is none. */
export function valueAt(root: unknown, path: readonly string[]): JsonValue | undefined {
  let value = root as JsonValue | undefined;
  for (const token of path) {
    if (Array.isArray(value)) value = isPosition(token) ? value[Number(token)] : undefined;
    else value = isObject(value) ? own(value, token) : undefined;
  }
  return value;
}

/**
 * Sets the value at a path and makes the objects on the way. Arrays are never made longer.
 * @returns whether there was a place for it
 */
export function setValueAt(root: JsonObject, path: readonly string[], value: JsonValue): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  let holder: JsonValue = root;
  for (const token of path.slice(0, -1)) {
    let next = valueAt(holder, [token]);
    if (next === undefined && isObject(holder)) setOwn(holder, token, (next = {}));
    if (next === undefined) return false;
    holder = next;
  }
  if (!isObject(holder)) return false;
  setOwn(holder, last, value);
  return true;
}

function isPosition(token: string): boolean {
  return /^(0|[1-9][0-9]*)$/.test(token);
}
