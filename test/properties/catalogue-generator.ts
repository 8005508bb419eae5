import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import type { Block, Bundle, Condition, Document, Input, Subject } from '../../src/model/index.js';

/** Names that trip up careless code stand among ordinary ones. */
const elementNames = ['a', 'b', 'c', 'd', 'constructor', '姓名'] as const;
const subjectNames = ['person', 'thing'] as const;

/** One kind of fact, with narrowings that may clash and tests that conditions can make. */
interface Shape {
  schema: JsonSchema;
  narrowings: JsonSchema[];
  tests: JsonSchema[];
  values: JsonValue[];
  codes?: Record<string, JsonValue>;
}

const shapes: Shape[] = [
  {
    schema: { type: 'boolean' },
    narrowings: [{ const: true }, { const: false }],
    tests: [{ const: true }, { const: false }],
    values: [true, false],
  },
  {
    schema: { enum: ['x', 'y', 'z'] },
    narrowings: [{ enum: ['x', 'y'] }, { enum: ['y', 'z'] }, { not: { const: 'x' } }],
    tests: [{ const: 'x' }, { enum: ['y', 'z'] }, { not: { const: 'y' } }],
    values: ['x', 'y', 'z'],
    codes: { x: 1, y: 2 },
  },
  {
    schema: { type: 'integer', minimum: 0, maximum: 10 },
    narrowings: [{ minimum: 3 }, { maximum: 5 }, { exclusiveMaximum: 3 }, { multipleOf: 2 }],
    tests: [{ minimum: 5 }, { maximum: 4 }, { const: 3 }],
    values: [0, 2, 3, 4, 5, 6, 10],
  },
  {
    schema: { type: 'string', minLength: 1, maxLength: 6 },
    narrowings: [{ maxLength: 3 }, { minLength: 4 }, { pattern: '^[a-c]+$' }, { pattern: '[0-9]$' }],
    tests: [{ minLength: 3 }, { pattern: '^a' }],
    // One for every combination of what the narrowings and tests can say: length, letters, digit, first letter.
    values: 'a b a1 b2 ax zz abc bbc ab1 bb1 axx zzz abca bbca abc1 bbc1 axxx zzzz'.split(' '),
  },
];

/** A generated catalogue, and what a test needs to make answers for it. */
export interface Generated {
  documents: Document[];
  bundle: Bundle;
  blocks: Block[];
  subjects: Subject[];
  /** Values to try for each element. */
  values: Record<string, JsonValue[]>;
  /** Roles of the bundle that repeat. */
  many: string[];
}

/** What the generated catalogues may contain besides clashes and conditions. */
export interface GeneratorOptions {
  outputs?: boolean;
  repeats?: boolean;
  choices?: boolean;
  alternatives?: boolean;
}

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** Catalogues with clashes, conditions, repeated roles, alternatives, outputs and choices. */
export function generatedCatalogue(options: GeneratorOptions = {}): fc.Arbitrary<Generated> {
  const seeds = fc.record({
    shapeOf: fc.array(fc.nat(shapes.length - 1), { minLength: 12, maxLength: 12 }),
    roleTypes: fc.array(pick(subjectNames), { minLength: 2, maxLength: 3 }),
    manyRole: fc.boolean(),
    roleWhen: fc.boolean(),
    blocks: fc.array(blockSeed(), { minLength: 1, maxLength: 5 }),
    uses: fc.array(useSeed(), { minLength: 5, maxLength: 5 }),
  });
  return seeds.map((seed) => build(seed, options));
}

const inputSeed = () =>
  fc.record({
    role: fc.nat(2),
    element: fc.nat(elementNames.length - 1),
    narrowing: fc.option(fc.nat(3), { freq: 2 }),
    optional: fc.boolean(),
    when: fc.option(conditionSeed(), { freq: 2 }),
    codes: fc.boolean(),
    material: fc.option(fc.nat(2), { freq: 3 }),
  });

const conditionSeed = () =>
  fc.array(
    fc.array(fc.record({ role: fc.nat(2), element: fc.nat(elementNames.length - 1), test: fc.nat(2) }), {
      minLength: 1,
      maxLength: 2,
    }),
    { minLength: 1, maxLength: 2 },
  );

