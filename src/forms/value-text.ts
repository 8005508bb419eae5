import { isObject, own, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';

/** A value as people read it: the title of a code, a list with commas; nothing where nothing is there. */
export function textOfValue(value: JsonValue | undefined, schema: unknown): string {
  if (value === undefined || value === null) return '';
  const stated = isObject(schema) ? schema : {};
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

/** What people call a place: the titles of the view from the section down to it. */
export function titleAt(schema: JsonSchema, at: string): string {
  const titles: string[] = [];
  let here: JsonValue | undefined = schema;
  for (const token of tokensOf(at)) {
    if (!isObject(here)) break;
    const { type, items, properties }: JsonObject = here;
    const isItem: boolean = type === 'array';
    here = isItem ? items : isObject(properties) ? own(properties, token) : undefined;
    const title = isItem ? String(Number(token) + 1) : isObject(here) ? here['title'] : undefined;
    if (typeof title === 'string') titles.push(title);
  }
  return titles.join(' › ');
}
