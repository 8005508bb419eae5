import { isObject, setOwn, suggest } from '../base/index.js';
import { UsageError, didYouMean, listOf, literal } from '../messages/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import {
  fieldParts,
  indexOfItem,
  isFieldKey,
  itemFieldKey,
  itemFieldParts,
  keyName,
  ownKeyOf,
} from '../model/index.js';
import type { ItemField } from '../model/index.js';
import { keyFault, withBroughtKeys, withKeys } from './items.js';
import type { KeyFieldOf } from './items.js';
import { tell } from './messages.js';

/**
 * Facts in the shape of the form. A key with a dot names a field, `"mother.insurance"`, or a field of one item,
 * `"child[anna].name"`; any other key names a role. Each item has a `$key` in the end.
 * @throws UsageError `usage/facts` when a value is not JSON, a field is given twice, or an item is not there
 */
export function normalizeFacts(
  facts: Record<string, unknown>,
  choices: Record<string, boolean> = {},
  keyFieldOf: KeyFieldOf = () => undefined,
): JsonObject {
  const result: JsonObject = {};
  const ofItems: [ItemField, JsonValue][] = [];
  for (const [key, value] of Object.entries(facts)) {
    assertJson(key, value);
    const item = itemFieldParts(key);
    if (item !== undefined) ofItems.push([item, value]);
    else if (isFieldKey(key)) placeField(result, key, value);
    else setOwn(result, key, merged(Object.hasOwn(result, key) ? result[key] : undefined, value));
  }
  for (const [use, chosen] of Object.entries(choices)) {
    const holder = isObject(result['choices']) ? result['choices'] : {};
    setOwn(holder, use, chosen);
    result['choices'] = holder;
  }
  placeItems(result, ofItems, keyFieldOf);
  return result;
}

function placeField(result: JsonObject, key: string, value: JsonValue): void {
  const { role, element } = fieldParts(key);
  const present = Object.hasOwn(result, role) ? result[role] : undefined;
  if (Array.isArray(present)) {
    throw new UsageError(tell('usage/facts', { role, field: key }));
  }
  const holder = isObject(present) ? present : {};
  setOwn(holder, element, value);
  setOwn(result, role, holder);
}

/** Gives each item its key, and puts facts about single items where they belong. */
function placeItems(
  result: JsonObject,
  facts: readonly [ItemField, JsonValue][],
  keyFieldOf: KeyFieldOf,
): void {
  const fault = keyFault(result, keyFieldOf);
  if (fault?.kind === 'no-text') throw new UsageError(tell('usage/facts:key-no-text', { at: fault.at }));
  if (fault !== undefined) {
    const { at, key = '' } = fault;
    throw new UsageError(tell('usage/facts:key-twice', { at, key }));
  }
  for (const [role, list] of Object.entries(result)) {
    if (Array.isArray(list)) setOwn(result, role, withKeys(withBroughtKeys(list, keyFieldOf(role))));
  }
  const listed = new Set(Object.keys(result));
  for (const [{ role, key, element }, value] of facts) {
    const list = Object.hasOwn(result, role) ? result[role] : [];
    if (!Array.isArray(list)) {
      const field = itemFieldKey({ role, key, element });
      throw new UsageError(tell('usage/facts:role-and-item', { role, field }));
    }
    setOwn(result, role, list);
    const at = indexOfItem(list, key);
    if (at < 0 && listed.has(role)) throw unknownItem(role, key, list);
    const present = at < 0 ? { [keyName]: key } : list[at];
    if (!isObject(present)) continue;
    const item = { ...present };
    setOwn(item, element, value);
    if (at < 0) list.push(item);
    else list[at] = item;
  }
}

/** Whoever lists the items of a role names all of them. */
function unknownItem(role: string, key: string, list: readonly JsonValue[]): UsageError {
  const keys = list.flatMap((item) => ownKeyOf(item) ?? []);
  const said = tell('usage/facts:unknown-item', { role, key });
  if (/^\d+$/.test(key) && keys.length > Number(key))
    return new UsageError(said, tell('usage/facts:by-key', { keys: listOf(keys.slice(0, 12), 'comma') }));
  const meant = didYouMean(suggest(key, keys));
  if (meant !== undefined) return new UsageError(said, meant);
  if (keys.length === 0)
    return new UsageError(said, tell('usage/facts:no-items', { list: literal(`${role}: []`) }));
  return new UsageError(said, tell('usage/facts:items', { keys: listOf(keys.slice(0, 12), 'comma') }));
}

function merged(present: JsonValue | undefined, value: JsonValue): JsonValue {
  return isObject(present) && isObject(value) ? { ...present, ...value } : value;
}

function assertJson(key: string, value: unknown): asserts value is JsonValue {
  const isJson =
    value === null ||
    ['string', 'boolean'].includes(typeof value) ||
    Number.isFinite(value) ||
    typeof value === 'object';
  if (!isJson) throw new UsageError(tell('usage/facts:no-json', { field: key }));
}
