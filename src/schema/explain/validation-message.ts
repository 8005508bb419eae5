import { isObject, type JsonValue } from '../../base/index.js';

/**
 * One English sentence for a failed keyword. It speaks of the constraint alone: what the applicant wrote
 * may be personal and never enters a message.
 */
export function validationMessage(keyword: string, params: Readonly<Record<string, JsonValue>>): string {
  const sentence = own(sentences, keyword);
  return sentence ? sentence(params) : `The value does not meet "${keyword}".`;
}

/** One English sentence for a keyword whose verdict is not known within the bounds. */
export function undecidedMessage(keyword: string, params: Readonly<Record<string, JsonValue>>): string {
  if (keyword === '$ref') {
    const { reference } = params;
    return reference === undefined
      ? 'The value is nested too deeply.'
      : `The reference "${text(reference)}" leads nowhere.`;
  }
  return `It is not decided whether the value meets "${keyword}": that takes too long.`;
}

type Sentence = (params: Readonly<Record<string, JsonValue>>) => string;

const text = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

const bounds: Readonly<Record<string, string>> = {
  '<=': 'at most',
  '>=': 'at least',
  '<': 'less than',
  '>': 'greater than',
};

const bound: Sentence = ({ comparison, limit }) =>
  `The value is not ${bounds[text(comparison)] ?? text(comparison)} ${text(limit)}.`;

const count =
  (what: string, direction: string): Sentence =>
  ({ limit }) =>
    `The value has not ${direction} ${text(limit)} ${what}.`;

const sentences: Readonly<Record<string, Sentence>> = {
  type: ({ type }) =>
    `The value is not of type ${Array.isArray(type) ? type.map(text).join(' or ') : text(type)}.`,
  const: () => 'The value is not the one that is allowed.',
  enum: () => 'The value is none of those that are allowed.',
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: ({ multipleOf }) => `The value is no multiple of ${text(multipleOf)}.`,
  minLength: count('characters', 'at least'),
  maxLength: count('characters', 'at most'),
  pattern: ({ pattern }) => `The text does not match "${text(pattern)}".`,
  format: ({ format }) => `The text is not of the format "${text(format)}".`,
  minItems: count('items', 'at least'),
  maxItems: count('items', 'at most'),
  uniqueItems: ({ i, j }) => `Items ${text(j)} and ${text(i)} are equal.`,
  contains: ({ minContains, maxContains }) =>
    maxContains === undefined
      ? `The value has not at least ${text(minContains)} items of the kind that "contains" asks for.`
      : `The value has not from ${text(minContains)} to ${text(maxContains)} items of the kind that "contains" asks for.`,
  items: count('items', 'at most'),
  unevaluatedItems: ({ unevaluatedItem }) => `Nothing allows item ${text(unevaluatedItem)}.`,
  required: ({ missingProperty }) => `The property "${text(missingProperty)}" is missing.`,
  dependentRequired: ({ property, missingProperty }) =>
    `The property "${text(missingProperty)}" is missing, which "${text(property)}" requires.`,
  minProperties: count('properties', 'at least'),
  maxProperties: count('properties', 'at most'),
  additionalProperties: ({ additionalProperty }) =>
    `Nothing allows the property "${text(additionalProperty)}".`,
  unevaluatedProperties: ({ unevaluatedProperty }) =>
    `Nothing allows the property "${text(unevaluatedProperty)}".`,
  propertyNames: ({ propertyName }) => `The name "${text(propertyName)}" is not allowed for a property.`,
  not: () => 'The value is one that is excluded.',
  anyOf: () => 'The value meets none of the alternatives.',
  oneOf: ({ passingSchemas }) =>
    Array.isArray(passingSchemas)
      ? 'The value meets more than one of the alternatives.'
      : 'The value meets none of the alternatives.',
  if: ({ failingKeyword }) => `The value does not meet "${text(failingKeyword)}".`,
  'false schema': () => 'Nothing is allowed here.',
};

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return isObject(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}
