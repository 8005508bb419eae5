import { assertArguments } from '../../../messages/index.js';
import { isObject, setOwn } from '../../../base/index.js';
import type { JsonObject, JsonValue } from '../../../base/index.js';

/**
 * What a terminal would obey instead of showing: control characters (a title may hold an escape sequence that moves
 * the cursor or renames the window) and the marks that turn the direction of writing, which hide what stands where.
 */
// eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
const obeyed = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The text with everything that a terminal would obey written out. Line breaks and tabs become spaces. */
export function printable(text: string): string {
  assertArguments('printable', { text: 'text' }, { text });
  return text
    .replace(/\r\n?|[\n\t]/g, ' ')
    .replace(obeyed, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A JSON document with every text in it printable, property names as well. */
export function printableJson<T>(document: T): T {
  return convert(document as JsonValue) as T;
}

function convert(value: JsonValue): JsonValue {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(convert);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, part] of Object.entries(value)) setOwn(copy, printable(key), convert(part));
  return copy;
}
