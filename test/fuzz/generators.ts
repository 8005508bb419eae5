import fc from 'fast-check';
import { fromEntries, type JsonObject, type JsonSchema, type JsonValue } from '../../src/base/index.js';

/** Field patterns as forms have them, and a few that meet each other in odd ways. */
const patterns = [
  '^[a-z]+$',
  '^[a-c]*$',
  '^[0-9]{4}$',
  String.raw`^\d+$`,
  String.raw`^1[3-9]\d{9}$`,
  'a',
  '^a',
  'b$',
  '^.{2,3}$',
  String.raw`^\p{L}+$`,
  '^(?=.*a)(?=.*b)',
  '^(?!a)',
  '^$',
  String.raw`^\S+$`,
];
const formats = [
  'date',
  'date-time',
  'email',
  'idn-email',
  'uri',
  'uri-reference',
  'uuid',
  'ipv4',
  'hostname',
  'cn-resident-id',
  'cn-usci',
  'cn-mobile',
  'unheard-of',
];
const names = ['a', 'b', 'c', 'ab', 'constructor'];

/** Objects as JSON.parse makes them, with the ordinary prototype. */
const dictionary = <T>(key: fc.Arbitrary<string>, each: fc.Arbitrary<T>, { maxKeys }: { maxKeys: number }) =>
  fc.dictionary(key, each, { maxKeys, noNullPrototype: true });

const size = fc.integer({ min: 0, max: 4 });
const number = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(0.5, 1.5, 0.1, 0.3, 2.75, 100, 1e300, -0.5),
);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false, 'a', 'ab', 'abc', '', '1234', '2024-02-29', '😀'),
  fc.integer({ min: -2, max: 5 }),
  fc.constantFrom(0.5, 1.5),
);
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  fc.array(scalar, { maxLength: 2 }),
  dictionary(fc.constantFrom(...names), scalar, { maxKeys: 2 }),
);
const multiple = fc.constantFrom(1, 2, 3, 0.5, 0.1, 0.01, 1.5, 7);

type Keyword = fc.Arbitrary<[string, JsonValue]>;
const keyword = (name: string, values: fc.Arbitrary<unknown>): Keyword =>
  values.map((each) => [name, each as JsonValue]);
/** A schema from a few keywords; later ones of the same name win. */
const schemaOf = (keywords: readonly Keyword[], maxLength: number): fc.Arbitrary<JsonObject> =>
  fc.array(fc.oneof(...keywords), { maxLength }).map((entries) => fromEntries(entries));

