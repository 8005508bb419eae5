/** What the value of a keyword of JSON Schema must be. */
export type KeywordShape =
  | 'any'
  | 'array'
  | 'boolean'
  | 'count'
  | 'number'
  | 'pattern'
  | 'positive'
  | 'reference'
  | 'schema'
  | 'schema-list'
  | 'schema-map'
  | 'text'
  | 'text-list'
  | 'text-list-map'
  | 'type';

/** A keyword of JSON Schema: what its value must be, and what it says. */
export interface Keyword {
  shape: KeywordShape;
  description: string;
}

const keyword = (shape: KeywordShape, description: string): Keyword => ({ shape, description });

/**
 * Every keyword of JSON Schema, draft 2020-12 (the vocabularies of
 * https://json-schema.org/draft/2020-12/schema). Older keywords that the draft still tolerates are not among them.
 */
export const jsonSchemaKeywords: Readonly<Record<string, Keyword>> = {
  type: keyword(
    'type',
    'The type: null, boolean, integer, number, string, array or object; or a list of types.',
  ),
  enum: keyword('array', 'The values that are allowed.'),
  const: keyword('any', 'The one value that is allowed.'),
  minLength: keyword('count', 'How many characters a text has at least.'),
  maxLength: keyword('count', 'How many characters a text has at most.'),
  pattern: keyword(
    'pattern',
    'A regular expression (ECMA-262, Unicode) that a text matches somewhere; anchor it with ^ and $.',
  ),
  format: keyword(
    'text',
    'What a text looks like: date, date-time, email, uri, cn-resident-id, cn-usci and others.',
  ),
  minimum: keyword('number', 'The least number that is allowed.'),
  maximum: keyword('number', 'The greatest number that is allowed.'),
  exclusiveMinimum: keyword('number', 'Numbers are greater than this.'),
  exclusiveMaximum: keyword('number', 'Numbers are less than this.'),
  multipleOf: keyword('positive', 'Numbers are multiples of this: 0.01 for amounts of money.'),
  properties: keyword('schema-map', 'The schema of each property, by name.'),
  required: keyword('text-list', 'The properties that must be there.'),
  additionalProperties: keyword('schema', 'The schema of all other properties; false for none.'),
  patternProperties: keyword(
    'schema-map',
    'The schema of properties whose name matches a regular expression.',
  ),
  propertyNames: keyword('schema', 'The schema of the names of properties.'),
  minProperties: keyword('count', 'How many properties there are at least.'),
  maxProperties: keyword('count', 'How many properties there are at most.'),
  items: keyword('schema', 'The schema of the items of a list (those behind prefixItems).'),
  prefixItems: keyword('schema-list', 'The schemas of the first items of a list, one by one.'),
  contains: keyword('schema', 'A schema that some item of a list meets.'),
  minContains: keyword('count', 'How many items meet `contains` at least.'),
  maxContains: keyword('count', 'How many items meet `contains` at most.'),
  minItems: keyword('count', 'How many items a list has at least.'),
  maxItems: keyword('count', 'How many items a list has at most.'),
  uniqueItems: keyword('boolean', 'No two items of a list are equal.'),
  allOf: keyword('schema-list', 'All of these schemas hold.'),
  anyOf: keyword('schema-list', 'At least one of these schemas holds.'),
  oneOf: keyword('schema-list', 'Exactly one of these schemas holds.'),
  not: keyword('schema', 'This schema does not hold.'),
  if: keyword('schema', 'Where this schema holds, `then` must; else `else` must.'),
  then: keyword('schema', 'Must hold where `if` does.'),
  else: keyword('schema', 'Must hold where `if` does not.'),
  dependentSchemas: keyword('schema-map', 'Schemas that hold where a property is there.'),
  dependentRequired: keyword('text-list-map', 'Properties that must be there where a property is there.'),
  unevaluatedItems: keyword('schema', 'The schema of items that nothing else has looked at.'),
  unevaluatedProperties: keyword('schema', 'The schema of properties that nothing else has looked at.'),
  title: keyword('text', 'A short name.'),
  description: keyword('text', 'An explanation.'),
  default: keyword('any', 'A value to begin with.'),
  examples: keyword('array', 'Values that are typical.'),
  deprecated: keyword('boolean', 'No longer to be used.'),
  readOnly: keyword('boolean', 'Shown, not changed.'),
  writeOnly: keyword('boolean', 'Taken, not shown.'),
  contentMediaType: keyword('text', 'The media type of what a text holds: image/png.'),
  contentEncoding: keyword('text', 'How a text holds it: base64.'),
  contentSchema: keyword('schema', 'The schema of what a text holds.'),
  $ref: keyword('reference', 'Another schema of the same document: "#/$defs/…".'),
  $defs: keyword('schema-map', 'Schemas to refer to, by name.'),
  $anchor: keyword('text', 'A name to refer to this schema by.'),
  $dynamicRef: keyword('reference', 'A reference that an outer schema may redirect.'),
  $dynamicAnchor: keyword('text', 'A name that an outer schema may take over.'),
  $id: keyword('reference', 'The address of this schema.'),
  $schema: keyword('reference', 'The draft; 2020-12 is the only one that is read.'),
  $vocabulary: keyword('any', 'The vocabularies of a metaschema.'),
  $comment: keyword('text', 'A note to people who maintain the schema.'),
};
