import { canonicalJson, isObject } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';
import { fieldParts, isFieldKey } from '../model/index.js';
import { typeNames } from './type-names.js';

/** A list of codes that stands in several places, as one type with a name. */
export interface CodeLists {
  /** The name for a property's schema; undefined where it stands for itself. */
  nameOf: (schema: JsonSchema) => string | undefined;
  /** The declarations, in the order of their names. */
  declarations: readonly string[];
}

/** A list of fewer codes is as short as its name. */
const leastCodes = 3;

/**
 * Lists of codes that are written more than once, each with the name of the element that takes it.
 * @param reserved names that are taken
 */
export function codeListsOf(schemas: readonly JsonSchema[], reserved: readonly string[]): CodeLists {
  const found = new Map<string, { name: string; count: number; codes: readonly JsonValue[] }>();
  const visit = (schema: JsonValue | undefined, name: string): void => {
    if (Array.isArray(schema)) {
      for (const inner of schema) visit(inner, name);
      return;
    }
    if (!isObject(schema)) return;
    const codes = codesIn(schema);
    if (codes !== undefined) {
      const key = canonicalJson(codes);
      const { count = 0, name: first = name } = found.get(key) ?? {};
      found.set(key, { name: first < name ? first : name, count: count + 1, codes });
    }
    for (const [keyword, inner] of Object.entries(schema)) {
      if (keyword === 'properties' && isObject(inner))
        for (const [property, value] of Object.entries(inner)) visit(value, elementOf(property));
      else if (keyword !== 'enum' && keyword !== 'const') visit(inner, name);
    }
  };
  for (const schema of schemas) visit(schema, 'Code');
  const shared = [...found].filter(([, { count }]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = typeNames(
    shared.map(([key]) => key),
    [''],
    { reserved, wordOf: (key) => found.get(key)!.name },
  );
  return {
    nameOf: (schema) => {
      const codes = isObject(schema) ? codesIn(schema) : undefined;
      return codes === undefined ? undefined : names.get(canonicalJson(codes));
    },
    declarations: shared
      .map(([key, { codes }]) => `export type ${names.get(key)!} =\n${unionOf(codes)};\n`)
      .sort(),
  };
}

function codesIn(schema: JsonSchema): readonly JsonValue[] | undefined {
  const codes = isObject(schema) ? schema['enum'] : undefined;
  if (!Array.isArray(codes) || codes.length < leastCodes) return undefined;
  return codes.every((code) => typeof code === 'string' || typeof code === 'number') ? codes : undefined;
}

function unionOf(codes: readonly JsonValue[]): string {
  return codes.map((code) => `  | ${JSON.stringify(code)}`).join('\n');
}

/** The element that a property of a step or a form holds. */
function elementOf(property: string): string {
  return isFieldKey(property) ? fieldParts(property).element : property;
}
