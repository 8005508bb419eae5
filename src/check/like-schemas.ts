import { isObject, own } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';
import { portableSchema } from '../schema/index.js';

/**
 * Can two elements be one fact, by what they take? `same`: they say the same thing that tells something; `like`: neither
 * speaks against it; `other`: a date is no number, and two code lists that share little are two things.
 */
export function compareSchemas(first: JsonSchema, second: JsonSchema): 'same' | 'like' | 'other' {
  const [one, other] = [portableSchema(first), portableSchema(second)];
  if (!isObject(one) || !isObject(other)) return 'like';
  const [valuesA, valuesB] = [valuesIn(one), valuesIn(other)];
  if (valuesA !== undefined && valuesB !== undefined) return compareValues(valuesA, valuesB);
  if (valuesA !== undefined || valuesB !== undefined) return 'other';
  if (typeIn(one) !== typeIn(other)) return 'other';
  const [formatA, formatB] = [own(one, 'format'), own(other, 'format')];
  if (formatA !== undefined && formatB !== undefined) return formatA === formatB ? 'same' : 'other';
  // A date beside free text is another question; a number with a check digit may be loosely written.
  if (formatA === 'date' || formatB === 'date') return 'other';
  const [patternA, patternB] = [own(one, 'pattern'), own(other, 'pattern')];
  return patternA !== undefined && patternA === patternB ? 'same' : 'like';
}

function typeIn(schema: { [key: string]: JsonValue }): JsonValue | undefined {
  const type = own(schema, 'type');
  return type === 'integer' ? 'number' : type;
}

function valuesIn(schema: { [key: string]: JsonValue }): Set<string> | undefined {
  if (own(schema, 'type') === 'boolean') return new Set(['true', 'false']);
  const listed = own(schema, 'enum');
  return Array.isArray(listed) ? new Set(listed.map((value) => JSON.stringify(value))) : undefined;
}

function compareValues(one: ReadonlySet<string>, other: ReadonlySet<string>): 'same' | 'like' | 'other' {
  const shared = [...one].filter((value) => other.has(value)).length;
  const isFlag = one.has('true') && one.size === 2;
  if (shared === one.size && shared === other.size) return isFlag ? 'like' : 'same';
  return shared * 2 > Math.max(one.size, other.size) ? 'like' : 'other';
}