const typed = (type: string, keywords: readonly Keyword[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(schemaOf(keywords, 3), fc.boolean())
    .map(([schema, stated]) => (stated ? { type, ...schema } : schema));

const textKeywords = [
  keyword('minLength', size),
  keyword('maxLength', size),
  keyword('pattern', fc.constantFrom(...patterns)),
  keyword('format', fc.constantFrom(...formats)),
];
const numberKeywords = [
  keyword('minimum', number),
  keyword('maximum', number),
  keyword('exclusiveMinimum', number),
  keyword('exclusiveMaximum', number),
  keyword('multipleOf', multiple),
];
const listed = [
  keyword(
    'enum',
    fc.uniqueArray(value, {
      minLength: 1,
      maxLength: 4,
      comparator: 'SameValue',
      selector: (each) => JSON.stringify(each),
    }),
  ),
  keyword('const', value),
];
const notes = [
  keyword('title', fc.constantFrom('Name', 'Full name')),
  keyword('description', fc.constantFrom('one', 'two')),
  keyword('x-widget', fc.constantFrom('radio', 'select')),
];

/** One field of a form: a type, a few bounds, perhaps a list of values. */
export const fieldSchema: fc.Arbitrary<JsonObject> = fc.oneof(
  typed('string', [...textKeywords, ...notes]),
  typed('number', [...numberKeywords, ...notes]),
  typed('integer', [...numberKeywords, ...notes]),
  schemaOf(
    [
      ...listed,
      ...notes,
      keyword('type', fc.constantFrom('string', 'integer', 'boolean', ['string', 'null'])),
    ],
    2,
  ),
  fc.record({ type: fc.constant('boolean'), const: fc.boolean() }, { requiredKeys: ['type'] }),
);

/** A form: objects of fields, lists of fields, fields that depend on others. */
export const formSchema: fc.Arbitrary<JsonSchema> = fc.letrec<{ form: JsonSchema; node: JsonSchema }>(
  (tie) => {
    const fields = dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 3 });
    const condition = fc
      .tuple(fc.constantFrom(...names), fc.oneof(listed[1]!, keyword('minimum', number)))
      .map(([name, [key, each]]): JsonValue => ({
        properties: { [name]: { [key]: each } },
        required: [name],
      }));
    return {
      node: fc.oneof({ maxDepth: 2, withCrossShrink: true }, fieldSchema, tie('form')),
      form: fc.oneof(
        { maxDepth: 2 },
        fc
          .tuple(
            fields,
            schemaOf(
              [
                keyword('required', fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 })),
                keyword('additionalProperties', fc.oneof(fc.boolean(), tie('node'))),
                keyword('if', condition),
                keyword(
                  'then',
                  fields.map((properties) => ({ properties })),
                ),
                keyword(
                  'else',
                  fc
                    .uniqueArray(fc.constantFrom(...names), { maxLength: 2 })
                    .map((required) => ({ required })),
                ),
                keyword('minProperties', size),
                keyword('maxProperties', size),
                ...notes,
              ],
              3,
            ),
          )
          .map(([properties, rest]): JsonSchema => ({ type: 'object', properties, ...rest })),
        schemaOf(
          [
            keyword('items', tie('node')),
            keyword('minItems', size),
            keyword('maxItems', size),
            keyword('uniqueItems', fc.boolean()),
          ],
          3,
        ).map((rest): JsonSchema => ({ type: 'array', ...rest })),
      ),
    };
  },
).form;

const shapes = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

/** Any schema of the draft: every keyword with every other one, with references inside the document. */
export const draftSchema: fc.Arbitrary<JsonSchema> = fc
  .tuple(
    fc.letrec<{ schema: JsonSchema }>((tie) => {
      const sub = tie('schema');
      const subs = fc.array(sub, { minLength: 1, maxLength: 3 });
      const byName = dictionary(fc.constantFrom(...names), sub, { maxKeys: 3 });
      const byPattern = dictionary(fc.constantFrom('^a', 'b', '^[a-c]$', ''), sub, { maxKeys: 2 });
      const required = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 });
      const leaves = [
        keyword(
          'type',
          fc.oneof(
            fc.constantFrom(...shapes),
            fc.uniqueArray(fc.constantFrom(...shapes), { minLength: 1, maxLength: 3 }),
          ),
        ),
        ...textKeywords,
        ...numberKeywords,
        ...listed,
        ...notes,
        keyword('minItems', size),
        keyword('maxItems', size),
        keyword('uniqueItems', fc.boolean()),
        keyword('minProperties', size),
        keyword('maxProperties', size),
        keyword('required', required),
        keyword('dependentRequired', dictionary(fc.constantFrom(...names), required, { maxKeys: 2 })),
        keyword('$ref', fc.constantFrom('#/$defs/one', '#two', '#/$defs/tree')),
      ];
      const branches = [
        ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((name) => keyword(name, subs)),
        ...['not', 'if', 'then', 'else', 'items', 'contains', 'propertyNames'].map((name) =>
          keyword(name, sub),
        ),
        ...['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'].map((name) =>
          keyword(name, sub),
        ),
        ...['properties', 'dependentSchemas'].map((name) => keyword(name, byName)),
        keyword('patternProperties', byPattern),
        fc
          .tuple(size, size, sub)
          .map(([min, max, each]): [string, JsonValue] => [
            'allOf',
            [{ contains: each, minContains: min, maxContains: max }],
          ]),
      ];
      return {
        schema: fc.oneof(
          { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
          fc.oneof({ weight: 6, arbitrary: schemaOf(leaves, 3) }, fc.boolean()),
          schemaOf([...leaves, ...branches, ...branches], 4),
        ),
      };
    }).schema,
    fieldSchema,
    fieldSchema,
  )
  .map(([schema, one, two]): JsonSchema => {
    if (typeof schema === 'boolean' || !JSON.stringify(schema).includes('"$ref"')) return schema;
    const tree = { properties: { a: { $ref: '#/$defs/tree' }, b: one }, type: ['object', 'string'] };
    return { ...schema, $defs: { one, two: { $anchor: 'two', ...two }, tree } };
  });

