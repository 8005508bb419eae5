import type { JsonSchema, JsonValue } from '../base/index.js';
import { assertSchema, jsonOf } from './arguments.js';
import { createDocument } from './document/document.js';
import { createEvaluator } from './evaluate/evaluate.js';
import { formatsOf } from './options.js';
import type { AlgebraOptions } from './types.js';

/**
 * Is the instance valid for the schema (JSON Schema draft 2020-12)? Compiles nothing, so one question costs one walk.
 * Formats of the table are asserted; numbers are compared exactly as decimals, texts are counted in code points.
 *
 * @returns `unknown` where a reference leaves the document, a pattern is not regular and the text long, or the schema
 * is nested or recursive beyond the bounds
 * @throws UsageError where the schema is none, or the instance is nothing that JSON can say
 */
export function accepts(
  schema: JsonSchema,
  instance: JsonValue,
  options: AlgebraOptions = {},
): boolean | 'unknown' {
  assertSchema(schema);
  const formats = formatsOf(options);
  const value = jsonOf(instance);
  if (typeof schema === 'boolean') return schema;
  if (value === undefined) return 'unknown';
  return createEvaluator(createDocument(schema), formats)(schema, value) ?? 'unknown';
}
