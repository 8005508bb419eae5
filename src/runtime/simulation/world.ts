import {
  fromEntries,
  isObject,
  own,
  pointer,
  setOwn,
  setValueAt,
  tokensOf,
  valueAt,
} from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import {
  fieldParts,
  indexOfItem,
  isFieldKey,
  isMaterialKey,
  itemFieldParts,
  keyName,
  keyOfItem,
  materialParts,
} from '../../model/index.js';
import type { Plan, PlanStep, World } from '../../model/index.js';
import { createSheet, isEvery, pathOf, placesOf, roleOfEach } from '../../plan/index.js';
import type { Item } from '../../plan/index.js';

/** Where an answer of an authority or a registry is about. */
export interface Asked {
  step: PlanStep;
  /** The key of the step of the case, and of its item. */
  key: string;
  item: string | undefined;
}

/** By key of the step, by id of the step, by id of the block or registry: the first that somebody has said. */
export function saidOf<T>(
  by: Readonly<Record<string, T>> | undefined,
  { step, key }: Pick<Asked, 'step' | 'key'>,
): T | undefined {
  const names = [key, step.id, step.block ?? step.registry ?? step.id];
  for (const name of names) {
    const said = by === undefined ? undefined : own(by, name);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** What a step answers in the world: what was made up, with what is true in its place, and without what is not held. */
export function answeredIn(world: World, asked: Asked, madeUp: JsonObject): JsonObject {
  const { step } = asked;
  const values = world.values ?? {};
  const item = itemIn(values, asked);
  const yields = saidOf(world.yields, asked) ?? {};
  for (const [name, { at }] of Object.entries(step.out)) {
    const every = isEvery(at, item);
    const places = placesOf(at, values, item) ?? [];
    places.forEach((place, index) => {
      const value = own(yields, name) ?? valueAt(values, tokensOf(place));
      if (value === undefined) return;
      const list = valueAt(madeUp, pathOf(step.kind, name));
      if (every && Array.isArray(list)) list[index] = value;
      else setValueAt(madeUp, pathOf(step.kind, name, every ? index : undefined), value);
    });
    if (!holds(world, step, name)) delete madeUp[name];
  }
  return madeUp;
}

function holds({ registries = {} }: World, step: PlanStep, name: string): boolean {
  const held = step.kind === 'registry' ? own(registries, step.registry ?? '') : undefined;
  if (held === undefined || held === 'all') return true;
  return typeof held === 'object' && held.some.some((one) => one === name || one === elementOf(name));
}

function elementOf(name: string): string {
  return isMaterialKey(name)
    ? materialParts(name).material
    : isFieldKey(name)
      ? fieldParts(name).element
      : name;
}

function itemIn(values: JsonObject, { step, item }: Asked): Item | undefined {
  const role = roleOfEach(step);
  const list = role === undefined ? undefined : own(values, role);
  if (role === undefined || item === undefined || !Array.isArray(list)) return undefined;
  const index = indexOfItem(list, item);
  return index < 0 ? undefined : { role, index };
}

/** The true value at a place of a case, if the world says it: an item is known by its key. */
export function trueAt({ values = {} }: World, data: JsonObject, at: string): JsonValue | undefined {
  const [role = '', second = '', ...rest] = tokensOf(at);
  const [held, list] = [own(values, role), own(data, role)];
  if (!Array.isArray(held) || !Array.isArray(list)) return valueAt(values, tokensOf(at));
  const index = indexOfItem(held, keyOfItem(list[Number(second)], Number(second)));
  return index < 0 ? undefined : valueAt(held, [String(index), ...rest]);
}

/**
 * What the world says has to be so: how many items there are, and the values of some places.
 * @param isMeant by the place as the form of a plan names it: `/child/*\/name`
 */
export function asSchema({ values = {} }: World, isMeant: (at: string) => boolean): JsonSchema {
  const properties = Object.entries(values).map(([role, held]): [string, JsonSchema] => {
    if (!Array.isArray(held)) return [role, holderSchema(held, (element) => isMeant(pointer(role, element)))];
    const items = held.map((one) => holderSchema(one, (element) => isMeant(pointer(role, '*', element))));
    return [role, { type: 'array', minItems: held.length, maxItems: held.length, prefixItems: items }];
  });
  const lists = Object.keys(values).filter((role) => Array.isArray(values[role]));
  return { properties: fromEntries(properties), required: lists };
}

function holderSchema(held: JsonValue, isMeant: (element: string) => boolean): JsonSchema {
  if (!isObject(held)) return true;
  const said = Object.entries(held).filter(([element]) => element !== keyName && isMeant(element));
  return {
    properties: fromEntries(
      said.map(([element, value]): [string, JsonSchema] => [element, { const: value }]),
    ),
  };
}

/** What signing in tells of the true values. */
export function knownIn(plan: Plan, { values = {} }: World, known: JsonObject): JsonObject {
  for (const step of plan.steps) {
    const role = roleOfEach(step);
    const list = role === undefined ? undefined : own(values, role);
    const items =
      role === undefined || !Array.isArray(list) ? [undefined] : list.map((_, index) => ({ role, index }));
    for (const { at, sources } of Object.values(step.in)) {
      if (!sources.some(({ from }) => from === 'known')) continue;
      for (const place of items.flatMap((item) => placesOf(at, values, item) ?? [])) {
        const value = valueAt(values, tokensOf(place));
        if (value !== undefined) put(known, values, tokensOf(place), value);
      }
    }
  }
  return known;
}

/** Puts a value down; an item that is not there yet comes with its key. */
function put(target: JsonObject, values: JsonObject, path: readonly string[], value: JsonValue): void {
  const [role = ''] = path;
  const list = own(values, role);
  if (Array.isArray(list) && !Array.isArray(own(target, role)))
    setOwn(
      target,
      role,
      list.map((item, index) => ({ [keyName]: keyOfItem(item, index) })),
    );
  setValueAt(target, path, value);
}

/** What an honest applicant answers who knows these values: what the form asks, and nothing else; then the lies. */
export function answersIn(
  plan: Plan,
  world: World,
  { madeUp, known }: { madeUp: JsonObject; known: JsonObject },
): JsonObject {
  const answers = over(madeUp, world.values ?? {});
  for (const [use, chosen] of Object.entries(world.choices ?? {}))
    setValueAt(answers, ['choices', use], chosen);
  for (const key of world.deferred ?? []) {
    for (const path of pathsOfMaterial(answers, key)) setValueAt(answers, path, { way: 'deferral' });
  }
  for (const key of world.committed ?? []) {
    for (const path of pathsOfMaterial(answers, key)) setValueAt(answers, path, { way: 'commitment' });
  }
  return withLies(world, asFarAsTaken(plan, answers, known));
}

/** Is what a check looks at as it was declared? */
export function isUntrue({ untrue = [] }: World, { check }: PlanStep): boolean {
  return check !== undefined && untrue.includes(check.material);
}

/** The answers, without those that nobody asks of somebody of whom so much is known. */
export function asFarAsTaken(plan: Plan, answers: JsonObject, known: JsonObject): JsonObject {
  const { notTaken } = createSheet(plan, { answers, known });
  for (const place of notTaken) leaveOut(answers, tokensOf(place));
  return answers;
}

/** The same, with what the applicant says that is not so. */
export function withLies({ lies = {}, values = {} }: World, answers: JsonObject): JsonObject {
  for (const [field, value] of Object.entries(lies)) {
    const item = itemFieldParts(field);
    const { role, element } = item ?? fieldParts(field);
    const list = own(answers, role) ?? own(values, role);
    const index =
      item === undefined || !Array.isArray(list) ? [] : [String(Math.max(0, indexOfItem(list, item.key)))];
    setValueAt(answers, [role, ...index, element], value);
  }
  return answers;
}

function pathsOfMaterial(answers: JsonObject, key: string): string[][] {
  const { role } = materialParts(key);
  const list = own(answers, role);
  if (!Array.isArray(list)) return [['materials', key]];
  return list.map((_, index) => [role, String(index), 'materials', key]);
}

/** One over the other, item by item. */
function over(below: JsonObject, above: JsonObject): JsonObject {
  const result: JsonObject = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const present = own(result, key);
    if (isObject(value)) setOwn(result, key, over(isObject(present) ? present : {}, value));
    else if (Array.isArray(value))
      setOwn(
        result,
        key,
        value.map((one, index) => {
          const other = Array.isArray(present) ? present[index] : undefined;
          return isObject(one) ? over(isObject(other) ? other : {}, one) : one;
        }),
      );
    else setOwn(result, key, value);
  }
  return result;
}

function leaveOut(answers: JsonObject, path: readonly string[]): void {
  const holder = valueAt(answers, path.slice(0, -1));
  if (isObject(holder)) delete holder[path.at(-1)!];
}
