import { isObject, own, pointer, setOwn } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { keyName } from '../model/index.js';
import type { Plan } from '../model/index.js';
import { broughtKey, indexByKey, withKeys } from './items.js';
import type { KeyFieldOf } from './items.js';
import { elementsOf } from './leaves.js';
import type { Leaf } from './leaves.js';

/** Something that was said, and where it belongs in the data of the case. */
export interface Answer extends Leaf {
  /** Where it stands in what was said. */
  said: string;
}

/** What was said, place by place. */
export interface Placed {
  answers: Answer[];
  /** Items that the case does not have and that cannot come to it. */
  strangers: string[];
}

/** The items of repeated roles in the data of a case that is made up from several sources. */
export interface ItemLists {
  data: JsonObject;
  keyFieldOf: KeyFieldOf;
  /** Repeated roles all of whose items the facts of the plan name. */
  closed: ReadonlySet<string>;
}

/** The element that a role of the plan names as the key of its items. */
export function keyFieldsOf(plan: Plan): KeyFieldOf {
  return (role) => own(plan.roles, role)?.key;
}

/** Data that hold the items of the facts and nothing else: in their order, with their keys. */
export function itemLists(plan: Plan, facts: JsonObject): ItemLists {
  const data: JsonObject = {};
  for (const [role, list] of Object.entries(facts)) {
    if (!Array.isArray(list)) continue;
    const items = list.map((item): JsonObject => {
      const key = isObject(item) ? own(item, keyName) : undefined;
      return key === undefined ? {} : { [keyName]: key };
    });
    setOwn(data, role, items);
  }
  return { data, keyFieldOf: keyFieldsOf(plan), closed: new Set(Object.keys(data)) };
}

/**
 * Finds the place of everything that one source says, and makes the items that it speaks of. Items with one key are one,
 * whoever speaks of them and in whatever order; an item without a key is one of its own.
 */
export function placeLeaves({ data, keyFieldOf, closed }: ItemLists, said: JsonObject): Placed {
  const placed: Placed = { answers: [], strangers: [] };
  for (const [role, value] of Object.entries(said)) {
    const present = own(data, role);
    if (!Array.isArray(value)) {
      if (isObject(value) && present === undefined) setOwn(data, role, {});
      for (const leaf of elementsOf([role], value))
        placed.answers.push({ ...leaf, said: pointer(...leaf.path) });
      continue;
    }
    const list = Array.isArray(present) ? present : [];
    if (present === undefined) setOwn(data, role, list);
    const before = [...list];
    for (const [index, item] of value.entries()) {
      const key = broughtKey(item, keyFieldOf(role));
      const target = indexByKey(before, key);
      if (target < 0 && closed.has(role)) {
        placed.strangers.push(pointer(role, index));
        continue;
      }
      const position = target < 0 ? list.push(key === undefined ? {} : { [keyName]: key }) - 1 : target;
      for (const leaf of elementsOf([role, String(position)], item))
        placed.answers.push({ ...leaf, said: pointer(role, index, ...leaf.path.slice(2)) });
    }
  }
  return placed;
}

/** Gives a key to each item of a repeated role that has none. */
export function nameItems(plan: Plan, data: JsonObject): void {
  for (const [role, list] of Object.entries(data)) {
    if (Array.isArray(list) && own(plan.roles, role)?.many !== undefined) setOwn(data, role, withKeys(list));
  }
}
