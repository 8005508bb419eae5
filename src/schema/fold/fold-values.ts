import { deepEqual } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { keywordSet } from '../keywords/registry.js';
import type { TypeSet } from '../keywords/type-set.js';
import { BIT, typeOf } from '../keywords/type-set.js';
import { common } from './common-values.js';
import type { Folding, Place } from './folding.js';
import { GROUP_OF } from './groups.js';

/** The keywords that say more than which values are listed and of which type they are. */
const SAYING_MORE = keywordSet(({ name, check }) => {
  const group = GROUP_OF.get(name);
  return check !== undefined && group !== 'type' && group !== 'values' && group !== 'flattened';
});

/** What became of the listed values. */
export interface Values {
  /** Those that every schema may accept. */
  values: JsonValue[];
  /** Whether every schema surely accepts each of them. */
  sure: boolean;
}

/** Folds `enum` and `const`: the values that are in every list and that no other keyword refuses. */
export function foldValues(
  folding: Folding,
  place: Place,
  indices: readonly number[],
  types: TypeSet,
): Values {
  const [first = [], ...others] = indices.flatMap((index) => listsOf(place.parts[index]!));
  let values = first;
  for (const list of others) if (list !== values) values = common(values, list);
  values = values.filter((value) => (types & BIT[typeOf(value)]) !== 0);
  let sure = true;
  const ask = (schema: JsonObject | boolean): void => {
    values = values.filter((value) => {
      const truth = folding.accepts(schema, value);
      if (truth === undefined) sure = false;
      return truth !== false;
    });
  };
  for (const part of place.parts) {
    const rest = restOf(part);
    if (rest) ask(rest);
  }
  place.spill.forEach(ask);
  if (values.length === 1 && indices.some((index) => Object.hasOwn(place.parts[index]!, 'const'))) {
    place.result.const = values[0]!;
  } else {
    place.result.enum = values;
  }
  noteOrder(folding, place, indices);
  return { values, sure };
}

function listsOf(part: JsonObject): JsonValue[][] {
  const lists: JsonValue[][] = [];
  if (Object.hasOwn(part, 'const')) lists.push([part.const!]);
  if (Array.isArray(part.enum)) lists.push(part.enum);
  return lists;
}

function restOf(part: JsonObject): JsonObject | undefined {
  if (!Object.keys(part).some((keyword) => SAYING_MORE.has(keyword))) return undefined;
  const rest: JsonObject = { ...part };
  delete rest.enum;
  delete rest.const;
  delete rest.allOf;
  return rest;
}

/** The same values in another order: nothing is wrong, but a list that people see changes. */
function noteOrder(folding: Folding, place: Place, indices: readonly number[]): void {
  const [first, ...others] = indices.filter((index) => Array.isArray(place.parts[index]!.enum));
  if (first === undefined) return;
  const list = place.parts[first]!.enum as JsonValue[];
  for (const index of others) {
    const other = place.parts[index]!.enum as JsonValue[];
    if (other === list || other.length !== list.length || deepEqual(other, list)) continue;
    if (common(list, other).length === list.length) {
      folding.differ('enum', place.owners[index]!, other, place.owners[first]!, list);
    }
  }
}
