import { bareMessage, literal, literals, meantBy, UsageError } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';
import { fromEntries, isObject, own } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { accepts, createValidator, portableSchema, selfContained } from '../../schema/index.js';
import {
  fieldKey,
  fieldParts,
  isFieldKey,
  itemFieldKey,
  itemFieldParts,
  keyName,
} from '../../model/index.js';
import type { ItemField } from '../../model/index.js';

interface RoleFacts {
  /** Whether the role repeats, and how many items it may have. */
  many: boolean;
  bounds: { min: number; max: number };
  /** The schema of each element; undefined where the subject itself cannot be read. */
  elements: Readonly<Record<string, JsonSchema>> | undefined;
}

/** What a value on the command line means: a text where the element takes texts, else JSON. */
export function factValue(
  catalogue: LoadedCatalogue,
  bundle: string,
  field: string,
  text: string,
): JsonValue {
  const { role, element } = itemFieldParts(field) ?? partsOf(field);
  const elements = rolesOf(catalogue, bundle)?.get(role)?.elements;
  const schema = element === undefined || elements === undefined ? undefined : own(elements, element);
  // `phone=13800000000` is a text although it could be a number; `married=true` is no text where booleans are asked.
  if (schema !== undefined && accepts(schema, text) === true) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/**
 * Refuses facts about what the bundle does not have, and values that its elements do not allow.
 * @throws UsageError `usage/facts`; never with the value in the message
 */
export function checkFacts(catalogue: LoadedCatalogue, bundle: string, facts: JsonObject): void {
  const roles = rolesOf(catalogue, bundle);
  if (roles === undefined) return;
  for (const [name, value] of Object.entries(facts)) {
    const item = itemFieldParts(name);
    const { role, element } = item ?? partsOf(name);
    if (item === undefined && /[[\]]/.test(role))
      throw new UsageError(tell('usage/facts:no-item', { name }), itemHelp());
    if (element === undefined && ['choices', 'materials'].includes(role)) continue;
    const known = roles.get(role);
    if (known === undefined) throw unknown(tell('usage/facts:no-role', { bundle, role }), role, roles.keys());
    if (element !== undefined) {
      checkWhich(known, item, name, element);
      checkElement(known, role, element, value);
    } else {
      checkHolder(known, role, value);
    }
  }
}

function checkHolder(known: RoleFacts, role: string, value: JsonValue): void {
  const items = known.many ? value : [value];
  if (!Array.isArray(items) || !items.every(isObject)) {
    const shape = known.many ? `${role}: [ { name: … } ]` : `${role}: { name: … }`;
    throw new UsageError(
      tell('usage/facts:shape', { role }),
      tell('usage/facts:write', { example: literal(shape) }),
    );
  }
  const { min, max } = known.bounds;
  if (known.many && (items.length < min || items.length > max))
    throw new UsageError(tell('usage/facts:how-many', { role, min, max, count: items.length }));
  for (const item of items) {
    for (const [element, fact] of Object.entries(item)) {
      if (element !== 'materials' && element !== keyName) checkElement(known, role, element, fact);
    }
  }
}

/** A fact about a repeated role says which item is meant; one about another role has none to name. */
function checkWhich(known: RoleFacts, item: ItemField | undefined, name: string, element: string): void {
  if (known.many === (item !== undefined)) return;
  const role = item?.role ?? partsOf(name).role;
  if (item !== undefined)
    throw new UsageError(
      tell('usage/facts:no-items-here', { role }),
      tell('usage/facts:write', { example: literal(fieldKey(role, element)) }),
    );
  throw new UsageError(
    tell('usage/facts:which', { role, name }),
    tell('usage/facts:write-item', {
      field: literal(itemFieldKey({ role, key: '<key>', element })),
      list: literal(`${role}: [ { $key: …, ${element}: … } ]`),
    }),
  );
}

function itemHelp(): Message {
  const example = literal(itemFieldKey({ role: 'child', key: 'anna', element: 'name' }));
  return tell('usage/facts:item-help', { example });
}

function checkElement(known: RoleFacts, role: string, element: string, value: JsonValue): void {
  if (known.elements === undefined) return;
  const schema = own(known.elements, element);
  if (schema === undefined) {
    const names = Object.keys(known.elements).map((name) => fieldKey(role, name));
    const field = fieldKey(role, element);
    throw unknown(tell('usage/facts:no-field', { field }), field, names);
  }
  const [issue] = createValidator(schema)(value);
  if (issue !== undefined) {
    throw new UsageError(
      tell('usage/facts:no-value', { field: fieldKey(role, element), issue: bareMessage(issue) }),
    );
  }
}

function rolesOf(catalogue: LoadedCatalogue, bundle: string): Map<string, RoleFacts> | undefined {
  const document = catalogue.bundles.get(bundle)?.document;
  if (document === undefined) return undefined;
  return new Map(
    Object.entries(document.roles).map(([name, role]): [string, RoleFacts] => {
      const { type, many } = typeof role === 'string' ? { type: role, many: undefined } : role;
      const elements = catalogue.subjects.get(type)?.document.elements;
      const schemas =
        elements === undefined
          ? undefined
          : fromEntries(
              Object.entries(elements).map(
                ([key, { schema }]) => [key, selfContained(portableSchema(schema ?? true, key))] as const,
              ),
            );
      const bounds = { min: many?.min ?? 1, max: many?.max ?? 1000 };
      return [name, { many: many !== undefined, bounds, elements: schemas }];
    }),
  );
}

function partsOf(name: string): { role: string; element?: string } {
  return isFieldKey(name) ? fieldParts(name) : { role: name };
}

function unknown(said: Message, name: string, candidates: Iterable<string>): UsageError {
  const all = [...candidates];
  return new UsageError(
    said,
    meantBy(name, all) ?? tell('usage/facts:has', { names: literals(all.slice(0, 12)) }),
  );
}
