import type { JsonObject, JsonSchema } from '../../base/index.js';
import { IN_PLACE, KEYWORDS } from '../keywords/registry.js';
import type { Pile } from './pile.js';

/** The schemas of one place with their `allOf` opened, and those that must stay whole. */
export interface Flat {
  parts: JsonObject[];
  owners: number[];
  kept: JsonSchema[];
  /** One of them is `false`. */
  dead: boolean;
}

/** More members than this are no form; they stay under `allOf`. */
const MOST_MEMBERS = 100_000;

/** Opens `allOf` wherever its members can stand beside each other in one schema. */
export function flatten(pile: Pile): Flat {
  if (pile.schemas.every(isFlat)) {
    return { parts: pile.schemas as JsonObject[], owners: pile.owners, kept: [], dead: false };
  }
  const flat: Flat = { parts: [], owners: [], kept: [], dead: false };
  const open: { schema: JsonSchema; owner: number }[] = [];
  for (let at = pile.schemas.length - 1; at >= 0; at--) {
    open.push({ schema: pile.schemas[at]!, owner: pile.owners[at]! });
  }
  const seen = new Set<JsonSchema>();
  let left = MOST_MEMBERS;
  for (let next = open.pop(); next; next = open.pop()) {
    const { schema, owner } = next;
    if (typeof schema === 'boolean') {
      flat.dead ||= !schema;
      continue;
    }
    if (seen.has(schema)) continue;
    seen.add(schema);
    const opened = isSealed(schema) ? unsealed(schema) : schema;
    if (!opened || --left < 0) {
      flat.kept.push(schema);
      continue;
    }
    const keywords = Object.keys(opened);
    if (keywords.length === 0) continue;
    const members = opened.allOf;
    flat.parts.push(opened);
    flat.owners.push(owner);
    if (!Array.isArray(members)) continue;
    for (let at = members.length - 1; at >= 0; at--) open.push({ schema: members[at] as JsonSchema, owner });
  }
  return flat;
}

const isFlat = (schema: JsonSchema): boolean => {
  if (typeof schema === 'boolean') return false;
  for (const keyword in schema) if (UNFLAT.has(keyword)) return false;
  return true;
};

/**
 * Schemas that lose their meaning when keywords of others stand beside theirs: `unevaluated*` look at their neighbours
 * (core, section 11), and a schema with an identity of its own is where references start and lead to.
 */
const SEALS = KEYWORDS.filter(({ isSealed }) => isSealed).map(({ name }) => name);
const UNFLAT: ReadonlySet<string> = new Set(['allOf', ...SEALS]);

const isSealed = (schema: JsonObject): boolean => SEALS.some((keyword) => Object.hasOwn(schema, keyword));

/** Without applicators in place, what is not evaluated is what the neighbours leave over: `additionalProperties` and `items`. */
function unsealed(schema: JsonObject): JsonObject | undefined {
  const { $id, $anchor, $dynamicAnchor, unevaluatedProperties, unevaluatedItems, ...rest } = schema;
  if ($id !== undefined || $anchor !== undefined || $dynamicAnchor !== undefined) return undefined;
  for (const keyword of Object.keys(rest)) if (IN_PLACE.has(keyword)) return undefined;
  if (unevaluatedProperties !== undefined) {
    if (rest.additionalProperties !== undefined) return undefined;
    rest.additionalProperties = unevaluatedProperties;
  }
  if (unevaluatedItems !== undefined) {
    if (rest.items !== undefined || rest.contains !== undefined) return undefined;
    rest.items = unevaluatedItems;
  }
  return rest;
}
