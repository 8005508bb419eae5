import type { JsonObject, JsonSchema } from '../../base/index.js';
import { fromEntries, isObject, own, setOwn } from '../../base/index.js';
import { isNamed } from '../keywords/is-named.js';
import { matches } from '../keywords/matching.js';
import { patternAutomaton } from '../patterns/index.js';
import { isSchema } from '../document/is-schema.js';
import type { Folding, Place } from './folding.js';
import { Pile, Piles } from './pile.js';

/** What one schema says of properties: the three keywords belong together, `additionalProperties` means the rest. */
interface Group {
  part: JsonObject;
  owner: number;
  properties: JsonObject | undefined;
  patterns: JsonObject | undefined;
  /** Undefined where nothing is asked of the rest. */
  rest: JsonSchema | undefined;
}

/** Folds `properties`, `patternProperties` and `additionalProperties` of the given parts, wherever that is exact. */
export function foldObjects(folding: Folding, place: Place, indices: readonly number[]): void {
  const { result } = place;
  // The keyword's turn is held by the value of the first schema, which must not stay where the group goes elsewhere.
  const held = result.properties;
  const groups = indices.map((index) => groupOf(place.parts[index]!, place.owners[index]!));
  if (groups.every((group) => !group.patterns)) foldNamed(folding, place, groups);
  else foldWithPatterns(folding, place, groups);
  if (held !== undefined && result.properties === held) delete result.properties;
}

function foldWithPatterns(folding: Folding, place: Place, groups: readonly Group[]): void {
  if (groups.every((group) => group.rest === undefined)) return foldPatterned(folding, place, groups);
  const closed = groups.find((group) => group.rest === false && !group.patterns);
  if (closed && foldClosed(folding, place, groups, closed)) return;
  const foldable = groups.filter((group) => group.rest === undefined || covers(group, groups));
  for (const group of groups) if (!foldable.includes(group)) place.spill.push(groupSchema(group));
  foldPatterned(folding, place, foldable);
}

function groupOf(part: JsonObject, owner: number): Group {
  const { properties, patternProperties, additionalProperties: rest } = part;
  return {
    part,
    owner,
    properties: isObject(properties) ? properties : undefined,
    patterns:
      isObject(patternProperties) && Object.keys(patternProperties).length > 0
        ? patternProperties
        : undefined,
    rest: isSchema(rest) && rest !== true ? rest : undefined,
  };
}

function groupSchema({ part }: Group): JsonObject {
  const schema: JsonObject = {};
  for (const keyword of ['properties', 'patternProperties', 'additionalProperties']) {
    if (Object.hasOwn(part, keyword)) schema[keyword] = part[keyword]!;
  }
  return schema;
}

/** No patterns anywhere: a name that a schema does not list belongs to its rest. */
function foldNamed(folding: Folding, place: Place, groups: readonly Group[]): void {
  const piles = new Piles();
  const resting = groups.filter((group) => group.rest !== undefined);
  for (const { properties, owner } of groups) {
    if (!properties) continue;
    for (const name of Object.keys(properties)) piles.add(name, properties[name] as JsonSchema, owner);
  }
  for (const { properties, rest, owner } of resting) {
    for (const [name, pile] of piles.byName) {
      if (!properties || !Object.hasOwn(properties, name)) pile.add(rest!, owner);
    }
  }
  writeProperties(folding, place, piles, groups);
  writeRest(folding, place, groups);
}

function writeProperties(folding: Folding, place: Place, piles: Piles, groups: readonly Group[]): void {
  if (!groups.some((group) => group.properties)) return;
  const properties: JsonObject = {};
  for (const [name, pile] of piles.byName) {
    setOwn(properties, name, folding.below({ kind: 'property', name }, pile));
  }
  place.result.properties = properties;
}

