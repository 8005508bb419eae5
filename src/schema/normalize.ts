import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { byKey, canonicalJson, compareCodeUnits, isDeeperThan, isObject, setOwn } from '../base/index.js';
import { assertOptions, assertSchema } from './arguments.js';
import { MOST_NESTED } from './document/most-nested.js';
import { intersectAll } from './intersect.js';
import { ANNOTATIONS } from './keywords/combine.js';
import { ALL_TYPES, typeKeyword, typesOf } from './keywords/type.js';
import { HOLDERS, isSchema } from './document/positions.js';
import type { AlgebraOptions } from './types.js';

/**
 * A canonical form for comparing and hashing: `allOf` folded, annotations left out, lists without order sorted, what
 * says nothing removed. Schemas with equal forms are equivalent; equivalent schemas need not have equal forms.
 */
export function normalize(schema: JsonSchema, options: AlgebraOptions = {}): JsonSchema {
  assertSchema(schema);
  assertOptions(options);
  if (isDeeperThan(schema, MOST_NESTED)) return schema;
  const folded = intersectAll([{ schema }], options).schema;
  return new Normalizing(canonicalJson(schema).includes('"unevaluated')).normal(folded);
}

/** Keywords that say nothing with this value. */
const SAYING_NOTHING: Readonly<Record<string, JsonValue>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
};

class Normalizing {
  /** @param evaluating whether somewhere it matters which properties and items a keyword has looked at */
  constructor(private readonly evaluating: boolean) {}

  normal(schema: JsonSchema): JsonSchema {
    if (!isObject(schema)) return schema;
    const normal: JsonObject = {};
    for (const keyword of Object.keys(schema).sort(compareCodeUnits)) {
      if (ANNOTATIONS.has(keyword) || SAYING_NOTHING[keyword] === schema[keyword]) continue;
      const value = this.#value(keyword, schema[keyword]!);
      if (value === undefined) continue;
      const isConstant = keyword === 'enum' && Array.isArray(value) && value.length === 1;
      if (isConstant && !Object.hasOwn(schema, 'const')) normal.const = value[0]!;
      else setOwn(normal, keyword, value);
    }
    if (normal.not === true) return false;
    return Object.keys(normal).length === 0 ? true : normal;
  }

  #value(keyword: string, value: JsonValue): JsonValue | undefined {
    if (keyword === 'type') {
      const types = typesOf(value);
      return types === ALL_TYPES ? undefined : typeKeyword(types);
    }
    if ((keyword === 'enum' || keyword === 'required') && Array.isArray(value)) {
      const sorted = distinct(value);
      return keyword === 'required' && sorted.length === 0 ? undefined : sorted;
    }
    const holding = HOLDERS.get(keyword);
    if (holding === 'schema' && isSchema(value)) return this.#schema(keyword, this.normal(value));
    if (holding === 'list' && Array.isArray(value)) return this.#list(keyword, value);
    if (holding === 'map' && isObject(value)) return this.#map(keyword, value);
    return value;
  }

  #schema(keyword: string, value: JsonSchema): JsonSchema | undefined {
    const silent = ['items', 'additionalProperties', 'propertyNames', 'then', 'else'].includes(keyword);
    return value === true && silent && !this.evaluating ? undefined : value;
  }

  #list(keyword: string, value: JsonValue[]): JsonValue | undefined {
    const members = value.map((member) => this.normal(member as JsonSchema));
    if (keyword === 'prefixItems') return members;
    if (keyword === 'oneOf') return members.sort(byKey(canonicalJson));
    const sorted = distinct(members);
    if (keyword === 'allOf') {
      const speaking = sorted.filter((member) => member !== true);
      return speaking.length === 0 ? undefined : speaking;
    }
    return sorted.includes(true) && !this.evaluating ? undefined : sorted;
  }

  #map(keyword: string, value: JsonObject): JsonValue | undefined {
    const map: JsonObject = {};
    for (const name of Object.keys(value).sort(compareCodeUnits)) {
      setOwn(map, name, this.normal(value[name] as JsonSchema));
    }
    return Object.keys(map).length === 0 && keyword !== '$defs' && !this.evaluating ? undefined : map;
  }
}

/** The members without repetition, sorted by their canonical text. */
function distinct(values: readonly JsonValue[]): JsonValue[] {
  const byText = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...byText].sort(byKey(([text]) => text)).map(([, value]) => value);
}
