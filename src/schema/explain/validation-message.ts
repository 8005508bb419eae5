import type { JsonValue } from '../../base/index.js';
import { listOf, literal } from '../../messages/index.js';
import type { Message, PlainArg } from '../../messages/index.js';
import { tell } from './messages.js';

type Params = Readonly<Record<string, JsonValue>>;

/** What a failed keyword says of the value. */
export function validationMessage(keyword: string, params: Params): Message {
  const sentence = Object.hasOwn(sentences, keyword) ? sentences[keyword] : undefined;
  return sentence?.(params) ?? tell('value.keyword', { keyword });
}

/** What is said where the verdict on a keyword is not known within the bounds. */
export function undecidedMessage(keyword: string, { reference }: Params): Message {
  if (keyword !== '$ref') return tell('value.undecided:keyword', { keyword });
  return reference === undefined
    ? tell('value.too-deep')
    : tell('value.reference', { reference: text(reference) });
}

type Sentence = (params: Params) => Message;

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function plain(value: JsonValue | undefined): PlainArg {
  return typeof value === 'number' ? value : literal(text(value));
}

const alternatives: Sentence = ({ passingSchemas }) =>
  tell(Array.isArray(passingSchemas) ? 'value.oneOf' : 'value.anyOf');

const sentences: Readonly<Record<string, Sentence>> = {
  type: ({ type }) =>
    tell('value.type', { types: listOf((Array.isArray(type) ? type : [type]).map(plain), 'or') }),
  const: () => tell('value.const'),
  enum: () => tell('value.enum'),
  minimum: ({ limit }) => tell('value.minimum', { limit: plain(limit) }),
  maximum: ({ limit }) => tell('value.maximum', { limit: plain(limit) }),
  exclusiveMinimum: ({ limit }) => tell('value.exclusiveMinimum', { limit: plain(limit) }),
  exclusiveMaximum: ({ limit }) => tell('value.exclusiveMaximum', { limit: plain(limit) }),
  multipleOf: ({ multipleOf }) => tell('value.multipleOf', { number: plain(multipleOf) }),
  minLength: ({ limit }) => tell('value.minLength', { limit: plain(limit) }),
  maxLength: ({ limit }) => tell('value.maxLength', { limit: plain(limit) }),
  pattern: ({ pattern }) => tell('value.pattern', { pattern: text(pattern) }),
  format: ({ format }) => tell('value.format', { format: text(format) }),
  minItems: ({ limit }) => tell('value.minItems', { limit: plain(limit) }),
  maxItems: ({ limit }) => tell('value.maxItems', { limit: plain(limit) }),
  uniqueItems: ({ i, j }) => tell('value.uniqueItems', { one: plain(j), other: plain(i) }),
  contains: ({ minContains, maxContains }) =>
    maxContains === undefined
      ? tell('value.contains', { least: plain(minContains) })
      : tell('value.contains:between', { least: plain(minContains), most: plain(maxContains) }),
  items: ({ limit }) => tell('value.maxItems', { limit: plain(limit) }),
  unevaluatedItems: ({ unevaluatedItem }) =>
    tell('value.unevaluatedItems', { index: plain(unevaluatedItem) }),
  required: ({ missingProperty }) => tell('value.required', { name: text(missingProperty) }),
  dependentRequired: ({ property, missingProperty }) =>
    tell('value.dependentRequired', { name: text(missingProperty), other: text(property) }),
  minProperties: ({ limit }) => tell('value.minProperties', { limit: plain(limit) }),
  maxProperties: ({ limit }) => tell('value.maxProperties', { limit: plain(limit) }),
  additionalProperties: ({ additionalProperty }) =>
    tell('value.property', { name: text(additionalProperty) }),
  unevaluatedProperties: ({ unevaluatedProperty }) =>
    tell('value.property', { name: text(unevaluatedProperty) }),
  propertyNames: ({ propertyName }) => tell('value.propertyNames', { name: text(propertyName) }),
  not: () => tell('value.not'),
  anyOf: () => tell('value.anyOf'),
  oneOf: alternatives,
  if: ({ failingKeyword }) => tell('value.keyword', { keyword: text(failingKeyword) }),
  'false schema': () => tell('value.false'),
};
