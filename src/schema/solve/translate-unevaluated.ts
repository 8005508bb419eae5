import { fromEntries, isObject, type JsonObject } from '../../base/index.js';
import { BIT } from '../keywords/type.js';
import { isSchema } from '../document/positions.js';
import { evaluationBounds } from './evaluation-bounds.js';
import { fact, loose } from './facts.js';
import { held } from './translate-structures.js';
import { never, nothing, type Keyword, type Meaning, type Translation } from './translate.js';
import { stopAt } from './stop.js';

/**
 * Which properties and items have been evaluated depends on the instance. What no keyword in place may ever look at is
 * unevaluated in every instance, and that much is said here; each instance found is checked against the whole.
 */

const propertiesHold = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return nothing;
  const bounds = evaluationBounds(keyword.schema, keyword.document, keyword.frame.base);
  const all = [loose(stopAt(keyword.name, 'stop.evaluated'))];
  if (!bounds.allProperties) {
    const schema: JsonObject = {
      properties: fromEntries([...bounds.names].map((name) => [name, true])),
      patternProperties: fromEntries([...bounds.patterns].map((pattern) => [pattern, true])),
      additionalProperties: keyword.value,
    };
    all.push(fact({ kind: 'properties', schema, reading: keyword }));
  }
  return { all, choices: [] };
};

/** Some property that its own neighbours do not name is refused. */
const propertiesFail = (keyword: Keyword): Meaning => {
  const { schema, value } = keyword;
  if (!isSchema(value) || schema.additionalProperties !== undefined) return never;
  const named: JsonObject = {};
  if (isObject(schema.properties)) named.properties = schema.properties;
  if (isObject(schema.patternProperties)) named.patternProperties = schema.patternProperties;
  const some = fact({
    kind: 'some',
    name: { kind: 'rest', schema: named },
    value: held(keyword, value, false),
  });
  return { all: [loose(stopAt(keyword.name, 'stop.evaluated')), some], choices: [] };
};

const itemsHold = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return nothing;
  const bounds = evaluationBounds(keyword.schema, keyword.document, keyword.frame.base);
  const all = [loose(stopAt(keyword.name, 'stop.evaluated'))];
  if (!bounds.allItems) {
    const prefix = Array.from({ length: bounds.prefix }, () => true);
    all.push(fact({ kind: 'items', prefix, rest: keyword.value, reading: keyword }));
  }
  return { all, choices: [] };
};

const itemsFail = (keyword: Keyword): Meaning => {
  const { schema, value } = keyword;
  if (!isSchema(value) || schema.items !== undefined) return never;
  const from = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
  const item = held(keyword, value, false);
  const some = fact({ kind: 'contains', item, min: 1, max: Infinity, from, to: Infinity });
  return { all: [loose(stopAt(keyword.name, 'stop.evaluated')), some], choices: [] };
};

/** `unevaluatedItems` and `unevaluatedProperties`. */
export const UNEVALUATED_TRANSLATIONS: ReadonlyMap<string, Translation> = new Map<string, Translation>([
  ['unevaluatedItems', { types: BIT.array, holds: itemsHold, fails: itemsFail }],
  ['unevaluatedProperties', { types: BIT.object, holds: propertiesHold, fails: propertiesFail }],
]);
