import { deepEqual } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { holdingOf } from '../keywords/keyword-shape.js';
import type { Combine, KeywordRecord } from '../keywords/record.js';
import { keywordMap } from '../keywords/registry.js';
import { ALL_TYPES, BIT, typeKeyword, typeOf, typesOf } from '../keywords/type-set.js';
import { common } from './common-values.js';
import type { Folded } from './folding.js';
import type { Pile } from './pile.js';
import { tidyRanges } from './tidy-ranges.js';

type Role = 'type' | 'values' | 'equal' | 'annotation' | Combine;

/** Keywords that fold by themselves, without a look at their neighbours. */
const ROLES = keywordMap(roleOf);

function roleOf({ combination, glance, shape }: KeywordRecord): Role | undefined {
  if (typeof combination === 'object') {
    if ('annotations' in combination) return 'annotation';
    if ('values' in combination) return glance === undefined ? undefined : combination.values;
    if (combination.group === 'type' || combination.group === 'values') return combination.group;
  }
  return glance === 'always' && holdingOf(shape) === undefined ? 'equal' : undefined;
}

/**
 * Folds schemas such as most fields have: flat, of keywords that fold by themselves. It makes nothing but the result.
 *
 * @returns undefined where the schemas need the whole procedure
 */
export function foldSimple(pile: Pile): Folded | undefined {
  const result: JsonObject = {};
  let types = ALL_TYPES;
  let values: JsonValue[] | undefined;
  let constrained = false;
  for (const schema of pile.schemas) {
    if (typeof schema === 'boolean') return undefined;
    for (const keyword in schema) {
      const role = ROLES.get(keyword);
      if (role === undefined) return undefined;
      const value = schema[keyword]!;
      const before = result[keyword];
      if (role === 'type') types &= typesOf(value);
      else if (role === 'values') {
        values = meet(values, keyword === 'const' ? [value] : value);
        if (!values) return undefined;
        result[keyword] ??= value;
        continue;
      } else if (role !== 'annotation') constrained = true;
      if (before === undefined) result[keyword] = value;
      else if (before === value || role === 'type') continue;
      else if (typeof role !== 'function') return undefined;
      else {
        const combined = role(before, value);
        if (combined === undefined) return undefined;
        result[keyword] = combined;
      }
    }
  }
  if (types === 0) return { schema: false, inhabited: false, simple: true };
  if (result.type !== undefined) result.type = typeKeyword(types)!;
  if (values) {
    if (constrained) return undefined;
    if (types !== ALL_TYPES) values = ofTypes(values, types);
    if (values.length === 0) return { schema: false, inhabited: false, simple: true };
    if (result.const !== undefined) delete result.enum;
    else result.enum = values;
    return { schema: result, inhabited: true, simple: true };
  }
  if (constrained) tidyRanges(result);
  for (const _ in result) return { schema: result, inhabited: false, simple: true };
  return { schema: true, inhabited: true, simple: true };
}

/** The values of both lists; undefined where they differ in order alone, which somebody wants to know. */
function meet(values: JsonValue[] | undefined, list: JsonValue): JsonValue[] | undefined {
  if (!Array.isArray(list)) return undefined;
  if (values === undefined || values === list) return list;
  const kept = common(values, list);
  const sameSet = kept.length === list.length && kept.length === values.length;
  return sameSet && !deepEqual(values, list) ? undefined : kept;
}

function ofTypes(values: JsonValue[], types: number): JsonValue[] {
  const kept = values.filter((value) => (types & BIT[typeOf(value)]) !== 0);
  return kept.length === values.length ? values : kept;
}
