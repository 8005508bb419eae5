import { isObject, own, pointer, setOwn } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { checkPublished } from '../../catalogue/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { bareMessage, literal, literals, meantBy, UsageError } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { fieldParts, isFieldKey, itemParts } from '../../model/index.js';
import type { Plan, PlanStep, World } from '../../model/index.js';
import { normalizeFacts, pathOf } from '../../plan/index.js';
import { accepts, createValidator, partOf } from '../../schema/index.js';
import { tell } from '../messages.js';
import type { Io } from '../io.js';
import { readData } from './data-file.js';
import { checkFacts, factValue } from './facts.js';

/** The options that say what is true around a simulated case. */
export interface WorldOptions {
  world?: string;
  defer?: string[];
  commit?: string[];
  untrue?: string[];
  yield?: string[];
  lie?: string[];
}

/** What a world is said of. */
interface Setting {
  catalogue: LoadedCatalogue;
  bundle: string;
  plan: Plan;
}

/**
 * The world that the options describe: out of a file, which may also be a golden case, and with what single options say.
 * Undefined where nothing is said.
 * @throws UsageError `usage/world` and its kin, `usage/facts`
 */
export function worldOf(setting: Setting, options: WorldOptions, io: Io): World | undefined {
  const { world: path, defer = [], commit = [], untrue = [], yield: yields = [], lie = [] } = options;
  const said = [defer, commit, untrue, yields, lie];
  if (path === undefined && said.every((list) => list.length === 0)) return undefined;
  const world = path === undefined ? {} : readWorld(setting, path, io);
  const result: World = {
    ...world,
    deferred: [...(world.deferred ?? []), ...defer],
    committed: [...(world.committed ?? []), ...commit, ...untrue],
    untrue: [...(world.untrue ?? []), ...untrue],
    yields: { ...world.yields },
    lies: { ...world.lies },
  };
  for (const text of yields) addYield(setting.plan, result.yields!, text);
  for (const text of lie) {
    const [field, value] = pairOf('--lie', 'field', text);
    setOwn(result.lies!, field, factValue(setting.catalogue, setting.bundle, field, value));
  }
  checkFacts(setting.catalogue, setting.bundle, result.lies!);
  for (const material of defer) assertMayFollow(setting.plan, material);
  for (const material of [...commit, ...untrue]) assertMayDeclare(setting.plan, material);
  return result;
}

/** Every name by which a block, a registry or a step of a plan is printed. */
function namesOf(plan: Plan): string[] {
  return [...new Set(plan.steps.flatMap(({ id, block, registry }) => [id, block ?? registry ?? id]))];
}

/** The steps that a name means: the id of a block or registry, of a step, or the key of a step for an item. */
export function stepsNamed(plan: Plan, name: string): PlanStep[] {
  const bare = itemParts(name).name;
  const found = plan.steps.filter(({ id, block, registry }) => [id, block, registry].includes(name));
  if (found.length > 0 || bare === name) return found;
  return plan.steps.filter(({ id, each }) => id === bare && each !== undefined);
}

function readWorld({ catalogue, bundle, plan }: Setting, path: string, io: Io): World {
  const value = readData('--world', path, io);
  const world = value['kind'] === 'case' ? worldOfCase(value, bundle) : value;
  const [issue] = checkPublished('world', world);
  if (issue !== undefined)
    throw new UsageError(
      tell('usage/world', {
        path,
        at: literal(issue.pointer === '' ? '/' : issue.pointer),
        issue: bareMessage(issue),
      }),
      tell('usage/world:schema'),
    );
  const {
    values = {},
    registries = {},
    decisions = {},
    yields = {},
    deferred = [],
    committed = [],
    untrue = [],
    lies = {},
  } = world as World;
  checkFacts(catalogue, bundle, values);
  checkFacts(catalogue, bundle, lies);
  const ids = [...new Set(plan.steps.flatMap(({ registry }) => registry ?? []))];
  for (const id of Object.keys(registries)) if (!ids.includes(id)) throw noSuchStep(id, ids);
  for (const name of [...Object.keys(decisions), ...Object.keys(yields)]) assertStep(plan, name);
  for (const [name, outputs] of Object.entries(yields))
    for (const [output, held] of Object.entries(outputs)) checkYield(plan, name, output, held);
  for (const material of deferred) assertMayFollow(plan, material);
  for (const material of [...committed, ...untrue]) assertMayDeclare(plan, material);
  return { ...(world as World), values: normalizeFacts(values) };
}