const blockSeed = () =>
  fc.record({
    inputs: fc.array(inputSeed(), { minLength: 1, maxLength: 5 }),
    alternative: fc.option(fc.tuple(inputSeed(), inputSeed(), inputSeed()), { freq: 2 }),
    output: fc.option(fc.record({ role: fc.nat(2), element: fc.nat(elementNames.length - 1) }), { freq: 2 }),
  });

const useSeed = () =>
  fc.record({ when: fc.option(conditionSeed(), { freq: 2 }), choice: fc.boolean(), each: fc.boolean() });

type Draw<T> = T extends () => fc.Arbitrary<infer V> ? V : never;
type InputSeed = Draw<typeof inputSeed>;
type ConditionSeed = Draw<typeof conditionSeed>;

interface Seed {
  shapeOf: number[];
  roleTypes: ('person' | 'thing')[];
  manyRole: boolean;
  roleWhen: boolean;
  blocks: Draw<typeof blockSeed>[];
  uses: Draw<typeof useSeed>[];
}

function build(seed: Seed, options: GeneratorOptions): Generated {
  const shapeFor = (subject: string, element: string): Shape => {
    const at =
      subjectNames.indexOf(subject as 'person') * elementNames.length + elementNames.indexOf(element as 'a');
    return shapes[seed.shapeOf[at % seed.shapeOf.length]!]!;
  };
  const subjects = subjectNames.map((id): Subject => ({
    kind: 'subject',
    id,
    elements: Object.fromEntries(
      elementNames.map((name) => [name, { title: name, schema: shapeFor(id, name).schema }]),
    ),
  }));
  const roleNames = seed.roleTypes.map((_, index) => `r${index}`);
  const typeOf = (role: string) => seed.roleTypes[roleNames.indexOf(role)]!;
  const many = options.repeats === true && seed.manyRole ? [roleNames[roleNames.length - 1]!] : [];
  const nameOf = (index: number) => elementNames[index]!;

  const condition = (
    draw: ConditionSeed,
    allowed: readonly string[],
    banned: ReadonlySet<string>,
  ): Condition | undefined => {
    const maps = draw
      .map((tests) =>
        Object.fromEntries(
          tests.flatMap(({ role, element, test }) => {
            const name = allowed[role % allowed.length]!;
            const field = `${name}.${nameOf(element)}`;
            if (banned.has(field)) return [];
            const shape = shapeFor(typeOf(name), nameOf(element));
            return [[field, shape.tests[test % shape.tests.length]!] as const];
          }),
        ),
      )
      .filter((map) => Object.keys(map).length > 0);
    return maps.length === 0 ? undefined : maps;
  };

  const produced = new Set(
    options.outputs === true
      ? seed.blocks.flatMap(({ output }) =>
          output === null ? [] : [`${roleNames[output.role % roleNames.length]!}.${nameOf(output.element)}`],
        )
      : [],
  );
  const singles = roleNames.filter((role) => !many.includes(role));

  const blocks = seed.blocks.map((draw, index): Block => {
    const isEach = many.length > 0 && seed.uses[index]!.each;
    const roles = isEach ? roleNames : singles;
    const input = (one: InputSeed): Input => {
      const role = roles[one.role % roles.length]!;
      const when = one.when === null ? undefined : condition(one.when, roles, produced);
      const guard = when === undefined ? {} : { when };
      if (one.material !== null) {
        return {
          material: `m${one.material}`,
          of: role,
          optional: one.optional,
          accept: ['upload', 'commitment'],
          ...guard,
        };
      }
      const shape = shapeFor(typeOf(role), nameOf(one.element));
      return {
        field: `${role}.${nameOf(one.element)}`,
        ...(one.narrowing === null
          ? {}
          : { schema: shape.narrowings[one.narrowing % shape.narrowings.length]! }),
        ...(one.codes && shape.codes !== undefined ? { codes: shape.codes } : {}),
        optional: one.optional,
        ...guard,
      };
    };
    const inputs = draw.inputs.map(input);
    if (options.alternatives === true && draw.alternative !== null && !isEach) {
      const [first, second, third] = draw.alternative.map((one) => ({ ...input(one), optional: false }));
      inputs.push({ anyOf: [[first!], [second!, third!]] });
    }
    const output = draw.output;
    const outputRole = output === null ? undefined : roles[output.role % roles.length]!;
    const outputs =
      options.outputs === true && output !== null && produced.has(`${outputRole}.${nameOf(output.element)}`)
        ? [{ field: `${outputRole}.${nameOf(output.element)}` }]
        : [];
    return {
      kind: 'block',
      id: `block${index}`,
      roles: Object.fromEntries(roles.map((role) => [role, typeOf(role)])),
      inputs,
      ...(outputs.length > 0 ? { outputs } : {}),
    };
  });

  const firstRole = roleNames[0]!;
  const whenField = `${firstRole}.a`;
  const bundle: Bundle = {
    kind: 'bundle',
    id: 'bundle',
    roles: Object.fromEntries(
      roleNames.map((role, index) => [
        role,
        many.includes(role)
          ? { type: typeOf(role), many: { min: 1, max: 3 } }
          : index === 1 && seed.roleWhen && !produced.has(whenField)
            ? { type: typeOf(role), when: { [whenField]: shapeFor(typeOf(firstRole), 'a').tests[0]! } }
            : typeOf(role),
      ]),
    ),
    uses: blocks.map((block, index) => {
      const draw = seed.uses[index]!;
      const each = many.length > 0 && draw.each ? { each: many[0]! } : {};
      const allowed = 'each' in each ? roleNames : singles;
      const when = draw.when === null ? undefined : condition(draw.when, allowed, produced);
      return {
        block: block.id,
        ...each,
        ...(when === undefined ? {} : { when }),
        ...(options.choices === true && draw.choice ? { choice: true } : {}),
      };
    }),
  };
  const materials = [0, 1, 2].map((index): Document => ({ kind: 'material', id: `m${index}` }));
  const values = Object.fromEntries(
    subjectNames.flatMap((subject) =>
      elementNames.map((name) => [`${subject}.${name}`, shapeFor(subject, name).values] as const),
    ),
  );
  return {
    documents: [...subjects, ...materials, ...blocks, bundle],
    bundle,
    blocks,
    subjects,
    values,
    many,
  };
}

