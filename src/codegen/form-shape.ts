import { isObject, own, setOwn, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { keyName } from '../model/index.js';
import type { FormContent, FormPlace, Plan, Text } from '../model/index.js';
import { portableSchema } from '../schema/index.js';
import { materialOf, waysOf } from './materials.js';

/**
 * What answers to a form look like, whatever the situation: each place that is asked somewhere, with the type of its
 * element. Required is what is required always; the schema of the form decides the rest when answers come in.
 */
export function formShape({ places }: FormContent, roles: Plan['roles']): JsonSchema {
  const root = emptyObject();
  for (const place of places) {
    if (place.askedWhen === false) continue;
    const [first = '', ...rest] = tokensOf(place.at);
    const role = own(roles, first);
    const isRequired = isAlwaysRequired(place);
    // A position stands for every item, or for the one that facts name.
    const inner = role?.many === undefined ? rest : rest.slice(1);
    const least = role?.many?.min;
    const holder = holderIn(root, first, { role, required: least === undefined ? isRequired : least > 0 });
    put(holder, inner, schemaOf(place), isRequired);
  }
  return root;
}

function isAlwaysRequired({ askedWhen = true, requiredWhen = true }: FormPlace): boolean {
  return askedWhen === true && requiredWhen === true;
}

function schemaOf({ title, description, schema, accept }: FormPlace): JsonObject {
  const texts = { ...said('title', title), ...said('description', description) };
  if (accept !== undefined) return { ...texts, ...materialOf(waysOf(accept)) };
  const portable = portableSchema(schema);
  return isObject(portable) ? { ...portable, ...texts } : portable ? texts : { not: {} };
}

/** In every language in which the author says it. */
function said(keyword: string, text: Text | undefined): JsonObject {
  if (text === undefined) return {};
  return { [keyword]: typeof text === 'string' ? text : [...new Set(Object.values(text))].join(' / ') };
}

interface Holding {
  role: Plan['roles'][string] | undefined;
  required: boolean;
}

function holderIn(root: JsonObject, name: string, { role, required }: Holding): JsonObject {
  const properties = root['properties'] as JsonObject;
  let held = own(properties, name) as JsonObject | undefined;
  if (held === undefined) {
    const texts = said('title', role?.title);
    held =
      role?.many === undefined
        ? { ...texts, ...emptyObject() }
        : { ...texts, type: 'array', items: itemObject() };
    setOwn(properties, name, held);
  }
  if (required) demand(root, name);
  return role?.many === undefined ? held : (held['items'] as JsonObject);
}

/** Whoever fills in the form may say which item it is. */
function itemObject(): JsonObject {
  return { ...emptyObject(), properties: { [keyName]: { type: 'string' } } };
}

function put(
  holder: JsonObject,
  [name = '', ...rest]: readonly string[],
  schema: JsonObject,
  required: boolean,
): void {
  const properties = holder['properties'] as JsonObject;
  if (rest.length === 0) setOwn(properties, name, schema);
  else {
    if (own(properties, name) === undefined) setOwn(properties, name, emptyObject());
    put(own(properties, name) as JsonObject, rest, schema, required);
  }
  if (required) demand(holder, name);
}

function demand(holder: JsonObject, name: string): void {
  const required = holder['required'] as string[];
  if (!required.includes(name)) required.push(name);
}

function emptyObject(): JsonObject {
  return { type: 'object', properties: {}, required: [], additionalProperties: false };
}
