import type { JsonSchema, JsonValue } from '../../base/index.js';
import { dynamicTarget } from '../keywords/reference.js';
import type { Frame } from '../keywords/site.js';
import { ALL_TYPES } from '../keywords/type.js';
import type { Target } from '../document/document.js';
import { isSchema } from '../document/positions.js';
import { loose, type Item } from './facts.js';
import { held } from './translate-structures.js';
import { either, never, nothing, type Keyword, type Meaning, type Translation } from './translate.js';
import { stopAt } from './stop.js';

const list = (value: JsonValue): JsonSchema[] =>
  Array.isArray(value) ? value.filter((member): member is JsonSchema => isSchema(member)) : [];

const together = (keyword: Keyword, positive: boolean): Meaning => ({
  all: list(keyword.value).map((schema) => ({ constraint: held(keyword, schema, positive) })),
  choices: [],
});
const one = (keyword: Keyword, positive: boolean): Meaning =>
  either(list(keyword.value).map((schema) => [{ constraint: held(keyword, schema, positive) }]));

const exactlyOne = (keyword: Keyword): Meaning => {
  const members = list(keyword.value);
  return either(
    members.map((_, chosen) =>
      members.map((schema, at): Item => ({ constraint: held(keyword, schema, at === chosen) })),
    ),
  );
};

/** None at all, or two of them. */
const notExactlyOne = (keyword: Keyword): Meaning => {
  const members = list(keyword.value);
  const alternatives: Item[][] = [members.map((schema) => ({ constraint: held(keyword, schema, false) }))];
  members.forEach((first, at) => {
    for (const second of members.slice(at + 1)) {
      alternatives.push([
        { constraint: held(keyword, first, true) },
        { constraint: held(keyword, second, true) },
      ]);
    }
  });
  return either(alternatives);
};

const conditional = (keyword: Keyword, positive: boolean): Meaning => {
  if (!isSchema(keyword.value)) return positive ? nothing : never;
  const { then: consequence, else: alternative } = keyword.schema;
  const branch = (schema: JsonValue | undefined, condition: boolean): Item[] => [
    { constraint: held(keyword, keyword.value as JsonSchema, condition) },
    { constraint: held(keyword, isSchema(schema) ? schema : true, positive) },
  ];
  return either([branch(consequence, true), branch(alternative, false)]);
};

const reference = (keyword: Keyword, target: Target | undefined, positive: boolean): Meaning => {
  if (!target) return { all: [loose(stopAt(keyword.name, 'stop.reference'))], choices: [] };
  const { document } = keyword;
  const frame: Frame =
    target.base === keyword.frame.base ? keyword.frame : { base: target.base, outer: keyword.frame };
  return { all: [{ constraint: { schema: target.schema, positive, document, frame } }], choices: [] };
};

const resolved = (keyword: Keyword): Target | undefined =>
  typeof keyword.value === 'string' ? keyword.document.resolve(keyword.frame.base, keyword.value) : undefined;
const dynamic = (keyword: Keyword): Target | undefined =>
  typeof keyword.value === 'string'
    ? dynamicTarget(keyword.value, keyword.document, keyword.frame)
    : undefined;

/** The keywords that apply other schemas to the same value. */
export const IN_PLACE_TRANSLATIONS: ReadonlyMap<string, Translation> = new Map<string, Translation>([
  ['allOf', { types: ALL_TYPES, holds: (k) => together(k, true), fails: (k) => one(k, false) }],
  ['anyOf', { types: ALL_TYPES, holds: (k) => one(k, true), fails: (k) => together(k, false) }],
  ['oneOf', { types: ALL_TYPES, holds: exactlyOne, fails: notExactlyOne }],
  [
    'not',
    {
      types: ALL_TYPES,
      holds: (k) => together({ ...k, value: [k.value] }, false),
      fails: (k) => together({ ...k, value: [k.value] }, true),
    },
  ],
  ['if', { types: ALL_TYPES, holds: (k) => conditional(k, true), fails: (k) => conditional(k, false) }],
  [
    '$ref',
    {
      types: ALL_TYPES,
      holds: (k) => reference(k, resolved(k), true),
      fails: (k) => reference(k, resolved(k), false),
    },
  ],
  [
    '$dynamicRef',
    {
      types: ALL_TYPES,
      holds: (k) => reference(k, dynamic(k), true),
      fails: (k) => reference(k, dynamic(k), false),
    },
  ],
]);