/** Closed objects and lists beside everything that can look at their parts: the corner in which validators go wrong. */
export const closedSchema: fc.Arbitrary<JsonSchema> = fc
  .letrec<{ part: JsonSchema; closed: JsonSchema }>((tie) => {
    const part = tie('part');
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    const byName = dictionary(fc.constantFrom(...names), part, { maxKeys: 2 });
    const applicators = [
      keyword('properties', byName),
      keyword(
        'patternProperties',
        dictionary(fc.constantFrom('^a', '.*b.*', '^(c+)+$'), part, { maxKeys: 1 }),
      ),
      keyword('dependentSchemas', byName),
      ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((name) => keyword(name, parts)),
      ...['not', 'if', 'then', 'else', 'contains'].map((name) => keyword(name, part)),
      keyword('required', fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 })),
      keyword('minContains', size),
      keyword('uniqueItems', fc.constant(true)),
      keyword('$ref', fc.constantFrom('#/$defs/one', '#two', '#/$defs/tree', 'https://example.com/in')),
    ];
    return {
      part: fc.oneof(
        { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<JsonSchema>(
          true,
          { type: 'integer' },
          { const: 'a' },
          { properties: { a: true } },
          false,
        ),
        tie('closed'),
        schemaOf(applicators, 3),
      ),
      closed: fc
        .tuple(
          schemaOf(applicators, 4),
          fc.constantFrom(
            ['unevaluatedProperties'],
            ['unevaluatedItems'],
            ['unevaluatedProperties', 'unevaluatedItems'],
          ),
          fc.constantFrom<JsonSchema>(false, { type: 'integer' }),
        )
        .map(([schema, keywords, value]) => ({
          ...schema,
          ...fromEntries(keywords.map((name) => [name, value])),
        })),
    };
  })
  .closed.map((schema): JsonSchema => ({
    ...(schema as JsonObject),
    $defs: {
      one: { properties: { a: true }, prefixItems: [true] },
      two: { $anchor: 'two', anyOf: [{ properties: { b: true } }, { items: { type: 'integer' } }] },
      tree: { properties: { a: { $ref: '#/$defs/tree' } }, unevaluatedProperties: false },
      in: {
        $id: 'https://example.com/in',
        $ref: '#/$defs/own',
        $defs: { own: { properties: { ab: { type: 'integer' } } } },
      },
    },
  }));

const atoms = [
  'a',
  'b',
  '[ab]',
  '[^a]',
  '.',
  String.raw`\d`,
  String.raw`\w`,
  '中',
  '^',
  '$',
  String.raw`\p{L}`,
];

/** Patterns of every sort: harmless ones, and such that only an automaton runs in bounded time. */
export const patternSchema: fc.Arbitrary<JsonSchema> = fc
  .letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...atoms),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?'))
        .map(([body, quantifier]) => `(${body})${quantifier}`),
      fc.tuple(fc.constantFrom('?=', '?!'), tie('pattern')).map(([kind, body]) => `(${kind}${body})`),
    ),
  }))
  .pattern.chain((pattern) =>
    fc.constantFrom<JsonSchema>(
      { pattern },
      { patternProperties: { [pattern]: { type: 'integer' } }, additionalProperties: { type: 'string' } },
      { propertyNames: { pattern } },
      { not: { pattern } },
    ),
  );
