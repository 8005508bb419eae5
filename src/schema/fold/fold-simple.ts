import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { ANNOTATIONS, COMBINES, type Combine } from '../keywords/combine.js';
import { ALL_TYPES, BIT, typeKeyword, typeOf, typesOf } from '../keywords/type.js';
import type { Pile } from './pile.js';
import { tidyRanges } from './tidy-ranges.js';

type Role = 'type' | 'values' | 'equal' | 'annotation' | Combine;

/** Keywords that fold by themselves, without a look at their neighbours. */
const ROLES = new Map<string, Role>([...COMBINES]);
for (const keyword of ANNOTATIONS) ROLES.set(keyword, 'annotation');
for (const keyword of ['pattern', 'format']) ROLES.set(keyword, 'equal');
for (const keyword of ['enum', 'const']) ROLES.set(keyword, 'values');
ROLES.set('type', 'type');

/**
 * Folds schemas such as most fields have: flat, of keywords that fold by themselves. It makes nothing but the result.
 *
 * @returns undefined where the schemas need the whole procedure
 */
export function foldSimple(pile: Pile): { schema: JsonSchema; inhabited: boolean } | undefined {
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
      else if (role === 'values') values = keyword === 'const' ? [value] : (value as JsonValue[]);
      else if (role !== 'annotation') constrained = true;
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
  if (types === 0) return { schema: false, inhabited: false };
  if (result.type !== undefined) result.type = typeKeyword(types)!;
  if (values) {
    if (constrained || !Array.isArray(values) || (result.enum !== undefined && result.const !== undefined)) {
      return undefined;
    }
    if (types !== ALL_TYPES) values = ofTypes(values, types);
    if (values.length === 0) return { schema: false, inhabited: false };
    if (result.enum !== undefined) result.enum = values;
    return { schema: result, inhabited: true };
  }
  if (constrained) tidyRanges(result);
  for (const _ in result) return { schema: result, inhabited: false };
  return { schema: true, inhabited: true };
}

function ofTypes(values: JsonValue[], types: number): JsonValue[] {
  const kept = values.filter((value) => (types & BIT[typeOf(value)]) !== 0);
  return kept.length === values.length ? values : kept;
}
