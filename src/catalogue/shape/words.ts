import { own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { durationPattern, fieldPattern, namePattern } from '../../model/index.js';
import { listOf, literal, tellKind } from '../../messages/index.js';
import type { Message, PlainArg } from '../../messages/index.js';
import { tell } from '../messages.js';

/** The JSON type of a value, as JSON Schema names it. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

const typeNames = {
  string: 'kind.text',
  number: 'kind.number',
  integer: 'kind.whole-number',
  boolean: 'kind.boolean',
  array: 'kind.list',
  object: 'kind.map',
  null: 'kind.nothing',
} as const;

/** A JSON type in words. */
export function nameOfType(type: string): PlainArg {
  const key = own<(typeof typeNames)[keyof typeof typeNames]>(typeNames, type);
  return key === undefined ? literal(type) : tellKind(key);
}

const durations = { examples: listOf(['30d', '5wd', '4h', '1mo'], 'or') };

const patternWords = new Map<string, Message>([
  [namePattern.source, tell('expected.name')],
  [fieldPattern.source, tell('expected.field', { example: 'child.name' })],
  [durationPattern.source, tell('expected.duration', durations)],
]);

/** Texts that have a pattern of their own, by what the published schema says of them. */
const describedWords = new Map<string, Message>([
  ['The version (semver).', tell('expected.version', { example: '1.0.0' })],
  [
    'A file or folder below the catalogue, such as "answers".',
    tell('expected.import', { example: 'answers' }),
  ],
  ['ISO 4217, as in CNY.', tell('expected.currency', { example: 'CNY' })],
]);

/** What a text of this schema is, in words. */
export function wordsFor(schema: JsonObject): Message {
  const pattern = own(schema, 'pattern');
  const known = typeof pattern === 'string' ? patternWords.get(pattern) : undefined;
  if (known !== undefined) return known;
  if (own(schema, 'format') === 'date') return tell('expected.date', { example: '2026-10-01' });
  const description = own(schema, 'description');
  const described = typeof description === 'string' ? describedWords.get(description) : undefined;
  return described ?? tell('expected.form');
}

const patternForms = new Map<string, 'name' | 'field' | 'duration'>([
  [namePattern.source, 'name'],
  [fieldPattern.source, 'field'],
  [durationPattern.source, 'duration'],
]);

/** Which of the known forms a text of this schema has. */
export function formOf(schema: JsonObject): 'name' | 'field' | 'duration' | 'date' | 'other' {
  if (own(schema, 'format') === 'date') return 'date';
  const pattern = own(schema, 'pattern');
  return (typeof pattern === 'string' ? patternForms.get(pattern) : undefined) ?? 'other';
}