function writeRest(folding: Folding, place: Place, groups: readonly Group[]): void {
  const pile = new Pile();
  for (const { rest, owner } of groups) if (rest !== undefined) pile.add(rest, owner);
  if (pile.schemas.length > 0) {
    place.result.additionalProperties = folding.below({ kind: 'additional' }, pile);
  } else if (groups.some(({ part }) => Object.hasOwn(part, 'additionalProperties'))) {
    // It constrains nothing, but it marks properties as evaluated for an `unevaluatedProperties` further out.
    place.result.additionalProperties = true;
  }
}

/** Names and patterns apply side by side; each rest is added where {@link covers} has shown that it applies throughout. */
function foldPatterned(folding: Folding, place: Place, groups: readonly Group[]): void {
  if (groups.length === 0) return;
  const names = new Piles();
  const patterns = new Piles();
  for (const { properties, patterns: own, owner } of groups) {
    for (const name of Object.keys(properties ?? {})) names.add(name, properties![name] as JsonSchema, owner);
    for (const pattern of Object.keys(own ?? {})) patterns.add(pattern, own![pattern] as JsonSchema, owner);
  }
  for (const group of groups) {
    if (group.rest === undefined) continue;
    for (const [name, pile] of names.byName) {
      if (isNamed(group.part, name) === false) pile.add(group.rest, group.owner);
    }
    for (const [pattern, pile] of patterns.byName) {
      if (!group.patterns || !Object.hasOwn(group.patterns, pattern)) pile.add(group.rest, group.owner);
    }
  }
  writeProperties(folding, place, names, groups);
  if (patterns.byName.size > 0) {
    place.result.patternProperties = fromEntries(
      [...patterns.byName].map(([pattern, pile]) => [
        pattern,
        folding.below({ kind: 'pattern', pattern }, pile),
      ]),
    );
  }
  writeRest(folding, place, groups);
}

/** Is each foreign pattern apart from all names and patterns of the group, so that the group's rest holds for it? */
function covers(group: Group, groups: readonly Group[]): boolean {
  const own = Object.keys(group.patterns ?? {});
  const foreign = new Set<string>();
  for (const other of groups) {
    for (const pattern of Object.keys(other.patterns ?? {})) if (!own.includes(pattern)) foreign.add(pattern);
    for (const name of Object.keys(other.properties ?? {})) {
      if (isNamed(group.part, name) === undefined) return false;
    }
  }
  for (const pattern of foreign) {
    for (const name of Object.keys(group.properties ?? {}))
      if (matches(pattern, name) !== false) return false;
    for (const mine of own) {
      const theirs = patternAutomaton(pattern);
      const ours = patternAutomaton(mine);
      if (!theirs || !ours || !theirs.intersect(ours)?.isEmpty()) return false;
    }
  }
  return true;
}

/** One schema admits its listed names only: what the others say of each of these names can be said name by name. */
function foldClosed(folding: Folding, place: Place, groups: readonly Group[], closed: Group): boolean {
  const piles = new Piles();
  const admitted = closed.properties ?? {};
  for (const name of Object.keys(admitted)) {
    for (const group of groups) {
      for (const pattern of Object.keys(group.patterns ?? {})) {
        const match = matches(pattern, name);
        if (match === undefined) return false;
        if (match) piles.add(name, group.patterns![pattern] as JsonSchema, group.owner);
      }
      const listed = group.properties && own(group.properties, name);
      if (listed !== undefined) piles.add(name, listed as JsonSchema, group.owner);
      else if (group.rest !== undefined && isNamed(group.part, name) === false) {
        piles.add(name, group.rest, group.owner);
      }
    }
  }
  for (const group of groups) {
    for (const name of Object.keys(group.properties ?? {})) {
      if (Object.hasOwn(admitted, name)) continue;
      piles.add(name, group.properties![name] as JsonSchema, group.owner);
      piles.add(name, false, closed.owner);
    }
  }
  writeProperties(folding, place, piles, groups);
  place.result.additionalProperties = false;
  return true;
}
