import {
  fromEntries,
  isObject,
  omitUndefined,
  own,
  setOwn,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../src/base/index.js';

const proto = '__proto__';
const byName = ['$defs', 'properties', 'patternProperties', 'dependentSchemas'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = [
  ...['not', 'if', 'then', 'else', 'items', 'contains', 'propertyNames', 'contentSchema'],
  ...['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'],
];

/**
 * The same schema, said so that ajv 8.20 judges it rightly:
 *
 * - it passes over a property called `__proto__` in `properties`, `dependentRequired` and `dependentSchemas`: these are
 *   said with `patternProperties` and `if` instead;
 * - inside `not`, `if` and `anyOf`, an array shorter than `prefixItems` skips `contains` and `uniqueItems`: they come to
 *   stand in different members of `allOf`.
 *
 * @param text the canonical text of the schema; where it mentions none of these, the schema is returned as it is
 */
export function adaptSchema(schema: JsonSchema, text: string): JsonSchema {
  const named = text.includes('"__proto__"');
  const listed = text.includes('"prefixItems"') && /"(?:contains|uniqueItems)"/.test(text);
  // A reference into prefixItems would lose its target; ajv then stays as it is.
  const moved = listed && !/"\$ref":"[^"]*prefixItems/.test(text);
  return named || moved ? adapt(schema, moved) : schema;
}

function adapt(schema: JsonSchema, moved: boolean): JsonSchema {
  if (!isObject(schema)) return schema;
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema))
    setOwn(result, keyword, within(keyword, value, moved));
  const extra = renameProto(result);
  if (
    moved &&
    Object.hasOwn(result, 'prefixItems') &&
    (Object.hasOwn(result, 'contains') || Object.hasOwn(result, 'uniqueItems'))
  ) {
    const { prefixItems, items } = result;
    extra.push({ prefixItems: prefixItems!, ...omitUndefined({ items }) });
    delete result['prefixItems'];
    delete result['items'];
  }
  if (extra.length > 0) {
    const given = own(result, 'allOf');
    result['allOf'] = [...(Array.isArray(given) ? given : []), ...extra];
  }
  return result;
}

/** Takes `__proto__` out of the maps of a schema; gives what is to be said under `allOf` instead. */
function renameProto(result: JsonObject): JsonObject[] {
  const extra: JsonObject[] = [];
  const property = takeOut(result, 'properties');
  if (property !== undefined) {
    const patterns = isObject(result['patternProperties']) ? result['patternProperties'] : {};
    const same = own(patterns, '^__proto__$');
    const both = same === undefined ? property : { allOf: [same, property] };
    result['patternProperties'] = { ...patterns, '^__proto__$': both };
  }
  const names = takeOut(result, 'dependentRequired');
  if (names !== undefined) extra.push({ if: { required: [proto] }, then: { required: names } });
  const dependent = takeOut(result, 'dependentSchemas');
  if (dependent !== undefined) extra.push({ if: { required: [proto] }, then: dependent });
  return extra;
}

function within(keyword: string, value: JsonValue, moved: boolean): JsonValue {
  if (single.includes(keyword)) return adapt(value as JsonSchema, moved);
  if (lists.includes(keyword) && Array.isArray(value))
    return value.map((part) => adapt(part as JsonSchema, moved));
  if (byName.includes(keyword) && isObject(value)) {
    return fromEntries(Object.entries(value).map(([name, part]) => [name, adapt(part as JsonSchema, moved)]));
  }
  return value;
}

/** Takes the entry called `__proto__` out of a map of the schema. */
function takeOut(schema: JsonObject, keyword: string): JsonValue | undefined {
  const map = own(schema, keyword);
  if (!isObject(map)) return undefined;
  const entry = own(map, proto);
  if (entry !== undefined) {
    schema[keyword] = fromEntries(Object.entries(map).filter(([name]) => name !== proto));
  }
  return entry;
}
