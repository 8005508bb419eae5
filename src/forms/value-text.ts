import { isObject, own, pointer, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';

/** A value as people read it: the title of a code, a list with commas; nothing where nothing is there. */
export function textOfValue(value: JsonValue | undefined, schema: unknown): string {
  if (value === undefined || value === null) return '';
  const stated = isObject(schema as JsonValue) ? (schema as JsonObject) : {};
  const codes = Array.isArray(stated['oneOf']) ? stated['oneOf'] : [];
  for (const code of codes) {
    if (isObject(code) && code['const'] === value && typeof code['title'] === 'string') return code['title'];
  }
  if (Array.isArray(value)) return value.map((item) => textOfValue(item, stated['items'])).join(', ');
  if (!isObject(value)) return String(value);
  const properties = isObject(stated['properties']) ? stated['properties'] : {};
  return Object.entries(value)
    .map(([name, inner]) => textOfValue(inner, properties[name]))
    .filter((text) => text !== '')
    .join(', ');
}

/** A JSON Pointer from the parts of a path. */
export function pointerOf(path: readonly (string | number)[]): string {
  return pointer(...path.filter((part) => part !== ''));
}

/** What people call a place: the titles of the view from the section down to it. */
export function titleAt(schema: JsonSchema, at: string): string {
  const titles: string[] = [];
  let here: JsonValue | undefined = schema as JsonValue;
  for (const token of tokensOf(at)) {
    if (!isObject(here)) break;
    const properties = isObject(here['properties']) ? here['properties'] : {};
    const isItem = here['type'] === 'array';
    here = isItem ? here['items'] : own(properties, token);
    const title = isItem ? String(Number(token) + 1) : isObject(here) ? here['title'] : undefined;
    if (typeof title === 'string') titles.push(title);
  }
  return titles.join(' › ');
}
