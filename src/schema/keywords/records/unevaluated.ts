import { fromEntries, isObject, type JsonObject, type JsonValue } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { childInstance, type Params, type Place } from '../../explain/issue-place.js';
import { tell } from '../../explain/messages.js';
import { fact, loose, type Item } from '../../solve/facts.js';
import { stopAt } from '../../solve/stop.js';
import { held, never, nothing, type Keyword, type Meaning } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import type { Truth } from '../site.js';
import { both } from '../site.js';
import { BIT } from '../type-set.js';
import { shown, textOf } from '../values.js';

interface Child {
  keyword: string;
  token: string | number;
  params: Params;
  /** Whether it may have been looked at after all. */
  isUnsure: boolean;
}

function explainChild(place: Place, value: JsonValue, { keyword, token, params, isUnsure }: Child): void {
  const spot = childInstance(place, token, keyword);
  if (!isUnsure && value !== false) {
    place.explain(value, spot);
    return;
  }
  const truth = place.truth(value, spot);
  place.add(keyword, isUnsure && truth === false ? undefined : truth, params);
}

/**
 * Which properties and items have been evaluated depends on the instance. What no keyword in place may ever look at is
 * unevaluated in every instance, and that much is said to the solver; each instance found is checked against the whole.
 */
const partly = (keyword: Keyword, ...items: Item[]): Meaning => ({
  all: [loose(stopAt(keyword.name, 'stop.evaluated')), ...items],
  choices: [],
});

const propertiesHold = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return nothing;
  const bounds = keyword.boundsOf(keyword.schema, keyword.document, keyword.frame.base);
  if (bounds.allProperties) return partly(keyword);
  const schema: JsonObject = {
    properties: fromEntries([...bounds.names].map((name) => [name, true])),
    patternProperties: fromEntries([...bounds.patterns].map((pattern) => [pattern, true])),
    additionalProperties: keyword.value,
  };
  return partly(keyword, fact({ kind: 'properties', schema, reading: keyword }));
};

/** Some property that its own neighbours do not name is refused. */
const propertiesFail = (keyword: Keyword): Meaning => {
  const { schema, value } = keyword;
  if (!isSchema(value) || schema.additionalProperties !== undefined) return never;
  const named: JsonObject = {};
  if (isObject(schema.properties)) named.properties = schema.properties;
  if (isObject(schema.patternProperties)) named.patternProperties = schema.patternProperties;
  const name = { kind: 'rest', schema: named } as const;
  return partly(keyword, fact({ kind: 'some', name, value: held(keyword, value, false) }));
};

const itemsHold = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return nothing;
  const bounds = keyword.boundsOf(keyword.schema, keyword.document, keyword.frame.base);
  if (bounds.allItems) return partly(keyword);
  const prefix = Array.from({ length: bounds.prefix }, () => true);
  return partly(keyword, fact({ kind: 'items', prefix, rest: keyword.value, reading: keyword }));
};

const itemsFail = (keyword: Keyword): Meaning => {
  const { schema, value } = keyword;
  if (!isSchema(value) || schema.items !== undefined) return never;
  const from = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
  const item = held(keyword, value, false);
  return partly(keyword, fact({ kind: 'contains', item, min: 1, max: Infinity, from, to: Infinity }));
};

const shared = { topic: 'unevaluated', shape: 'schema', combination: 'differing', isSealed: true } as const;

/** Core, sections 11.2 and 11.3. Ajv 8.20 judges them wrongly beside anyOf, oneOf, if and dependentSchemas. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'unevaluatedProperties',
    hint: 'The schema of properties that nothing else has looked at.',
    isInTypes: true,
    types: BIT.object,
    checkLast: (value, instance, site, seen) => {
      if (!isObject(instance) || !isSchema(value)) return true;
      let truth: Truth = true;
      for (const name of Object.keys(instance)) {
        if (seen.hasProperty(name)) continue;
        const here = site.run.evaluate(value, instance[name]!, site.frame);
        truth = both(truth, seen.unsure ? here || undefined : here);
        if (truth === false) return false;
      }
      seen.allProperties = true;
      return truth;
    },
    looksAt: (_, bounds) => void (bounds.allProperties = true),
    kin: 'objects',
    translation: { holds: propertiesHold, fails: propertiesFail },
    explain: (value, place) => {
      const seen = isObject(place.instance) ? place.seen() : undefined;
      if (!isObject(place.instance) || seen === undefined) return;
      for (const name of Object.keys(place.instance)) {
        if (!seen.hasProperty(name))
          explainChild(place, value, {
            keyword: 'unevaluatedProperties',
            token: name,
            params: { unevaluatedProperty: name },
            isUnsure: seen.unsure,
          });
      }
    },
    message: ({ unevaluatedProperty }) => tell('value.property', { name: textOf(unevaluatedProperty) }),
  },
  {
    ...shared,
    name: 'unevaluatedItems',
    hint: 'The schema of items that nothing else has looked at.',
    types: BIT.array,
    checkLast: (value, instance, site, seen) => {
      if (!Array.isArray(instance) || !isSchema(value)) return true;
      let truth: Truth = true;
      for (let at = 0; at < instance.length; at++) {
        if (seen.hasItem(at)) continue;
        const here = site.run.evaluate(value, instance[at]!, site.frame);
        truth = both(truth, seen.unsure ? here || undefined : here);
        if (truth === false) return false;
      }
      seen.allItems = true;
      return truth;
    },
    looksAt: (_, bounds) => void (bounds.allItems = true),
    kin: 'arrays',
    translation: { holds: itemsHold, fails: itemsFail },
    explain: (value, place) => {
      const seen = Array.isArray(place.instance) ? place.seen() : undefined;
      if (!Array.isArray(place.instance) || seen === undefined) return;
      for (let at = 0; at < place.instance.length; at++) {
        if (!seen.hasItem(at))
          explainChild(place, value, {
            keyword: 'unevaluatedItems',
            token: at,
            params: { unevaluatedItem: at },
            isUnsure: seen.unsure,
          });
      }
    },
    message: ({ unevaluatedItem }) => tell('value.unevaluatedItems', { index: shown(unevaluatedItem) }),
  },
];
