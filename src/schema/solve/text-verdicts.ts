import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { BoundedCache, isObject } from '../../base/index.js';
import type { FormatTable } from '../formats/index.js';
import { ANNOTATIONS } from '../keywords/combine.js';

const TEXT = new Set(['type', 'minLength', 'maxLength', 'pattern', 'format']);
const MOST_REMEMBERED = 5_000;
const remembered = new WeakMap<FormatTable, BoundedCache<boolean>>();

/** Does the schema admit texts only, and constrain them by keywords for texts only? */
export function isTextOnly(schema: JsonSchema): schema is JsonObject {
  if (!isObject(schema) || schema.type !== 'string') return false;
  for (const keyword in schema) if (!TEXT.has(keyword) && !ANNOTATIONS.has(keyword)) return false;
  return true;
}

/**
 * Is there no such text? Fields of one form share a handful of patterns and formats, so what was decided for one field
 * is remembered for the others.
 */
export function noText(schema: JsonObject, formats: FormatTable, decide: () => boolean): boolean {
  let verdicts = remembered.get(formats);
  if (!verdicts) remembered.set(formats, (verdicts = new BoundedCache<boolean>(MOST_REMEMBERED)));
  const { minLength, maxLength, pattern, format } = schema;
  const key = `${textOf(minLength)}:${textOf(maxLength)}:${textOf(format)}:${textOf(pattern)}`;
  return verdicts.remember(key, decide);
}

/** Keeps the parts of a key apart: formats and patterns may hold any character. */
function textOf(value: JsonValue | undefined): string {
  // eslint-disable-next-line no-restricted-syntax -- a name of a value, no key
  if (typeof value === 'string') return `${value.length}.${value}`;
  return typeof value === 'number' ? String(value) : '';
}
