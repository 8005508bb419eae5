import type { JsonObject, JsonSchema, JsonValue } from 'onething';

/** A place of the answers, as people know it. */
export interface TitledPlace {
  at: string;
  titles: string[];
  value: JsonValue;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function titleIn(schema: JsonValue | undefined): string | undefined {
  const title = isObject(schema) ? schema['title'] : undefined;
  return typeof title === 'string' ? title : undefined;
}

/** What stands in the answers, place by place, for reading. */
export function placesOf(
  schema: JsonSchema,
  value: JsonValue,
  at = '',
  titles: readonly string[] = [],
): TitledPlace[] {
  if (isObject(value) && isObject(schema) && isObject(schema['properties']) && !isMaterial(value)) {
    const properties = schema['properties'];
    return Object.keys(properties).flatMap((name) => {
      const part = value[name];
      if (part === undefined) return [];
      const inner = properties[name]!;
      return placesOf(inner as JsonSchema, part, `${at}/${name}`, [...titles, titleIn(inner) ?? name]);
    });
  }
  if (
    Array.isArray(value) &&
    isObject(schema) &&
    value.some((item) => isObject(item) && !('sha256' in item))
  ) {
    const { items } = schema;
    return value.flatMap((item, index) =>
      placesOf((items ?? true) as JsonSchema, item, `${at}/${index}`, [...titles, String(index + 1)]),
    );
  }
  return [{ at, titles: [...titles], value: worded(schema, value) }];
}

function isMaterial(value: JsonObject): boolean {
  return typeof value['way'] === 'string';
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A code by its title, a material by its way and its files. */
function worded(schema: JsonSchema, value: JsonValue): JsonValue {
  if (isObject(value) && isMaterial(value)) {
    const way = isObject(schema) && isObject(schema['properties']) ? schema['properties']['way'] : undefined;
    const files = Array.isArray(value['files']) ? value['files'] : [];
    const names = files.map((file) => textOf(isObject(file) ? file['name'] : file));
    return [textOf(worded((way ?? true) as JsonSchema, value['way']!)), ...names].join(' · ');
  }
  const listed = isObject(schema) && Array.isArray(schema['oneOf']) ? schema['oneOf'] : [];
  const chosen = listed.find((one) => isObject(one) && one['const'] === value);
  return titleIn(chosen) ?? value;
}
