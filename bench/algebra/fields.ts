import type { JsonObject, JsonSchema, JsonValue } from '../../src/base/index.js';
import { createRandom, type Random } from '../../test/fuzz/random.js';

/** What two blocks ask of the same form field. */
export interface FieldPair {
  a: JsonSchema;
  b: JsonSchema;
  /** Contradicting by construction, in the field itself. */
  contradicting: boolean;
}

/** Pairs of form fields, drawn from a seed; about two in seven contradict each other plainly. */
export function fieldPairs(count: number, seed: number): FieldPair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    random.below(7) < 2 ? contradictingPair(random) : { ...anyPair(random), contradicting: false },
  );
}

const kinds = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
type Kind = (typeof kinds)[number];

function anyPair(random: Random): { a: JsonSchema; b: JsonSchema } {
  const kind = random.pick(kinds);
  // An integer here and a number there is no contradiction, and the blocks of a bundle do disagree so.
  const other = kind === 'integer' && random.chance(0.3) ? 'number' : kind;
  return { a: field(kind, random, 1), b: field(other, random, 1) };
}

const patterns = ['^[a-z]+$', '^[0-9]+$', '^[A-Z][a-z]*$', '^.{1,8}$', '^1[3-9][0-9]{9}$'];
const formats = ['date', 'email', 'uri', 'uuid', 'cn-resident-id', 'cn-mobile', 'date-time'];
const words = ['male', 'female', 'married', 'single', 'a', 'b', 'c'];
const names = ['name', 'phone', 'address', 'grade'];

/** One field as a block states it: mostly a type, and up to three constraints. */
function field(kind: Kind, random: Random, depth: number): JsonObject {
  const schema: JsonObject = random.chance(0.85) ? { type: kind } : {};
  const add = (keyword: string, value: JsonValue): void => {
    schema[keyword] = value;
  };
  for (let count = random.below(4); count > 0; count--) {
    switch (kind) {
      case 'string':
        random.pick([
          () => add('minLength', random.below(6)),
          () => add('maxLength', 4 + random.below(30)),
          () => add('pattern', random.pick(patterns)),
          () => add('format', random.pick(formats)),
          () => add('enum', several(words, random)),
          () => add('const', random.pick(words)),
        ])();
        break;
      case 'integer':
      case 'number':
        random.pick([
          () => add('minimum', random.below(10)),
          () => add('maximum', 5 + random.below(20)),
          () => add('exclusiveMinimum', random.below(6)),
          () => add('multipleOf', random.pick([1, 2, 5, 0.5, 0.1])),
          () => add('enum', several([1, 2, 3, 5, 8, 10], random)),
          () => add('const', random.below(12)),
        ])();
        break;
      case 'boolean':
        add(random.pick(['title', 'const']), random.chance(0.5));
        if (typeof schema['title'] === 'boolean') schema['title'] = 'Yes or no';
        break;
      case 'array':
        if (random.chance(0.5) && depth > 0) add('items', field(random.pick(kinds), random, depth - 1));
        else add(random.pick(['minItems', 'maxItems']), 1 + random.below(4));
        break;
      case 'object':
        if (random.chance(0.7) && depth > 0) {
          const properties: JsonObject = {};
          for (const name of several(names, random))
            properties[name] = field(random.pick(kinds), random, depth - 1);
          add('properties', properties);
        } else if (random.chance(0.5)) add('required', several(names, random));
        else add('additionalProperties', random.chance(0.5));
        break;
    }
  }
  if (random.chance(0.3)) schema['title'] = random.pick(['Name', 'Full name']);
  return schema;
}

function several<T>(values: readonly T[], random: Random): T[] {
  const kept = values.filter(() => random.chance(0.5));
  return kept.length > 0 ? kept : [random.pick(values)];
}

/** Two statements that nobody can meet together. */
function contradictingPair(random: Random): FieldPair {
  const low = random.below(8);
  const gap = 1 + random.below(5);
  const cut = 1 + random.below(words.length - 1);
  const otherFormat = (format: string): string => random.pick(formats.filter((each) => each !== format));
  const format = random.pick(formats);
  const [a, b] = random.pick<() => [JsonObject, JsonObject]>([
    () => [{ type: 'string' }, { type: random.pick(['integer', 'boolean', 'array', 'object', 'null']) }],
    () => [
      { type: 'string', maxLength: low },
      { type: 'string', minLength: low + gap },
    ],
    () => [
      { type: 'number', maximum: low },
      { type: 'number', minimum: low + gap },
    ],
    () => [
      { type: 'integer', exclusiveMaximum: low },
      { type: 'integer', minimum: low },
    ],
    () => [
      { type: 'integer', exclusiveMinimum: low },
      { type: 'integer', exclusiveMaximum: low + 1 },
    ],
    () => [{ enum: words.slice(0, cut) }, { enum: words.slice(cut) }],
    () => [{ const: words[0]! }, { const: words[cut]! }],
    () => [
      { type: 'string', const: words[0]! },
      { type: 'string', enum: words.slice(cut) },
    ],
    () => [{ enum: [1, 2, 3] }, { type: 'integer', minimum: 4 + low }],
    () => [{ const: 7 }, { type: 'integer', multipleOf: 2 }],
    () => [{ const: 'abc' }, { type: 'string', pattern: '^[0-9]+$' }],
    () => [
      { type: 'string', pattern: '^[a-z]+$', minLength: 1 },
      { type: 'string', pattern: '^[0-9]+$' },
    ],
    () => [
      { type: 'string', pattern: '^[0-9]{4}$' },
      { type: 'string', minLength: 5 + low },
    ],
    () => [
      { type: 'string', format },
      { type: 'string', format: otherFormat(format) },
    ],
    () => [
      { type: 'string', format: 'date' },
      { type: 'string', maxLength: 9 - random.below(5) },
    ],
    () => [
      { type: 'boolean', const: true },
      { type: 'boolean', const: false },
    ],
    () => [
      { type: 'array', maxItems: low },
      { type: 'array', minItems: low + gap },
    ],
    () => [
      { type: 'array', minItems: 1, items: { type: 'string' } },
      { type: 'array', items: { type: 'integer' } },
    ],
    () => [
      { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      { type: 'object', properties: { name: { type: 'integer' } } },
    ],
    () => [
      { type: 'object', required: ['phone'] },
      { type: 'object', properties: { name: true }, additionalProperties: false },
    ],
  ])();
  return random.chance(0.5) ? { a, b, contradicting: true } : { a: b, b: a, contradicting: true };
}
