import { isObject, keyOfValue, own, pointer } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { Message } from '../messages/index.js';
import { keyName, ownKeyOf } from '../model/index.js';
import { tell } from './messages.js';

/** The element that a repeated role names as the key of its items, if it names one. */
export type KeyFieldOf = (role: string) => string | undefined;

/** A key that an item may not have: it is no text, or another item has it. */
export interface KeyFault {
  kind: 'no-text' | 'twice';
  role: string;
  /** Where the item stands. */
  at: string;
  key?: string;
}

/** The key that an item brings: the value of the field that its role names as key, or else its `$key`. */
export function broughtKey(item: JsonValue, field: string | undefined): string | undefined {
  const value = field === undefined || !isObject(item) ? undefined : own(item, field);
  return value === undefined || value === null || typeof value === 'object'
    ? ownKeyOf(item)
    : keyOfValue(value);
}

/** Items that bring a key, with it as `$key`. The others stay without one. */
export function withBroughtKeys(list: readonly JsonValue[], field: string | undefined): JsonValue[] {
  return list.map((item) => {
    const key = broughtKey(item, field);
    return key === undefined || !isObject(item) ? item : keyed(item, key);
  });
}

/** The items, each with a key: who has none is given its position, or the next number that nobody has. */
export function withKeys(list: readonly JsonValue[]): JsonValue[] {
  const taken = new Set(list.flatMap((item) => ownKeyOf(item) ?? []));
  return list.map((item, index) => {
    if (!isObject(item) || ownKeyOf(item) !== undefined) return item;
    let number = index;
    while (taken.has(String(number))) number += 1;
    taken.add(String(number));
    return keyed(item, String(number));
  });
}

function keyed(item: JsonObject, key: string): JsonObject {
  const { [keyName]: _, ...rest } = item;
  return { [keyName]: key, ...rest };
}

/** The first key that is wrong, in data shaped like the form. */
export function keyFault(data: JsonObject, keyFieldOf: KeyFieldOf): KeyFault | undefined {
  for (const [role, list] of Object.entries(data)) {
    if (!Array.isArray(list)) continue;
    const seen = new Set<string>();
    for (const [index, item] of list.entries()) {
      const at = pointer(role, index);
      const stated = isObject(item) ? own(item, keyName) : undefined;
      if (stated !== undefined && typeof stated !== 'string') return { kind: 'no-text', role, at };
      const key = broughtKey(item, keyFieldOf(role));
      if (key === undefined) continue;
      if (seen.has(key)) return { kind: 'twice', role, at, key };
      seen.add(key);
    }
  }
  return undefined;
}

/** What is wrong with a key. */
export function keyFaultMessage({ key }: KeyFault): Message {
  return key === undefined ? tell('items/key-no-text') : tell('items/key-twice', { key });
}

/** What is said besides of items that are known: of those with one key what comes later wins, of others nothing is known. */
export function mergeItems(
  base: readonly JsonValue[],
  over: readonly JsonValue[],
  merge: (one: JsonObject, other: JsonObject) => JsonObject,
): JsonValue[] {
  const result = [...base];
  for (const item of over) {
    const at = indexByKey(base, ownKeyOf(item));
    const present = result[at];
    if (isObject(present) && isObject(item)) result[at] = merge(present, item);
  }
  return result;
}

/** Where the item that has been given a key stands; who has none is nobody's equal. */
export function indexByKey(list: readonly JsonValue[], key: string | undefined): number {
  return key === undefined ? -1 : list.findIndex((one) => ownKeyOf(one) === key);
}
