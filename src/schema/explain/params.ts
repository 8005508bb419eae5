import type { JsonObject, JsonValue } from '../../base/index.js';
import { firstDuplicate } from '../keywords/unique-items.js';

/** What a keyword asks for, by name. */
export type Params = Readonly<Record<string, JsonValue>>;

type ParamsOf = (value: JsonValue, instance: JsonValue, schema: JsonObject) => Params;

const limit: ParamsOf = (value) => ({ limit: value });
const bound =
  (comparison: string): ParamsOf =>
  (value) => ({ comparison, limit: value });

/** The keywords that say all they have to say at one place, with what their message names. */
export const PARAMS: ReadonlyMap<string, ParamsOf> = new Map<string, ParamsOf>([
  ['type', (type) => ({ type })],
  ['const', (allowedValue) => ({ allowedValue })],
  ['enum', (allowedValues) => ({ allowedValues })],
  ['minimum', bound('>=')],
  ['maximum', bound('<=')],
  ['exclusiveMinimum', bound('>')],
  ['exclusiveMaximum', bound('<')],
  ['multipleOf', (multipleOf) => ({ multipleOf })],
  ['minLength', limit],
  ['maxLength', limit],
  ['pattern', (pattern) => ({ pattern })],
  ['format', (format) => ({ format })],
  ['minItems', limit],
  ['maxItems', limit],
  ['uniqueItems', (_, items) => (Array.isArray(items) ? { ...firstDuplicate(items) } : {})],
  ['contains', (_, __, schema) => bounds(schema)],
  ['minProperties', limit],
  ['maxProperties', limit],
  ['not', () => ({})],
]);

function bounds({ minContains, maxContains }: JsonObject): Params {
  return {
    minContains: typeof minContains === 'number' ? minContains : 1,
    ...(typeof maxContains === 'number' ? { maxContains } : {}),
  };
}
