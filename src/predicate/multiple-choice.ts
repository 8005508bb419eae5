import { canonicalJson, isObject } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';
import { listedValues } from './implies.js';

/** A list of choices that meets what is said of it, or that there is none. */
export type ChosenList = { value: JsonValue[] } | 'none';

/** What is said of a list of choices. */
interface Said {
  /** Of each of these sets, at least one value is in the list. */
  oneOf: JsonValue[][];
  /** None of these is. */
  noneOf: JsonValue[];
}

const knownKeys = new Set(['type', 'items', 'uniqueItems', 'minItems', 'maxItems']);

/**
 * A value for a field of which several answers may be ticked, where conditions say of single answers whether they are.
 * Such a list is settled by sets alone; the algebra would try arrangements of items, of which there are as many as there
 * are subsets.
 *
 * @param element the element's schema: a list without repetition, of values that are listed
 * @param tests schemas that the list has to meet: `contains` a listed value, or not
 * @returns nothing where one of them says something else; then the algebra decides
 */
export function chooseList(element: JsonSchema, tests: readonly JsonSchema[]): ChosenList | undefined {
  const options = optionsOf(element);
  const said = saidBy(tests);
  if (options === undefined || said === undefined) return undefined;
  const banned = new Set(said.noneOf.map((value) => canonicalJson(value)));
  const allowed = new Map(
    options.values.map((value) => [canonicalJson(value), value] as const).filter(([key]) => !banned.has(key)),
  );
  const chosen = new Set<string>();
  let isForced = true;
  // What leaves no choice comes first, so that what leaves one is often met by it.
  for (const values of [...said.oneOf].sort((a, b) => a.length - b.length)) {
    const open = values.map((value) => canonicalJson(value)).filter((key) => allowed.has(key));
    if (open.length === 0) return 'none';
    if (open.some((key) => chosen.has(key))) continue;
    if (open.length > 1) isForced = false;
    chosen.add(open[0]!);
  }
  for (const key of allowed.keys()) {
    if (chosen.size >= options.min) break;
    chosen.add(key);
  }
  if (chosen.size < options.min) return 'none';
  // Other choices might have been fewer: that is for the algebra to find out.
  if (chosen.size > options.max) return isForced ? 'none' : undefined;
  return { value: [...allowed].filter(([key]) => chosen.has(key)).map(([, value]) => value) };
}

function optionsOf(element: JsonSchema): { values: JsonValue[]; min: number; max: number } | undefined {
  if (typeof element === 'boolean' || !Object.keys(element).every((key) => knownKeys.has(key)))
    return undefined;
  const { type, items, uniqueItems, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = element;
  if (type !== 'array' || uniqueItems !== true || !isObject(items)) return undefined;
  const values = listedValues(items);
  if (values === undefined || typeof minItems !== 'number' || typeof maxItems !== 'number') return undefined;
  return { values, min: minItems, max: maxItems };
}

function saidBy(tests: readonly JsonSchema[]): Said | undefined {
  const said: Said = { oneOf: [], noneOf: [] };
  for (const test of tests) {
    if (typeof test === 'boolean' || Object.keys(test).length !== 1) return undefined;
    const denied = isObject(test['not']) ? test['not'] : undefined;
    const inner = denied ?? test;
    const contained = Object.keys(inner).length === 1 ? inner['contains'] : undefined;
    const values = isObject(contained) ? listedValues(contained) : undefined;
    if (values === undefined) return undefined;
    if (denied === undefined) said.oneOf.push(values);
    else said.noneOf.push(...values);
  }
  return said;
}
