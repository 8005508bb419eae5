import type { JsonObject, JsonSchema } from '../../base/index.js';
import { isSchema } from '../document/is-schema.js';
import type { Folding, Place } from './folding.js';
import { Pile } from './pile.js';

/** Folds `prefixItems` and `items`: each position meets what every schema says of it. Always exact. */
export function foldArrays(folding: Folding, place: Place, indices: readonly number[]): void {
  const groups = indices.map((index) => ({ ...groupOf(place.parts[index]!), owner: place.owners[index]! }));
  const length = Math.max(...groups.map(({ prefix }) => prefix.length));
  if (groups.some(({ prefixed }) => prefixed)) {
    const prefixItems: JsonSchema[] = [];
    for (let at = 0; at < length; at++) {
      const pile = new Pile();
      for (const { prefix, items, owner } of groups) {
        const here = at < prefix.length ? prefix[at]! : items;
        if (here !== undefined) pile.add(here, owner);
      }
      prefixItems.push(folding.below({ kind: 'item', at }, pile));
    }
    place.result.prefixItems = prefixItems;
  }
  const rest = new Pile();
  for (const { items, owner } of groups) if (items !== undefined) rest.add(items, owner);
  if (rest.schemas.length > 0) place.result.items = folding.below({ kind: 'items' }, rest);
}

function groupOf(part: JsonObject): {
  prefixed: boolean;
  prefix: readonly JsonSchema[];
  items: JsonSchema | undefined;
} {
  const { prefixItems, items } = part;
  return {
    prefixed: Array.isArray(prefixItems),
    prefix: Array.isArray(prefixItems) ? (prefixItems as JsonSchema[]) : [],
    items: isSchema(items) ? items : undefined,
  };
}
