import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import type { Block, BlockUse, Condition, Input } from '../../src/model/index.js';
import type { Generated } from './catalogue-generator.js';

/**
 * A second, deliberately simple reading of the design, which shares no code with the engine: for one set of answers
 * it walks through the blocks one by one and asks ajv about each value.
 */
export interface Judgement {
  /** Every condition is decided. */
  complete: boolean;
  /** Every included block finds in the answers what it takes. */
  valid: boolean;
  /** Names of included uses; of repeated ones with the item's index. */
  included: string[];
  /** Fields and materials that some included block takes from the applicant. */
  taken: Set<string>;
}

const ajv = new Ajv2020({ strict: false, ownProperties: true });
const compiled = new Map<string, ValidateFunction>();

function meets(schema: JsonSchema, value: JsonValue): boolean {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (validate === undefined) compiled.set(key, (validate = ajv.compile(schema)));
  return validate(value);
}

type Truth = boolean | undefined;
type Answers = Record<string, JsonValue>;

interface World {
  generated: Generated;
  answers: Answers;
  item: number | undefined;
}

/** Judges answers, block by block. */
export function judge(generated: Generated, answers: Answers): Judgement {
  const result: Judgement = { complete: true, valid: true, included: [], taken: new Set() };
  const uses = generated.bundle.uses as BlockUse[];
  const producing = producedKeys(generated, answers);
  for (const use of uses) {
    const block = generated.blocks.find(({ id }) => id === use.block)!;
    for (const world of worldsOf(generated, answers, use)) {
      const included = isIncluded(world, use);
      if (included === undefined) result.complete = false;
      if (included !== true) continue;
      result.included.push(world.item === undefined ? use.block : `${use.block}[${world.item}]`);
      for (const input of block.inputs ?? []) judgeInput(world, input, use, producing, result);
    }
  }
  return result;
}

function worldsOf(generated: Generated, answers: Answers, use: BlockUse): World[] {
  if (use.each === undefined) return [{ generated, answers, item: undefined }];
  const items = answers[use.each];
  return Array.isArray(items) ? items.map((_, item) => ({ generated, answers, item })) : [];
}

function isIncluded(world: World, use: BlockUse): Truth {
  const chosen =
    use.choice === true ? (world.answers['choices'] as Record<string, boolean>)[use.block] : true;
  return and([holds(world, use.when), chosen]);
}

/** Key -> for which items (or -1 for the whole) a producer other than the given block is included. */
function producedKeys(
  generated: Generated,
  answers: Answers,
): { key: string; item: number | undefined; block: string }[] {
  return (generated.bundle.uses as BlockUse[]).flatMap((use) => {
    const block = generated.blocks.find(({ id }) => id === use.block)!;
    return worldsOf(generated, answers, use)
      .filter((world) => isIncluded(world, use) === true)
      .flatMap((world) => outputKeys(block, world));
  });
}

function outputKeys(block: Block, world: World) {
  return (block.outputs ?? []).flatMap((output) => {
    if (!('field' in output)) return [];
    const role = output.field.split('.')[0]!;
    if (holdsRole(world, role) !== true) return [];
    const item = world.generated.many.includes(role) ? world.item : undefined;
    return [{ key: output.field, item, block: block.id }];
  });
}

function judgeInput(
  world: World,
  input: Input,
  use: BlockUse,
  producing: ReturnType<typeof producedKeys>,
  result: Judgement,
): void {
  const state = stateOf(world, input, use, producing, result, true);
  if (state === 'open') result.complete = false;
  if (state === 'bad') result.valid = false;
}

/** Whether an input is satisfied by the answers: `absent` counts as bad unless it is optional. */
function stateOf(
  world: World,
  input: Input,
  use: BlockUse,
  producing: ReturnType<typeof producedKeys>,
  result: Judgement,
  counts: boolean,
): 'fine' | 'bad' | 'open' {
  if ('anyOf' in input) {
    const groups = input.anyOf.map((group) =>
      group.map((member) => stateOf(world, member, use, producing, result, counts)),
    );
    if (groups.some((group) => group.includes('open'))) return 'open';
    return groups.some((group) => group.every((state) => state === 'fine')) ? 'fine' : 'bad';
  }
  const role = 'field' in input ? input.field.split('.')[0]! : input.of;
  const taken = and([holds(world, input.when), holdsRole(world, role)]);
  if (taken === undefined) return 'open';
  if (!taken) return 'fine';
  const isMany = world.generated.many.includes(role);
  const item = isMany ? world.item : undefined;
  if ('field' in input) {
    const isProduced = producing.some(
      (one) => one.key === input.field && one.item === item && one.block !== use.block,
    );
    if (isProduced) return 'fine';
  }
  const key = 'field' in input ? input.field : `${input.material} of ${input.of}`;
  if (counts) result.taken.add(key);
  const holder = (isMany ? (world.answers[role] as JsonValue[])[item!] : world.answers[role]) as Record<
    string,
    JsonValue
  >;
  const value =
    'field' in input
      ? own(holder, input.field.slice(input.field.indexOf('.') + 1))
      : own((isMany ? holder['materials'] : world.answers['materials']) as Record<string, JsonValue>, key);
  if (value === undefined) return input.optional === true ? 'fine' : 'bad';
  return acceptsValue(world, input, role, value) ? 'fine' : 'bad';
}

function acceptsValue(
  world: World,
  input: Exclude<Input, { anyOf: Input[][] }>,
  role: string,
  value: JsonValue,
): boolean {
  if ('material' in input) {
    const given = value as { way: string; files?: unknown[] };
    return given.way === 'commitment' || (given.way === 'upload' && (given.files?.length ?? 0) > 0);
  }
  const declared = world.generated.bundle.roles[role]!;
  const type = typeof declared === 'string' ? declared : declared.type;
  const subject = world.generated.subjects.find(({ id }) => id === type)!;
  const element = subject.elements[input.field.slice(input.field.indexOf('.') + 1)]!;
  if (!meets(element.schema, value)) return false;
  if (input.schema !== undefined && !meets(input.schema, value)) return false;
  return (
    input.codes === undefined || Object.keys(input.codes).includes(JSON.stringify(value).replaceAll('"', ''))
  );
}

function holds(world: World, condition: Condition | undefined): Truth {
  if (condition === undefined) return true;
  const maps = Array.isArray(condition) ? condition : [condition];
  return or(
    maps.map((map) =>
      and(Object.entries(map).map(([field, schema]) => holdsTest(world, field, schema as JsonSchema))),
    ),
  );
}

function holdsTest(world: World, field: string, schema: JsonSchema): Truth {
  const role = field.split('.')[0]!;
  const holder = (
    world.generated.many.includes(role)
      ? (world.answers[role] as JsonValue[])[world.item!]
      : world.answers[role]
  ) as Record<string, JsonValue> | undefined;
  const value = own(holder, field.slice(field.indexOf('.') + 1));
  return and([holdsRole(world, role), value === undefined ? undefined : meets(schema, value)]);
}

function holdsRole(world: World, role: string): Truth {
  const declared = world.generated.bundle.roles[role]!;
  return typeof declared === 'string' ? true : holds(world, declared.when);
}

function and(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function or(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

function own(holder: Record<string, JsonValue> | undefined, key: string): JsonValue | undefined {
  return holder !== undefined && Object.hasOwn(holder, key) ? holder[key] : undefined;
}
