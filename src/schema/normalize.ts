import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { canonicalJson, compareCodeUnits, isDeeperThan, isObject, setOwn } from '../base/index.js';
import { assertOptions, assertSchema } from './arguments.js';
import { MOST_NESTED } from './document/most-nested.js';
import { intersectAll } from './intersect.js';
import { ANNOTATIONS, HOLDERS, keywordMap } from './keywords/registry.js';
import { isSchema } from './document/is-schema.js';
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

const NORMALS = keywordMap(({ normal }) => normal);

class Normalizing {
  /** @param evaluating whether somewhere it matters which properties and items a keyword has looked at */
  constructor(private readonly evaluating: boolean) {}

  normal(schema: JsonSchema): JsonSchema {
    if (!isObject(schema)) return schema;
    const normal: JsonObject = {};
    for (const keyword of Object.keys(schema).sort(compareCodeUnits)) {
      if (ANNOTATIONS.has(keyword)) continue;
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
    const inside = this.#inside(keyword, value);
    const normal = NORMALS.get(keyword);
    return normal ? normal(inside, this.evaluating) : inside;
  }

  /** The value with canonical subschemas. */
  #inside(keyword: string, value: JsonValue): JsonValue {
    const holding = HOLDERS.get(keyword);
    if (holding === 'schema' && isSchema(value)) return this.normal(value);
    if (holding === 'list' && Array.isArray(value))
      return value.map((member) => this.normal(member as JsonSchema));
    if (holding !== 'map' || !isObject(value)) return value;
    const map: JsonObject = {};
    for (const name of Object.keys(value).sort(compareCodeUnits))
      setOwn(map, name, this.normal(value[name] as JsonSchema));
    return map;
  }
}
