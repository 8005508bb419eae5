import { own } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { indexOfItem, itemParts } from '../model/index.js';
import type { Item } from '../plan/index.js';

/** The items that something is said of, one by one: of a role, all; of one item, it; of nothing in particular, undefined. */
export function itemsOf(data: JsonObject, each: string | undefined): (Item | undefined)[] {
  if (each === undefined) return [undefined];
  const { name, key } = itemParts(each);
  const list = own(data, name);
  if (!Array.isArray(list)) return [];
  if (key === undefined) return list.map((_, index) => ({ role: name, index }));
  const index = indexOfItem(list, key);
  return index < 0 ? [] : [{ role: name, index }];
}
