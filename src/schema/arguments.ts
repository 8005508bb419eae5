import { isObject, type JsonSchema, type JsonValue } from '../base/index.js';
import { UsageError } from '../messages/index.js';
import { asJson } from './document/json-value.js';
import type { Format } from './formats/format.js';
import { tell } from './messages.js';
import type { SchemaContribution } from './types.js';

/** @throws UsageError where the value is neither true nor false nor an object */
export function assertSchema(schema: unknown): asserts schema is JsonSchema {
  if (typeof schema !== 'boolean' && !isObject(schema)) {
    throw new UsageError(tell('schema/not-a-schema'), tell('schema/not-a-schema:help'));
  }
}

/** @throws UsageError where the value is no JSON Pointer */
export function assertPointer(at: unknown): asserts at is string {
  if (typeof at !== 'string' || (at !== '' && !at.startsWith('/'))) throw wrong('pointer');
}

/** @throws UsageError where the options are none, or one of them is not as it should be */
export function assertOptions(options: unknown): void {
  if (!isObject(options)) throw wrong('options');
  const { formats, budget } = options as { formats?: unknown; budget?: unknown };
  if (budget !== undefined && !(typeof budget === 'number' && budget >= 0)) throw wrong('budget');
  const isTable = isObject(formats) && typeof (formats as { validate?: unknown }).validate === 'function';
  if (formats !== undefined && formats !== false && !isTable) throw wrong('format-table');
}

/** @throws UsageError where the list holds something else than `{ schema }` */
export function assertContributions(list: unknown): asserts list is readonly SchemaContribution[] {
  if (!Array.isArray(list) || !list.every((one) => isObject(one) && Object.hasOwn(one, 'schema'))) {
    throw wrong('contributions');
  }
  for (const { schema } of list as SchemaContribution[]) assertSchema(schema);
}

/** @throws UsageError where the value is no list of schemas */
export function assertSchemas(schemas: unknown): asserts schemas is readonly JsonSchema[] {
  if (!Array.isArray(schemas)) throw wrong('schemas');
  for (const schema of schemas) assertSchema(schema);
}

/** @throws UsageError where the value is no function */
export function assertFunction(value: unknown, name: string): void {
  if (typeof value === 'function') return;
  const said = tell('usage/argument:no-function', { name });
  throw new UsageError(said, tell('usage/argument:no-function-help'));
}

/** The instance as JSON; undefined where there is too much of it. @throws UsageError where JSON cannot say it */
export function jsonOf(instance: unknown): JsonValue | undefined {
  const read = asJson(instance);
  if (read.kind === 'foreign')
    throw new UsageError(
      tell('usage/argument:instance', { pointer: read.pointer }),
      tell('usage/argument:instance-help'),
    );
  return read.kind === 'json' ? read.value : undefined;
}

/** @throws UsageError where the value is no text */
export function assertPatternText(pattern: unknown): asserts pattern is string {
  if (typeof pattern !== 'string') throw wrong('pattern');
}

/** @throws UsageError where the list holds something else than formats */
export function assertFormats(formats: unknown): asserts formats is readonly Format[] {
  if (!Array.isArray(formats) || !formats.every(isFormat)) {
    throw wrong('formats');
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

type Wrong =
  'pointer' | 'options' | 'budget' | 'format-table' | 'contributions' | 'schemas' | 'pattern' | 'formats';

const wrong = (what: Wrong): UsageError =>
  new UsageError(tell(`usage/argument:${what}`), tell(`usage/argument:${what}-help`));
