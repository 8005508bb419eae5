import { isObject, own } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { Element } from '../../model/index.js';
import { portableSchema } from '../../schema/index.js';
import { partsOfOnly } from './schema-words.js';

/**
 * The values of a code list as texts, which is how `labels` and `codes` name them; undefined where the schema lists
 * none. Of a list of codes it is those of its items.
 */
export function valuesOf(schema: JsonSchema | undefined): string[] | undefined {
  return schema === undefined ? undefined : valuesIn(portableSchema(schema));
}

/**
 * Do the values of an element and its own labels contradict each other, or is its list one value with a comma in it? Then
 * that is the finding, and what others say of its values is measured by nothing.
 */
export function areInDoubt({ schema, labels = {} }: Element): boolean {
  if (isObject(schema) && partsOfOnly(own(schema, 'enum')) !== undefined) return true;
  const values = valuesOf(schema);
  return values !== undefined && Object.keys(labels).some((value) => !values.includes(value));
}

function valuesIn(schema: JsonSchema): string[] | undefined {
  if (!isObject(schema)) return undefined;
  const constant = own(schema, 'const');
  if (constant !== undefined) return [textOf(constant)];
  const listed = own(schema, 'enum');
  if (Array.isArray(listed)) return listed.map(textOf);
  if (own(schema, 'type') === 'boolean') return ['true', 'false'];
  const alternatives = own(schema, 'oneOf') ?? own(schema, 'anyOf');
  if (Array.isArray(alternatives)) {
    const parts = alternatives.map((part) => (isObject(part) ? valuesIn(part) : undefined));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const items = own(schema, 'items');
  return isObject(items) ? valuesIn(items) : undefined;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