/** What a golden case says is true, and what the applicant chooses in it. */
function worldOfCase(golden: JsonObject, bundle: string): JsonObject {
  const { bundle: other } = golden;
  if (other !== bundle)
    throw new UsageError(
      tell('usage/world:other-bundle', { bundle, other: typeof other === 'string' ? other : '' }),
      tell('usage/world:own-case'),
    );
  const { facts, choices, answers } = golden;
  const { choices: chosen, materials: _, ...told } = isObject(answers) ? answers : {};
  const values: JsonObject = { ...(isObject(facts) ? normalizeFacts(facts) : {}) };
  for (const [role, held] of Object.entries(told)) {
    const present = own(values, role);
    setOwn(values, role, isObject(held) && isObject(present) ? { ...present, ...held } : held);
  }
  return {
    values,
    choices: { ...(isObject(choices) ? choices : {}), ...(isObject(chosen) ? chosen : {}) },
  };
}

function addYield(plan: Plan, yields: Record<string, JsonObject>, text: string): void {
  const [left, value] = pairOf('--yield', 'step.field', text);
  const parts = /^((?:[^.[\]]|\[[^\]]*\])+)\.(.+)$/u.exec(left);
  if (parts === null)
    throw new UsageError(
      tell('usage/option:no-output-name', { text: left }),
      tell('usage/option:step-and-field', { option: literal('--yield') }),
    );
  const [, name = '', field = ''] = parts;
  assertStep(plan, name);
  const output = outputNamed(plan, name, field);
  const schema = outputSchemaOf(plan, name, output);
  const held = schema !== undefined && accepts(schema, value) === true ? value : parsed(value);
  checkYield(plan, name, output, held);
  const present = own(yields, name) ?? {};
  setOwn(present, output, held);
  yields[name] = present;
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** An output by the name that the block has for it, by the field of the bundle, or by the element alone. */
function outputNamed(plan: Plan, name: string, field: string): string {
  const outputs = stepsNamed(plan, name).flatMap((step) => Object.entries(step.out));
  const found =
    outputs.find(([output]) => output === field) ??
    outputs.find(([, { of }]) => of === field) ??
    outputs.find(([output]) => isFieldKey(output) && fieldParts(output).element === field);
  if (found !== undefined) return found[0];
  const all = [...new Set(outputs.map(([output]) => output))];
  throw new UsageError(
    tell('usage/option:no-output-of', { step: name, field }),
    meantBy(field, all) ?? (all.length === 0 ? tell('usage/option:yields-nothing') : hasThese(all)),
  );
}

function outputSchemaOf(plan: Plan, name: string, output: string) {
  const [step] = stepsNamed(plan, name).filter(({ out }) => Object.hasOwn(out, output));
  if (step === undefined) return undefined;
  const path = pathOf(step.kind, output);
  return partOf(step.output, pointer(...path.flatMap((token) => ['properties', token])));
}

function checkYield(plan: Plan, name: string, output: string, value: JsonValue): void {
  const known = outputNamed(plan, name, output);
  const schema = outputSchemaOf(plan, name, known);
  const [issue] = schema === undefined ? [] : createValidator(schema)(value);
  if (issue !== undefined)
    throw new UsageError(
      tell('usage/option:no-yield', { step: name, field: known, issue: bareMessage(issue) }),
    );
}

/** @throws UsageError `usage/unknown-block` where the plan prints no such name */
export function assertStep(plan: Plan, name: string): void {
  if (stepsNamed(plan, name).length === 0) throw noSuchStep(name, namesOf(plan));
}

function noSuchStep(id: string, names: readonly string[]): UsageError {
  return new UsageError(tell('usage/unknown-block', { id }), meantBy(id, names) ?? hasThese(names));
}

function assertMayFollow({ steps }: Plan, material: string): void {
  const may = [
    ...new Set(
      steps.flatMap((step) =>
        Object.values(step.in).flatMap(({ of, deferral }) => (deferral === undefined ? [] : [of])),
      ),
    ),
  ];
  if (may.includes(material)) return;
  throw new UsageError(
    tell('usage/option:may-not-follow', { material }),
    meantBy(material, may) ?? (may.length === 0 ? tell('usage/option:nothing-follows') : hasThese(may)),
  );
}

function assertMayDeclare({ steps }: Plan, material: string): void {
  const declared = { way: 'commitment' };
  const may = [
    ...new Set(
      steps.flatMap((step) =>
        Object.values(step.in).flatMap(({ of, schema }) =>
          schema !== undefined && accepts(schema, declared) !== false ? [of] : [],
        ),
      ),
    ),
  ];
  if (may.includes(material)) return;
  throw new UsageError(
    tell('usage/option:may-not-declare', { material }),
    meantBy(material, may) ?? (may.length === 0 ? tell('usage/option:nothing-declared') : hasThese(may)),
  );
}

function hasThese(names: readonly string[]): Message {
  return tell('usage/facts:has', { names: literals(names.slice(0, 12)) });
}

function pairOf(option: string, what: string, text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(
    tell('usage/option:no-value', { option: literal(option), text }),
    tell('usage/option:write-pair', { option: literal(option), what: literal(what) }),
  );
}
