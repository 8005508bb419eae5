import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { isObject, own } from '../../base/index.js';
import { KEYWORDS } from '../keywords/registry.js';
import { BIT, NUMBER, typesOf, type TypeSet } from '../keywords/type-set.js';

/** What a glance at a folded schema tells: it has instances, it has none, or it takes more than a glance. */
export type Glance = 'inhabited' | 'empty' | 'unsure';

/** Keywords that only a search can judge, and the types of the values of which that is so. */
const HARD: readonly [string, TypeSet][] = KEYWORDS.filter(
  ({ check, checkLast, glance }) => (check ?? checkLast) !== undefined && glance !== 'always',
).map(({ name, types }) => [name, types]);

/**
 * Judges a schema whose subschemas have been folded already, so that `false` is written where nothing fits.
 * Exact where it answers; type by type, since a keyword constrains values of its own type only.
 *
 * @param simple whether it is known that only keywords are there that stand for themselves
 */
export function glance(schema: JsonObject, simple: boolean): Glance {
  let unsure = 0;
  if (!simple) for (const [keyword, types] of HARD) if (schema[keyword] !== undefined) unsure |= types;
  let possible = typesOf(schema.type);
  if ((possible & NUMBER) !== 0) {
    const numbers = glanceNumbers(schema, possible);
    possible &= ~NUMBER | numbers.possible;
    unsure |= numbers.unsure;
  }
  if ((possible & BIT.string) !== 0) {
    const strings = glanceStrings(schema);
    if (strings === 'empty') possible &= ~BIT.string;
    else if (strings === 'unsure') unsure |= BIT.string;
  }
  if ((possible & BIT.array) !== 0 && arraysAreEmpty(schema)) possible &= ~BIT.array;
  if ((possible & BIT.object) !== 0) {
    const objects = glanceObjects(schema);
    if (objects === 'empty') possible &= ~BIT.object;
    else if (objects === 'unsure') unsure |= BIT.object;
  }
  if (possible === 0) return 'empty';
  return (possible & ~unsure) !== 0 ? 'inhabited' : 'unsure';
}

const numberOr = (value: JsonValue | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

function glanceNumbers(schema: JsonObject, types: TypeSet): { possible: TypeSet; unsure: TypeSet } {
  const low = Math.max(numberOr(schema.minimum, -Infinity), numberOr(schema.exclusiveMinimum, -Infinity));
  const high = Math.min(numberOr(schema.maximum, Infinity), numberOr(schema.exclusiveMaximum, Infinity));
  const open = schema.exclusiveMinimum === low || schema.exclusiveMaximum === high;
  if (low > high || (low === high && open)) return { possible: 0, unsure: 0 };
  if (low === -Infinity && high === Infinity) return { possible: types, unsure: 0 };
  if (schema.multipleOf !== undefined) return { possible: types, unsure: NUMBER };
  // At least two whole numbers apart there is a whole one between them, up to where doubles are exact.
  const wide = high - low >= 2 && (Math.abs(low) < 2 ** 52 || Math.abs(high) < 2 ** 52);
  return { possible: types, unsure: wide ? 0 : NUMBER };
}

function glanceStrings(schema: JsonObject): Glance {
  const least = numberOr(schema.minLength, 0);
  const most = numberOr(schema.maxLength, Infinity);
  if (least > most) return 'empty';
  if (schema.pattern !== undefined || schema.format !== undefined) return 'unsure';
  return 'inhabited';
}

function arraysAreEmpty(schema: JsonObject): boolean {
  const least = numberOr(schema.minItems, 0);
  let most = numberOr(schema.maxItems, Infinity);
  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const barred = prefix.indexOf(false);
  if (barred !== -1) most = Math.min(most, barred);
  if (schema.items === false) most = Math.min(most, prefix.length);
  return least > most;
}

function glanceObjects(schema: JsonObject): Glance {
  const least = numberOr(schema.minProperties, 0);
  const most = numberOr(schema.maxProperties, Infinity);
  const required = Array.isArray(schema.required) ? schema.required : [];
  if (least > most || new Set(required).size > most) return 'empty';
  const properties = isObject(schema.properties) ? schema.properties : {};
  const rest = schema.additionalProperties as JsonSchema | undefined;
  for (const name of required) {
    if (typeof name !== 'string') continue;
    const listed = own(properties, name);
    if (listed === false) return 'empty';
    if (listed === undefined && rest === false && schema.patternProperties === undefined) return 'empty';
  }
  return least > required.length ? 'unsure' : 'inhabited';
}
