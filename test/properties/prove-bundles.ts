import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import type { Block, Bundle, Condition, Document, Input, Output } from '../../src/model/index.js';

/** One kind of fact: every value, and what conditions say of it, among that what is always and what is never so. */
interface Shape {
  schema: JsonSchema;
  values: JsonValue[];
  tests: JsonSchema[];
}

const shapes: Record<string, Shape> = {
  flag: { schema: { type: 'boolean' }, values: [true, false], tests: [{ const: true }, { const: false }] },
  kind: {
    schema: { enum: ['x', 'y', 'z'] },
    values: ['x', 'y', 'z'],
    tests: [
      { const: 'x' },
      { enum: ['y', 'z'] },
      { not: { const: 'y' } },
      { not: { enum: ['x', 'y', 'z'] } },
    ],
  },
  size: {
    schema: { type: 'integer', minimum: 0, maximum: 4 },
    values: [0, 1, 2, 3, 4],
    tests: [{ minimum: 3 }, { maximum: 2 }, { const: 3 }, { minimum: 5 }, { minimum: 0 }],
  },
};

const elements = Object.keys(shapes);

/** Every value of an element. */
export function valuesOf(element: string): readonly JsonValue[] {
  return shapes[element]!.values;
}

/** A bundle with conditions on everything that can have one. */
export interface GeneratedBundle {
  documents: Document[];
  bundle: Bundle;
  blocks: Block[];
}

/** What a generated bundle has besides uses and inputs. */
export interface BundleOptions {
  /** `c` repeats: uses done for each of its items, conditions on some or every one. */
  repeats?: boolean;
  /** Inputs of which one of several is enough. */
  alternatives?: boolean;
  /** Documents that one block yields and another takes, and wishes about order. */
  waits?: boolean;
}

interface Drawn {
  field: number;
  test: number;
  way: number;
}

