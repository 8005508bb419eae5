import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { isObject, setOwn } from '../../base/index.js';
import { sameJson } from '../canonical-text.js';
import { ANNOTATIONS, combineAnnotation, COMBINES } from '../keywords/combine.js';
import { ALL_TYPES, typeKeyword, typesOf } from '../keywords/type.js';
import { isSchema } from '../positions.js';
import { foldArrays } from './fold-arrays.js';
import { foldContains, foldGroup } from './fold-groups.js';
import { foldObjects } from './fold-objects.js';
import { foldValues } from './fold-values.js';
import type { Folding, Place } from './folding.js';
import { flatten } from './flatten.js';
import { Pile, Piles } from './pile.js';

/** What folding one place gives. */
export interface Folded {
  schema: JsonSchema;
  /** True where listed values remain that every schema surely accepts, so that nobody need search for an instance. */
  inhabited: boolean;
}

/** Keywords that are folded together with their neighbours, and the group they belong to. */
const GROUP_OF: ReadonlyMap<string, GroupName> = new Map<string, GroupName>([
  ['type', 'type'],
  ['enum', 'values'],
  ['const', 'values'],
  ['properties', 'objects'],
  ['patternProperties', 'objects'],
  ['additionalProperties', 'objects'],
  ['prefixItems', 'arrays'],
  ['items', 'arrays'],
  ['contains', 'contains'],
  ['minContains', 'contains'],
  ['maxContains', 'contains'],
  ['if', 'conditional'],
  ['then', 'conditional'],
  ['else', 'conditional'],
  ['contentEncoding', 'content'],
  ['contentMediaType', 'content'],
  ['contentSchema', 'content'],
  ['propertyNames', 'names'],
  ['dependentRequired', 'dependentRequired'],
  ['dependentSchemas', 'dependentSchemas'],
  ['format', 'format'],
  ['allOf', 'flattened'],
]);
type GroupName =
  | 'type'
  | 'values'
  | 'objects'
  | 'arrays'
  | 'contains'
  | 'conditional'
  | 'content'
  | 'names'
  | 'dependentRequired'
  | 'dependentSchemas'
  | 'format'
  | 'flattened';

/** Folds schemas of one place into one, keyword by keyword; what no single keyword can say stays under `allOf`. */
export function fold(folding: Folding, pile: Pile): Folded {
  const { parts, owners, kept, dead } = flatten(pile);
  if (dead) return { schema: false, inhabited: false };
  if (parts.length === 0) {
    const schema = kept.length === 0 ? true : kept.length === 1 ? kept[0]! : { allOf: kept };
    return { schema, inhabited: false };
  }
  const place: Place = { parts, owners, result: {}, spill: kept };
  const groups = spread(folding, place);
  let types = ALL_TYPES;
  for (const index of groups.get('type') ?? []) types &= typesOf(parts[index]!.type);
  if (types === 0) return { schema: false, inhabited: false };
  if (groups.has('type')) place.result.type = typeKeyword(types)!;
  foldGroups(folding, place, groups);
  const listed = groups.get('values');
  const values = listed && foldValues(folding, place, listed, types);
  if (values?.values.length === 0) return { schema: false, inhabited: false };
  return { schema: finished(place), inhabited: values?.sure === true };
}

/** Folds the keywords that stand alone, and finds which parts take part in which group. */
function spread(folding: Folding, place: Place): Map<GroupName, number[]> {
  const groups = new Map<GroupName, number[]>();
  const first = new Map<string, number>();
  const { parts, result } = place;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    for (const keyword of Object.keys(part)) {
      const group = GROUP_OF.get(keyword);
      if (group === undefined) {
        if (!Object.hasOwn(result, keyword)) {
          setOwn(result, keyword, part[keyword]!);
          first.set(keyword, index);
        } else if (result[keyword] !== part[keyword]) {
          meet(folding, place, keyword, index, first.get(keyword)!);
        }
        continue;
      }
      const members = groups.get(group);
      if (!members) groups.set(group, [index]);
      else if (members.at(-1) !== index) members.push(index);
      // Holds the keyword's turn, so that the result lists keywords as the first schema does.
      if (group === 'type' && !Object.hasOwn(result, 'type')) result.type = part.type!;
    }
  }
  return groups;
}

function meet(folding: Folding, place: Place, keyword: string, index: number, first: number): void {
  const { parts, owners, result, spill } = place;
  const here = result[keyword]!;
  const value = parts[index]![keyword]!;
  if (ANNOTATIONS.has(keyword)) {
    if (!sameJson(here, value)) {
      folding.differ(keyword, owners[index]!, value, owners[first]!, parts[first]![keyword]!);
      result[keyword] = combineAnnotation(keyword, here, value);
    }
    return;
  }
  const combine = COMBINES.get(keyword);
  const combined = combine?.(here, value);
  if (combined !== undefined) {
    result[keyword] = combined;
    return;
  }
  if (sameJson(here, value)) return;
  if (!combine && !KEPT_APART.has(keyword)) {
    folding.differ(keyword, owners[index]!, value, owners[first]!, parts[first]![keyword]!);
  }
  addTo(spill, keyword, value);
}

