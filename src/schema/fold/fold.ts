import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { deepEqual, isObject, setOwn } from '../../base/index.js';
import { ANNOTATIONS, COMBINES, keywordSet } from '../keywords/registry.js';
import { union } from '../keywords/values.js';
import { ALL_TYPES, typeKeyword, typesOf, type TypeSet } from '../keywords/type-set.js';
import { isSchema } from '../document/is-schema.js';
import { foldArrays } from './fold-arrays.js';
import { foldBranches, hasBranches } from './fold-branches.js';
import { foldContains, foldGroup } from './fold-groups.js';
import { foldObjects } from './fold-objects.js';
import { foldValues } from './fold-values.js';
import type { Folded, Folding, Place } from './folding.js';
import { flatten } from './flatten.js';
import { foldSimple } from './fold-simple.js';
import { GROUP_OF, HOLDING_TURN, type Taking } from './groups.js';
import { Pile, Piles } from './pile.js';
import { tidyRanges } from './tidy-ranges.js';

/** Folds schemas of one place into one, keyword by keyword; what no single keyword can say stays under `allOf`. */
export function fold(folding: Folding, pile: Pile): Folded {
  return foldSimple(pile) ?? foldWhole(folding, pile);
}

function foldWhole(folding: Folding, pile: Pile): Folded {
  const { parts, owners, kept, dead } = flatten(pile);
  if (dead) return { schema: false, inhabited: false, simple: false };
  if (parts.length === 0) {
    const schema = kept.length === 0 ? true : kept.length === 1 ? kept[0]! : { allOf: kept };
    return { schema, inhabited: false, simple: false };
  }
  const whole = kept.length;
  const place: Place = { parts, owners, result: {}, spill: kept };
  const groups = spread(folding, place);
  let types = ALL_TYPES;
  for (const index of groups.type ?? []) types &= typesOf(parts[index]!.type);
  if (types === 0) return { schema: false, inhabited: false, simple: false };
  if (groups.type) place.result.type = typeKeyword(types)!;
  foldGroups(folding, place, groups);
  const listed = groups.values;
  const values = listed && foldValues(folding, place, listed, types);
  if (values?.values.length === 0) return { schema: false, inhabited: false, simple: false };
  const certain = settleBranches(folding, place, whole, types);
  if (!certain) return { schema: false, inhabited: false, simple: false };
  const schema = finished(place);
  if (certain.length > 0) return foldAgain(folding, schema, certain, owners[0]!);
  return { schema, inhabited: values?.sure === true, simple: false };
}

/**
 * Folds the branches of the place and of what goes under `allOf`, but for the schemas that stay whole: those are the
 * first of the list.
 *
 * @returns branches that apply in every case; undefined where no branch is left, so that nothing fits
 */
function settleBranches(
  folding: Folding,
  { result, spill }: Place,
  whole: number,
  types: TypeSet,
): JsonSchema[] | undefined {
  const certain: JsonSchema[] = [];
  const settle = (schema: JsonObject): JsonSchema => {
    const branches = foldBranches(folding, schema, types);
    certain.push(...branches.certain);
    return branches.schema;
  };
  if (hasBranches(result)) {
    const settled = settle(result);
    if (settled === false) return undefined;
    if (settled !== result) {
      for (const keyword of Object.keys(result)) delete result[keyword];
      Object.assign(result, settled);
    }
  }
  for (const member of spill.splice(whole)) {
    const settled = hasBranches(member) ? settle(member) : member;
    if (settled === false) return undefined;
    if (Object.keys(settled).length > 0) spill.push(settled);
  }
  return certain;
}

/** What applies in every case joins the rest of its place. */
function foldAgain(
  folding: Folding,
  schema: JsonSchema,
  certain: readonly JsonSchema[],
  owner: number,
): Folded {
  const pile = new Pile();
  for (const part of [schema, ...certain]) pile.add(part, owner);
  return foldWhole(folding, pile);
}

/** Folds the keywords that stand alone, and finds which parts take part in which group. */
function spread(folding: Folding, place: Place): Taking {
  const groups: Taking = {};
  const { parts, result } = place;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    for (const keyword of Object.keys(part)) {
      const group = GROUP_OF.get(keyword);
      if (group === undefined) {
        if (!Object.hasOwn(result, keyword)) setOwn(result, keyword, part[keyword]!);
        else if (result[keyword] !== part[keyword]) meet(folding, place, keyword, index);
        continue;
      }
      const members = (groups[group] ??= []);
      if (members.at(-1) !== index) members.push(index);
      // Holds the keyword's turn, so that the result lists keywords in the order of the first schema.
      if (HOLDING_TURN.has(keyword) && result[keyword] === undefined) result[keyword] = part[keyword]!;
    }
  }
  return groups;
}

function meet(folding: Folding, place: Place, keyword: string, index: number): void {
  const { parts, result, spill } = place;
  const here = result[keyword]!;
  const value = parts[index]![keyword]!;
  const annotated = ANNOTATIONS.get(keyword);
  if (annotated) {
    if (!deepEqual(here, value)) {
      noteDifference(folding, place, keyword, index);
      result[keyword] = annotated(here, value) ?? here;
    }
    return;
  }
  const combine = COMBINES.get(keyword);
  const combined = combine?.(here, value);
  if (combined !== undefined) {
    result[keyword] = combined;
    return;
  }
  if (deepEqual(here, value)) return;
  if (!combine && !KEPT_APART.has(keyword)) {
    noteDifference(folding, place, keyword, index);
  }
  addTo(spill, keyword, value);
}

function noteDifference(folding: Folding, place: Place, keyword: string, index: number): void {
  const { parts, owners } = place;
  const first = parts.findIndex((part) => Object.hasOwn(part, keyword));
  folding.differ(keyword, owners[index]!, parts[index]![keyword]!, owners[first]!, parts[first]![keyword]!);
}

const KEPT_APART = keywordSet(({ combination }) => combination === 'apart');

function addTo(spill: JsonSchema[], keyword: string, value: JsonValue): void {
  const schema: JsonObject = {};
  setOwn(schema, keyword, value);
  if (!spill.some((other) => deepEqual(other, schema))) spill.push(schema);
}

function foldGroups(folding: Folding, place: Place, groups: Taking): void {
  if (groups.objects) foldObjects(folding, place, groups.objects);
  if (groups.arrays) foldArrays(folding, place, groups.arrays);
  if (groups.contains) foldContains(place, groups.contains);
  if (groups.conditional) foldGroup(place, groups.conditional, ['if', 'then', 'else']);
  if (groups.content) {
    foldGroup(place, groups.content, ['contentMediaType', 'contentEncoding', 'contentSchema']);
  }
  if (groups.names) foldNames(folding, place, groups.names);
  if (groups.dependentSchemas) foldDependentSchemas(folding, place, groups.dependentSchemas);
  if (groups.dependentRequired) foldDependentRequired(place, groups.dependentRequired);
  if (groups.format) foldFormats(folding, place, groups.format);
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
    if (kept.some((other) => deepEqual(other, format) || says(other))) continue;
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
  tidyRanges(result);
  if (spill.length > 0) result.allOf = spill;
  const keywords = Object.keys(result);
  if (keywords.length === 0) return true;
  return keywords.length === 1 && spill.length === 1 ? spill[0]! : result;
}