const drawnTest = fc.record({ field: fc.nat(8), test: fc.nat(4), way: fc.nat(2) });
const drawnCondition = fc.option(
  fc.array(fc.array(drawnTest, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  { freq: 3 },
);
const drawnInput = fc.record({
  role: fc.nat(2),
  name: fc.nat(2),
  isField: fc.boolean(),
  when: drawnCondition,
  accept: fc.nat(2),
});
const drawnWish = fc.record({ block: fc.nat(4), kind: fc.nat(3), when: drawnCondition });
const drawnBlock = fc.record({
  each: fc.boolean(),
  when: drawnCondition,
  choice: fc.nat(3),
  inputs: fc.array(drawnInput, { minLength: 1, maxLength: 3 }),
  groups: fc.option(
    fc.record({
      when: drawnCondition,
      groups: fc.array(fc.array(drawnInput, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 2 }),
    }),
    { freq: 2 },
  ),
  outputs: fc.array(drawnInput, { maxLength: 2 }),
  wishes: fc.array(drawnWish, { maxLength: 2 }),
});
const drawnBundle = fc.record({
  absent: fc.boolean(),
  blocks: fc.array(drawnBlock, { minLength: 2, maxLength: 4 }),
});

type Draw<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** Bundles over the roles `p`, `q` (which may take part under a condition) and, if wanted, the repeated `c`. */
export function generatedBundle(options: BundleOptions = {}): fc.Arbitrary<GeneratedBundle> {
  return drawnBundle.map((drawn) => build(drawn, options));
}

function build({ absent, blocks: drawn }: Draw<typeof drawnBundle>, options: BundleOptions): GeneratedBundle {
  const blocks = drawn.map((one, index) => blockOf(one, index, drawn.length, options));
  const bundle: Bundle = {
    kind: 'bundle',
    id: 'bundle',
    roles: {
      p: 'person',
      q: absent ? { type: 'person', when: { 'p.flag': { const: true } } } : 'person',
      ...(options.repeats === true ? { c: { type: 'person', many: { min: 1, max: 2 } } } : {}),
    },
    uses: drawn.map((one, index) => {
      const isEach = options.repeats === true && one.each;
      const when = conditionOf(one.when, isEach, options);
      return {
        block: `block${index}`,
        ...(isEach ? { each: 'c' } : {}),
        ...(when === undefined ? {} : { when }),
        ...(one.choice === 0 ? { choice: true } : {}),
      };
    }),
  };
  const documents: Document[] = [
    {
      kind: 'subject',
      id: 'person',
      elements: Object.fromEntries(
        elements.map((name) => [name, { title: name, schema: shapes[name]!.schema }]),
      ),
    },
    ...[0, 1, 2].map((index): Document => ({ kind: 'material', id: `m${index}` })),
    ...blocks,
    bundle,
  ];
  return { documents, bundle, blocks };
}

function blockOf(
  drawn: Draw<typeof drawnBlock>,
  index: number,
  count: number,
  options: BundleOptions,
): Block {
  const isEach = options.repeats === true && drawn.each;
  const roles = isEach ? ['p', 'q', 'c'] : ['p', 'q'];
  const guarded = (when: Drawn[][] | null) => {
    const condition = conditionOf(when, isEach, options);
    return condition === undefined ? {} : { when: condition };
  };
  const input = (one: Draw<typeof drawnInput>): Input => {
    const role = roles[one.role % roles.length]!;
    if (one.isField && options.waits !== true)
      return { field: `${role}.${elements[one.name]!}`, ...guarded(one.when) };
    const accept = (
      [['upload'], ['upload', 'commitment'], ['upload', { deferral: { within: '10d' } }]] as const
    )[one.accept % 3]!;
    return { material: `m${one.name}`, of: role, accept: [...accept], ...guarded(one.when) };
  };
  // Each input once: two with the same name would be told apart by nothing.
  const inputs = distinct(drawn.inputs.map(input));
  const taken = new Set(inputs.map(nameOf));
  if (options.alternatives === true && drawn.groups !== null) {
    const groups = drawn.groups.groups.map((group) =>
      distinct(group.map(input)).filter((one) => !taken.has(nameOf(one))),
    );
    if (groups.every((group) => group.length > 0))
      inputs.push({ anyOf: groups, ...guarded(drawn.groups.when) });
  }
  // What a step yields for each item belongs to the item.
  const outputs =
    options.waits !== true
      ? []
      : distinct(drawn.outputs.map(input))
          .map((one) => (isEach ? { ...one, of: 'c' } : one))
          .filter((one) => !taken.has(nameOf(one)));
  // One wish about each other block: two with the same name would be told apart by nothing.
  const wished = [...new Map(drawn.wishes.map((wish) => [wish.block % count, wish])).values()];
  const wishes = (kind: number) =>
    wished
      .filter((wish) => options.waits === true && wish.kind % 3 === kind && wish.block % count !== index)
      .map((wish) => ({ block: `block${wish.block % count}`, ...guarded(wish.when) }));
  return {
    kind: 'block',
    id: `block${index}`,
    roles: {
      p: 'person',
      q: 'person',
      ...(options.repeats === true ? { c: isEach ? 'person' : { type: 'person', many: true } } : {}),
    },
    inputs,
    outputs: outputs.map((one): Output => {
      const { material, of, when } = one as { material: string; of: string; when?: Condition };
      return { material, of, ...(when === undefined ? {} : { when }) };
    }),
    prerequisites: wishes(0),
    after: wishes(1),
    before: wishes(2),
  };
}

function distinct(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((one) => [nameOf(one), one])).values()];
}

/** `p.flag`, `m0 of p`. */
export function nameOf(input: Input): string {
  if ('field' in input) return input.field;
  return 'material' in input ? `${input.material} of ${input.of}` : '';
}

function conditionOf(
  drawn: Drawn[][] | null,
  isEach: boolean,
  options: BundleOptions,
): Condition | undefined {
  if (drawn === null) return undefined;
  return drawn.map((tests) => {
    const map: Record<string, unknown> = {};
    for (const { field, test, way } of tests) {
      const roles = options.repeats === true ? ['p', 'q', 'c'] : ['p', 'q'];
      const role = roles[field % roles.length]!;
      const element = elements[Math.floor(field / 3) % elements.length]!;
      const schema = shapes[element]!.tests[test % shapes[element]!.tests.length]!;
      if (role !== 'c' || isEach) map[`${role}.${element}`] = schema;
      else {
        const quantifier = way % 2 === 0 ? 'some' : 'every';
        map[quantifier] = { ...(map[quantifier] as object | undefined), [`c.${element}`]: schema };
      }
    }
    return map as Exclude<Condition, unknown[]>;
  });
}
