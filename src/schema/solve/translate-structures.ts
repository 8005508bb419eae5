import type { JsonSchema, JsonValue } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import { BIT } from '../keywords/type.js';
import { isSchema } from '../document/positions.js';
import type { Constraint } from './constraint.js';
import { fact, type Item } from './facts.js';
import { all, either, nothing, never, type Keyword, type Meaning, type Translation } from './translate.js';

/** A subschema of a keyword, wanted or refused. */
export function held(keyword: Keyword, schema: JsonSchema, positive: boolean): Constraint {
  return { schema, positive, document: keyword.document, frame: keyword.frame };
}

const list = (value: JsonValue | undefined): JsonSchema[] =>
  Array.isArray(value) ? value.filter((member): member is JsonSchema => isSchema(member)) : [];
const names = (value: JsonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
const entries = (value: JsonValue): [string, JsonValue][] => (isObject(value) ? Object.entries(value) : []);

/** `prefixItems` and `items` are read together, at whichever comes first. */
const itemsHold = (keyword: Keyword): Meaning => {
  const { schema, name } = keyword;
  if (name === 'items' && Array.isArray(schema.prefixItems)) return nothing;
  const rest = isSchema(schema.items) ? schema.items : undefined;
  return all({ kind: 'items', prefix: list(schema.prefixItems), rest, reading: keyword });
};

const prefixFails = (keyword: Keyword): Meaning =>
  either(
    list(keyword.value).map((schema, at): Item[] => [
      fact({ kind: 'count', min: at + 1, max: Infinity }),
      fact({
        kind: 'contains',
        item: held(keyword, schema, false),
        min: 1,
        max: Infinity,
        from: at,
        to: at + 1,
      }),
    ]),
  );

const itemsFail = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return never;
  const from = list(keyword.schema.prefixItems).length;
  const item = held(keyword, keyword.value, false);
  return all({ kind: 'contains', item, min: 1, max: Infinity, from, to: Infinity });
};

const counts = ({ schema }: Keyword): { min: number; max: number } => ({
  min: typeof schema.minContains === 'number' ? schema.minContains : 1,
  max: typeof schema.maxContains === 'number' ? schema.maxContains : Infinity,
});

const containsHolds = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return nothing;
  const item = held(keyword, keyword.value, true);
  return all({ kind: 'contains', item, ...counts(keyword), from: 0, to: Infinity });
};

const containsFails = (keyword: Keyword): Meaning => {
  if (!isSchema(keyword.value)) return never;
  const { min, max } = counts(keyword);
  const item = held(keyword, keyword.value, true);
  const range = { from: 0, to: Infinity };
  const alternatives: Item[][] = [];
  if (min > 0) alternatives.push([fact({ kind: 'contains', item, min: 0, max: min - 1, ...range })]);
  if (max !== Infinity) {
    alternatives.push([fact({ kind: 'contains', item, min: max + 1, max: Infinity, ...range })]);
  }
  return either(alternatives);
};

/** The three keywords on properties are read together, at whichever comes first. */
const GROUP = ['properties', 'patternProperties', 'additionalProperties'] as const;
const propertiesHold = (keyword: Keyword): Meaning => {
  const { schema, name } = keyword;
  const first = GROUP.find((member) => schema[member] !== undefined);
  return first === name ? all({ kind: 'properties', schema, reading: keyword }) : nothing;
};

const propertiesFail = (keyword: Keyword): Meaning =>
  either(
    entries(keyword.value).map(([name, schema]): Item[] => [
      fact({ kind: 'has', name }),
      fact({ kind: 'is', name, value: held(keyword, schema as JsonSchema, false) }),
    ]),
  );

const patternPropertiesFail = (keyword: Keyword): Meaning =>
  either(
    entries(keyword.value).map(([pattern, schema]): Item[] => [
      fact({
        kind: 'some',
        name: { kind: 'pattern', pattern },
        value: held(keyword, schema as JsonSchema, false),
      }),
    ]),
  );

const additionalFails = (keyword: Keyword): Meaning =>
  isSchema(keyword.value)
    ? all({
        kind: 'some',
        name: { kind: 'rest', schema: keyword.schema },
        value: held(keyword, keyword.value, false),
      })
    : never;

const dependentSchemas = (keyword: Keyword, holds: boolean): Meaning => {
  const dependents = entries(keyword.value) as [string, JsonSchema][];
  if (!holds) {
    return either(
      dependents.map(([name, schema]): Item[] => [
        fact({ kind: 'has', name }),
        { constraint: held(keyword, schema, false) },
      ]),
    );
  }
  const choices = dependents.map(([name, schema]): Item[][] => [
    [fact({ kind: 'lacks', name })],
    [fact({ kind: 'has', name }), { constraint: held(keyword, schema, true) }],
  ]);
  return { all: [], choices };
};

const object = (holds: (keyword: Keyword) => Meaning, fails: (keyword: Keyword) => Meaning): Translation => ({
  types: BIT.object,
  holds,
  fails,
});
const array = (holds: (keyword: Keyword) => Meaning, fails: (keyword: Keyword) => Meaning): Translation => ({
  types: BIT.array,
  holds,
  fails,
});

/** The keywords whose subschemas speak of items and properties. */
export const STRUCTURE_TRANSLATIONS: ReadonlyMap<string, Translation> = new Map<string, Translation>([
  ['prefixItems', array(itemsHold, prefixFails)],
  ['items', array(itemsHold, itemsFail)],
  ['contains', array(containsHolds, containsFails)],
  ['properties', object(propertiesHold, propertiesFail)],
  ['patternProperties', object(propertiesHold, patternPropertiesFail)],
  ['additionalProperties', object(propertiesHold, additionalFails)],
  [
    'required',
    object(
      ({ value }) => ({ all: names(value).map((name) => fact({ kind: 'has', name })), choices: [] }),
      ({ value }) => either(names(value).map((name) => [fact({ kind: 'lacks', name })])),
    ),
  ],
  [
    'dependentRequired',
    object(
      ({ value }) =>
        all(
          ...entries(value).map(
            ([name, others]) => ({ kind: 'implies', name, others: names(others) }) as const,
          ),
        ),
      ({ value }) =>
        either(
          entries(value).flatMap(([name, others]) =>
            names(others).map((other) => [fact({ kind: 'has', name }), fact({ kind: 'lacks', name: other })]),
          ),
        ),
    ),
  ],
  [
    'propertyNames',
    object(
      (keyword) =>
        isSchema(keyword.value) ? all({ kind: 'names', name: held(keyword, keyword.value, true) }) : nothing,
      (keyword) =>
        isSchema(keyword.value)
          ? all({
              kind: 'some',
              name: { kind: 'meets', name: held(keyword, keyword.value, false) },
              value: undefined,
            })
          : never,
    ),
  ],
  [
    'dependentSchemas',
    object(
      (keyword) => dependentSchemas(keyword, true),
      (keyword) => dependentSchemas(keyword, false),
    ),
  ],
]);
