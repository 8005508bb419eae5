import {
  fromEntries,
  isObject,
  own,
  setOwn,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../base/index.js';

const proto = '__proto__';
const byName = ['$defs', 'properties', 'patternProperties', 'dependentSchemas'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = [
  ...['not', 'if', 'then', 'else', 'items', 'contains', 'propertyNames', 'contentSchema'],
  ...['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'],
];

/**
 * The same schema for ajv 8.20, which passes over a property called `__proto__` in `properties`, `dependentRequired` and
 * `dependentSchemas`: they are said with `patternProperties` and `if` instead.
 */
export function renameProto(schema: JsonSchema): JsonSchema {
  if (!isObject(schema)) return schema;
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) setOwn(result, keyword, within(keyword, value));
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
  if (extra.length > 0) {
    const given = own(result, 'allOf');
    result['allOf'] = [...(Array.isArray(given) ? given : []), ...extra];
  }
  return result;
}

function within(keyword: string, value: JsonValue): JsonValue {
  if (single.includes(keyword)) return renameProto(value as JsonSchema);
  if (lists.includes(keyword) && Array.isArray(value))
    return value.map((part) => renameProto(part as JsonSchema));
  if (byName.includes(keyword) && isObject(value)) {
    return fromEntries(Object.entries(value).map(([name, part]) => [name, renameProto(part as JsonSchema)]));
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
