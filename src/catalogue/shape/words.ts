import { own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { durationPattern, fieldPattern, namePattern } from '../../model/index.js';

/** The JSON type of a value, as JSON Schema names it. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};

/** A JSON type in words. */
export function nameOfType(type: string): string {
  return typeNames[type] ?? type;
}

const patternWords = new Map<string, string>([
  [namePattern.source, 'a name (letters, digits, "-" and "_")'],
  [fieldPattern.source, 'a field such as "child.name"'],
  [durationPattern.source, 'a duration such as "30d", "5wd", "4h" or "1mo"'],
]);

/** What a text of this schema is, in words. */
export function wordsFor(schema: JsonObject): string {
  const pattern = own(schema, 'pattern');
  const known = typeof pattern === 'string' ? patternWords.get(pattern) : undefined;
  if (known !== undefined) return known;
  if (own(schema, 'format') === 'date') return 'a date such as "2026-10-01"';
  const description = own(schema, 'description');
  if (typeof description === 'string')
    return description.replace(/\.$/, '').replace(/^./u, (first) => first.toLowerCase());
  return 'of the expected form';
}

/** A value in a sentence. */
export function quote(value: JsonValue): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}

/** "a", "a or b", "a, b or c". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