/** Known keywords of which several stand side by side without anybody differing. */
const KEPT_APART = new Set([
  'pattern',
  'anyOf',
  'oneOf',
  'not',
  '$ref',
  '$dynamicRef',
  '$defs',
  'definitions',
]);

function addTo(spill: JsonSchema[], keyword: string, value: JsonValue): void {
  const schema: JsonObject = {};
  setOwn(schema, keyword, value);
  if (!spill.some((other) => sameJson(other, schema))) spill.push(schema);
}

function foldGroups(folding: Folding, place: Place, groups: Map<GroupName, number[]>): void {
  for (const [group, indices] of groups) {
    if (group === 'objects') foldObjects(folding, place, indices);
    else if (group === 'arrays') foldArrays(folding, place, indices);
    else if (group === 'contains') foldContains(place, indices);
    else if (group === 'conditional') foldGroup(place, indices, ['if', 'then', 'else']);
    else if (group === 'content') {
      foldGroup(place, indices, ['contentMediaType', 'contentEncoding', 'contentSchema']);
    } else if (group === 'names') foldNames(folding, place, indices);
    else if (group === 'dependentSchemas') foldDependentSchemas(folding, place, indices);
    else if (group === 'dependentRequired') foldDependentRequired(place, indices);
    else if (group === 'format') foldFormats(folding, place, indices);
  }
}

function foldNames(folding: Folding, place: Place, indices: readonly number[]): void {
  const pile = new Pile();
  for (const index of indices) {
    const { propertyNames } = place.parts[index]!;
    if (isSchema(propertyNames)) pile.add(propertyNames, place.owners[index]!);
  }
  place.result.propertyNames = folding.below({ kind: 'name' }, pile);
}

function foldDependentSchemas(folding: Folding, place: Place, indices: readonly number[]): void {
  const piles = new Piles();
  for (const index of indices) {
    const value = place.parts[index]!.dependentSchemas;
    if (!isObject(value)) continue;
    for (const name of Object.keys(value)) {
      piles.add(name, value[name] as JsonSchema, place.owners[index]!);
    }
  }
  const folded: JsonObject = {};
  for (const [name, pile] of piles.byName) setOwn(folded, name, folding.aside(pile));
  place.result.dependentSchemas = folded;
}

function foldDependentRequired(place: Place, indices: readonly number[]): void {
  const folded: JsonObject = {};
  const union = COMBINES.get('required')!;
  for (const index of indices) {
    const value = place.parts[index]!.dependentRequired;
    if (!isObject(value)) continue;
    for (const name of Object.keys(value)) {
      const before = Object.hasOwn(folded, name) ? folded[name]! : undefined;
      setOwn(folded, name, before === undefined ? value[name]! : (union(before, value[name]!) ?? before));
    }
  }
  place.result.dependentRequired = folded;
}

/** The narrower of two formats speaks for both; formats of which nothing is known stand side by side. */
function foldFormats(folding: Folding, place: Place, indices: readonly number[]): void {
  const kept: JsonValue[] = [];
  for (const index of indices) {
    const format = place.parts[index]!.format!;
    const says = (other: JsonValue): boolean => relation(folding, other, format) === 'narrower';
    if (kept.some((other) => sameJson(other, format) || says(other))) continue;
    const wider = kept.findIndex((other) => relation(folding, format, other) === 'narrower');
    if (wider === -1) kept.push(format);
    else kept[wider] = format;
  }
  place.result.format = kept[0]!;
  for (const format of kept.slice(1)) addTo(place.spill, 'format', format);
}

function relation(folding: Folding, a: JsonValue, b: JsonValue): string {
  return typeof a === 'string' && typeof b === 'string' ? folding.formats.relation(a, b) : 'unknown';
}

function finished(place: Place): JsonSchema {
  const { result, spill } = place;
  tidyRange(result, 'minimum', 'exclusiveMinimum', (bound, exclusive) => exclusive >= bound);
  tidyRange(result, 'maximum', 'exclusiveMaximum', (bound, exclusive) => exclusive <= bound);
  if (spill.length > 0) result.allOf = spill;
  const keywords = Object.keys(result);
  if (keywords.length === 0) return true;
  return keywords.length === 1 && spill.length === 1 ? spill[0]! : result;
}

/** Of a bound and an exclusive bound the tighter one says all. */
function tidyRange(
  result: JsonObject,
  bound: string,
  exclusive: string,
  isTighter: (bound: number, exclusive: number) => boolean,
): void {
  const a = result[bound];
  const b = result[exclusive];
  if (typeof a === 'number' && typeof b === 'number') delete result[isTighter(a, b) ? bound : exclusive];
}
