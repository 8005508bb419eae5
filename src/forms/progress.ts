import { isObject, own } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';

/** How far one section of a form has come. */
export interface SectionProgress {
  /** The role, `choices` or `materials`. */
  name: string;
  title: string;
  /** Required places that are answered. */
  done: number;
  all: number;
}

/** Sections of a view with required places, in its order. */
export function progressOf(schema: JsonSchema, data: JsonValue): SectionProgress[] {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, section]) => {
    const { done, all } = count(section, isObject(data) ? own(data, name) : undefined);
    const title = isObject(section) && typeof section['title'] === 'string' ? section['title'] : name;
    return all === 0 ? [] : [{ name, title, done, all }];
  });
}

interface Count {
  done: number;
  all: number;
}

function count(schema: JsonValue | undefined, value: JsonValue | undefined): Count {
  if (!isObject(schema)) return { done: 0, all: 0 };
  if (schema['type'] === 'array' && isObject(schema['items']) && schema['items']['type'] === 'object')
    return sum((Array.isArray(value) ? value : []).map((item) => count(schema['items'], item)));
  const properties: JsonObject = isObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  return sum(
    required.map((name) => {
      const inner = own(properties, name);
      const held = isObject(value) ? own(value, name) : undefined;
      const within = count(inner, held);
      return within.all > 0 ? within : { done: held === undefined ? 0 : 1, all: 1 };
    }),
  );
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce((one, other) => ({ done: one.done + other.done, all: one.all + other.all }), {
    done: 0,
    all: 0,
  });
}