/** Answers that say something of every field, valid for its element, with a material for every role. */
export function generatedAnswers(generated: Generated): fc.Arbitrary<Record<string, JsonValue>> {
  const { bundle, values, many, subjects } = generated;
  const roleArbitraries = Object.entries(bundle.roles).map(([role, declared]) => {
    const type = typeof declared === 'string' ? declared : declared.type;
    const elements = Object.keys(subjects.find(({ id }) => id === type)!.elements);
    const fields = Object.fromEntries(elements.map((name) => [name, pick(values[`${type}.${name}`]!)]));
    const isMany = many.includes(role);
    const object = isMany ? fc.record({ ...fields, materials: materialsOf(role) }) : fc.record(fields);
    return [role, isMany ? fc.array(object, { minLength: 1, maxLength: 3 }) : object] as const;
  });
  const singles = Object.keys(bundle.roles).filter((role) => !many.includes(role));
  const choices = bundle.uses.flatMap((use) => ('block' in use && use.choice === true ? [use.block] : []));
  return fc
    .tuple(
      fc.record(Object.fromEntries(roleArbitraries)),
      fc.tuple(...singles.map(materialsOf)),
      fc.record(Object.fromEntries(choices.map((name) => [name, fc.boolean()]))),
    )
    .map(([roles, materials, chosen]) => ({
      ...(roles as Record<string, JsonValue>),
      materials: Object.assign({}, ...materials) as JsonValue,
      choices: chosen,
    }));
}

function materialsOf(role: string): fc.Arbitrary<Record<string, JsonValue>> {
  const value: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue>(
    { way: 'upload', files: ['f'] },
    { way: 'commitment' },
    { way: 'upload' },
  );
  const keys = [0, 1, 2].map((index) => `m${index} of ${role}`);
  return fc.dictionary(pick(keys), value, { maxKeys: 3 });
}
