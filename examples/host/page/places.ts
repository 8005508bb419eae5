import type { JsonObject, JsonSchema, JsonValue } from 'onething';

/** A place of the answers, as people know it. */
export interface TitledPlace {
  at: string;
  titles: string[];
  value: JsonValue;
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema of a part of a value. */
function partOf(schema: JsonValue | undefined, token: string): JsonValue | undefined {
  if (!isObject(schema)) return undefined;
  const { properties, items } = schema;
  return isObject(properties) && token in properties ? properties[token] : items;
}

function titleIn(schema: JsonValue | undefined): string | undefined {
  const title = isObject(schema) ? schema['title'] : undefined;
  return typeof title === 'string' ? title : undefined;
}

/** Titles on the way to a place, with the number of an item where one is passed. */
export function titlesAt(root: JsonSchema, at: string): string[] {
  const titles: string[] = [];
  let schema: JsonValue | undefined = root;
  for (const token of at.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    schema = partOf(schema, token);
    if (/^\d+$/u.test(token)) titles.push(String(Number(token) + 1));
    else titles.push(titleIn(schema) ?? token);
  }
  return titles;
}

/** What stands in the answers, place by place, for reading. */
export function placesOf(schema: JsonSchema, value: JsonValue, at = '', titles: readonly string[] = []): TitledPlace[] {
  if (isObject(value) && isObject(schema) && isObject(schema['properties']) && !isMaterial(value)) {
    const properties = schema['properties'];
    return Object.keys(properties).flatMap((name) => {
      const part = value[name];
      if (part === undefined) return [];
      const inner = properties[name]!;
      return placesOf(inner as JsonSchema, part, `${at}/${name}`, [...titles, titleIn(inner) ?? name]);
    });
  }
  if (Array.isArray(value) && isObject(schema) && value.some((item) => isObject(item) && !('sha256' in item))) {
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

/** A code by its title, a material by its way and its files. */
function worded(schema: JsonSchema, value: JsonValue): JsonValue {
  if (isObject(value) && isMaterial(value)) {
    const way = isObject(schema) && isObject(schema['properties']) ? schema['properties']['way'] : undefined;
    const files = Array.isArray(value['files']) ? value['files'] : [];
    const names = files.map((file) => (isObject(file) ? file['name'] : file));
    return [worded((way ?? true) as JsonSchema, value['way']!), ...names].join(' · ');
  }
  const listed = isObject(schema) && Array.isArray(schema['oneOf']) ? schema['oneOf'] : [];
  const chosen = listed.find((one) => isObject(one) && one['const'] === value);
  return titleIn(chosen) ?? value;
}

/** Leads to the control of a place: JSON Forms and RJSF each have ids of their own. */
export function goTo(at: string, titles: readonly string[]): void {
  const tokens = at.split('/').slice(1);
  const scope = `#${tokens.map((token) => `/properties/${token}`).join('')}`;
  const ids = [`${scope}-input`, scope, `root_${tokens.join('_')}`];
  const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null) ?? byLabel(tokens, titles);
  const control = found?.matches('input, select, textarea, button')
    ? found
    : found?.querySelector<HTMLElement>('input, select, textarea, button');
  found?.scrollIntoView({ block: 'center' });
  control?.focus();
}

/** Within items only the label tells: the one of that item. */
function byLabel(tokens: readonly string[], titles: readonly string[]): HTMLElement | undefined {
  const title = titles.at(-1) ?? '';
  const index = Number(tokens.find((token) => /^\d+$/u.test(token)) ?? 0);
  const labels = [...document.querySelectorAll<HTMLElement>('label, legend')].filter(({ textContent }) => textContent?.startsWith(title));
  return (labels[index] ?? labels[0])?.parentElement ?? undefined;
}
