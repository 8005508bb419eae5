import { fromEntries, isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Renames } from './renames.js';

/** A document in which every id that has changed is the new one: its own, and those that it refers to. */
export function renamedReferences(document: JsonObject, renames: Renames): JsonObject {
  if (renames.block.size === 0 && renames.bundle.size === 0) return document;
  const { kind, id } = document;
  const own = kind === 'block' ? renames.block : kind === 'bundle' ? renames.bundle : undefined;
  const block = (name: JsonValue) => (typeof name === 'string' ? (renames.block.get(name) ?? name) : name);
  const bundle = (name: JsonValue) => (typeof name === 'string' ? (renames.bundle.get(name) ?? name) : name);
  const use = (value: JsonValue): JsonValue => {
    if (!isObject(value)) return value;
    return mapped(value, { block, bundle, oneOf: (list) => each(list, use) });
  };
  const wish = (value: JsonValue): JsonValue => (isObject(value) ? mapped(value, { block }) : block(value));
  const accept = (value: JsonValue): JsonValue =>
    isObject(value)
      ? mapped(value, { deferral: (one) => (isObject(one) ? mapped(one, { until: block }) : one) })
      : value;
  const input = (value: JsonValue): JsonValue =>
    isObject(value)
      ? mapped(value, {
          accept: (list) => each(list, accept),
          anyOf: (groups) => each(groups, (group) => each(group, input)),
        })
      : value;
  return mapped(document, {
    id: () => (typeof id === 'string' ? (own?.get(id) ?? id) : (id ?? null)),
    uses: (list) => each(list, use),
    inputs: (list) => each(list, input),
    prerequisites: (list) => each(list, wish),
    after: (list) => each(list, wish),
    before: (list) => each(list, wish),
  });
}

function each(value: JsonValue, change: (one: JsonValue) => JsonValue): JsonValue {
  return Array.isArray(value) ? value.map(change) : value;
}

/** A copy with some of its values changed. */
function mapped(
  object: JsonObject,
  changes: Readonly<Record<string, (value: JsonValue) => JsonValue>>,
): JsonObject {
  return fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      Object.hasOwn(changes, key) ? changes[key]!(value) : value,
    ]),
  );
}
