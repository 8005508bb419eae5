import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { BoundedCache, isObject } from '../../base/index.js';
import type { FormatTable } from '../formats/index.js';
import { holdingOf } from '../keywords/keyword-shape.js';
import { ANNOTATIONS, KEYWORDS } from '../keywords/registry.js';
import { BIT } from '../keywords/type-set.js';

/** Keywords that constrain texts and nothing else. */
const TEXT_ONLY: readonly string[] = KEYWORDS.filter(
  ({ types, shape }) => types === BIT.string && holdingOf(shape) === undefined,
).map(({ name }) => name);
const TEXT: ReadonlySet<string> = new Set(['type', ...TEXT_ONLY, ...ANNOTATIONS.keys()]);
const MOST_REMEMBERED = 5_000;
const remembered = new WeakMap<FormatTable, BoundedCache<boolean>>();

/** Does the schema admit texts only, and constrain them by keywords for texts only? */
export function isTextOnly(schema: JsonSchema): schema is JsonObject {
  if (!isObject(schema) || schema.type !== 'string') return false;
  for (const keyword in schema) if (!TEXT.has(keyword)) return false;
  return true;
}

/**
 * Is there no such text? Fields of one form share a handful of patterns and formats, so what was decided for one field
 * is remembered for the others.
 */
export function noText(schema: JsonObject, formats: FormatTable, decide: () => boolean): boolean {
  let verdicts = remembered.get(formats);
  if (!verdicts) remembered.set(formats, (verdicts = new BoundedCache<boolean>(MOST_REMEMBERED)));
  const key = TEXT_ONLY.map((keyword) => textOf(schema[keyword])).join(':');
  return verdicts.remember(key, decide);
}

/** Keeps the parts of a key apart: formats and patterns may hold any character. */
function textOf(value: JsonValue | undefined): string {
  // eslint-disable-next-line no-restricted-syntax -- a name of a value, no key
  if (typeof value === 'string') return `${value.length}.${value}`;
  return value === undefined ? '' : JSON.stringify(value);
}
