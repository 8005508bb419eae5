import { textOfValue } from 'onething/forms';
import type { JsonSchema, JsonValue } from 'onething';
import { asObject, isObject } from './json.js';

/** A place of the answers, and what stands there as people read it. */
export interface ReadPlace {
  at: string;
  text: string;
}

/** What stands in the answers, place by place, for reading. */
export function placesOf(schema: JsonValue | undefined, value: JsonValue, locale: 'zh' | 'en', at = ''): ReadPlace[] {
  const { properties, items } = asObject(schema);
  if (isObject(value) && isObject(properties) && typeof value['way'] !== 'string') {
    return Object.keys(properties).flatMap((name) => {
      const part = value[name];
      return part === undefined ? [] : placesOf(properties[name], part, locale, `${at}/${name}`);
    });
  }
  if (Array.isArray(value) && value.some((item) => isObject(item) && !('sha256' in item))) {
    return value.flatMap((item, index) => placesOf(items, item, locale, `${at}/${index}`));
  }
  return [{ at, text: textOf(schema, value, locale) }];
}

/** A material by its way and its files, yes or no in the language of the page, everything else as forms read it. */
function textOf(schema: JsonValue | undefined, value: JsonValue, locale: 'zh' | 'en'): string {
  if (typeof value === 'boolean') return locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (!isObject(value) || typeof value['way'] !== 'string') return textOfValue(value, schema);
  const way = textOfValue(value['way'], asObject(asObject(schema)['properties'])['way']);
  const files = Array.isArray(value['files']) ? value['files'] : [];
  return [way, ...files.map((file) => textOfValue(isObject(file) ? file['name'] : file, true))].join(' · ');
}

/** A schema that names the parts of a value as the value does: an authority reads its own names. */
export function schemaOfAnything(value: JsonValue): JsonSchema {
  if (Array.isArray(value)) return { type: 'array', items: value[0] === undefined ? true : schemaOfAnything(value[0]) };
  if (!isObject(value)) return {};
  const parts = Object.entries(value).map(([name, part]) => [name, { ...asObject(schemaOfAnything(part)), title: name }]);
  return { properties: Object.fromEntries(parts) as Record<string, JsonSchema> };
}
