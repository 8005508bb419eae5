import { isObject, type JsonSchema, type JsonValue } from '../base/index.js';
import { UsageError } from '../messages/index.js';
import { asJson } from './document/json-value.js';
import type { Format } from './formats/index.js';
import type { SchemaContribution } from './types.js';

/** @throws UsageError where the value is neither true nor false nor an object */
export function assertSchema(schema: unknown): asserts schema is JsonSchema {
  if (typeof schema !== 'boolean' && !isObject(schema)) {
    throw new UsageError(
      'schema/not-a-schema',
      'A JSON Schema is true, false or an object of keywords.',
      'Write { type: … }, or true where anything is allowed.',
    );
  }
}

/** @throws UsageError where the value is no JSON Pointer */
export function assertPointer(at: unknown): asserts at is string {
  if (typeof at !== 'string' || (at !== '' && !at.startsWith('/')))
    throw wrong('The place is no JSON Pointer.', 'Write "" for the whole, "/properties/a" for a part.');
}

/** @throws UsageError where the options are none, or one of them is not as it should be */
export function assertOptions(options: unknown): void {
  if (!isObject(options)) throw wrong('The options are no object.', 'Write { formats, budget }.');
  const { formats, budget } = options as { formats?: unknown; budget?: unknown };
  if (budget !== undefined && !(typeof budget === 'number' && budget >= 0))
    throw wrong('The option "budget" is no number from 0.', 'Leave it out for the usual one.');
  const isTable = isObject(formats) && typeof (formats as { validate?: unknown }).validate === 'function';
  if (formats !== undefined && formats !== false && !isTable)
    throw wrong(
      'The option "formats" is no table of formats.',
      'createFormatTable and defaultFormats make one.',
    );
}

/** @throws UsageError where the list holds something else than `{ schema }` */
export function assertContributions(list: unknown): asserts list is readonly SchemaContribution[] {
  if (!Array.isArray(list) || !list.every((one) => isObject(one) && Object.hasOwn(one, 'schema'))) {
    throw wrong(
      'The contributions are no list of { schema, source }.',
      'Write [{ schema: a }, { schema: b }]; intersect takes plain schemas.',
    );
  }
  for (const { schema } of list as SchemaContribution[]) assertSchema(schema);
}

/** @throws UsageError where the value is no list of schemas */
export function assertSchemas(schemas: unknown): asserts schemas is readonly JsonSchema[] {
  if (!Array.isArray(schemas)) throw wrong('The schemas are no list.', 'Write [a, b].');
  for (const schema of schemas) assertSchema(schema);
}

/** @throws UsageError where the value is no function */
export function assertFunction(value: unknown, name: string): void {
  if (typeof value !== 'function') throw wrong(`The argument "${name}" is no function.`, 'Leave it out.');
}

/** The instance as JSON; undefined where there is too much of it. @throws UsageError where JSON cannot say it */
export function jsonOf(instance: unknown): JsonValue | undefined {
  const read = asJson(instance);
  if (read.kind === 'foreign')
    throw wrong(
      `The instance is no JSON at "${read.pointer}".`,
      'JSON knows neither functions, dates nor NaN.',
    );
  return read.kind === 'json' ? read.value : undefined;
}

/** @throws UsageError where the value is no text */
export function assertPatternText(pattern: unknown): asserts pattern is string {
  if (typeof pattern !== 'string')
    throw wrong('The pattern is no text.', 'Write the regular expression as a text.');
}

/** @throws UsageError where the list holds something else than formats */
export function assertFormats(formats: unknown): asserts formats is readonly Format[] {
  if (!Array.isArray(formats) || !formats.every(isFormat)) {
    throw wrong(
      'The formats are no list of { name, source, pattern, samples }.',
      'A pattern is a regular expression in Unicode mode, samples a function.',
    );
  }
}

function isFormat(format: unknown): boolean {
  if (!isObject(format)) return false;
  const { name, pattern, samples } = format as Partial<Record<keyof Format, unknown>>;
  if (typeof name !== 'string' || typeof pattern !== 'string' || typeof samples !== 'function') return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    // Not even the engine reads it.
    return false;
  }
}

const wrong = (message: string, help: string): UsageError => new UsageError('usage/argument', message, help);
