import { isObject, scatter } from '../../src/base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/base/index.js';
import type { Case, Input, Subject } from '../../src/model/index.js';
import { witness } from '../../src/schema/index.js';
import type { IsFact } from './fixed.js';
import type { Documents } from './judge/documents.js';
import { partsOf } from './judge/flat.js';
import type { FlatBundle, FlatUse } from './judge/flat.js';
import { deriveIn } from './judge/knowledge.js';
import { itemsOf } from './judge/world.js';
import type { World } from './judge/world.js';

/** What is settled beforehand: the facts and choices of a golden case, or nothing. */
export interface Given {
  facts?: JsonObject;
  choices?: Record<string, boolean>;
  /** Elements that are to meet a schema, by field, where that can be. */
  wishes?: ReadonlyMap<string, JsonSchema>;
  seed?: number;
}

/** A world in which every field of every item has a value that all blocks take, if there is one. */
export function makeWorld(documents: Documents, flat: FlatBundle, given: Given = {}): World {
  const values: World['values'] = {};
  for (const { name, type, many } of flat.roles.values()) {
    const subject = documents.subject.get(type)!;
    const told = given.facts?.[name];
    if (!many) {
      values[name] = holderOf(flat, name, subject, { ...own(given.facts, name), ...asObject(told) }, given);
      continue;
    }
    const least = flat.many.get(name)!.min;
    const items = Array.isArray(told) ? told : Array.from({ length: Math.max(1, least) }, () => ({}));
    values[name] = items.map((item, index) => ({
      ...holderOf(flat, name, subject, asObject(item), given),
      $key: `${name}-${index + 1}`,
    }));
  }
  const world: World = {
    start: '2026-09-24T09:00:00.000+08:00',
    values,
    choices: { ...given.choices },
    declined: [],
    deferred: [],
    registries: {},
    decisions: {},
  };
  deriveAll(documents, flat, world);
  return world;
}

/** The world of a golden case. */
export function worldOfCase(documents: Documents, flat: FlatBundle, golden: Case): World {
  return makeWorld(documents, flat, {
    ...(golden.facts === undefined ? {} : { facts: golden.facts }),
    ...(golden.choices === undefined ? {} : { choices: golden.choices }),
  });
}

/** What the golden case says beforehand. */
export function factsOfCase({ facts = {} }: Case): IsFact {
  return ({ role, item, name }) => {
    const told = facts[role];
    const holder = Array.isArray(told) ? told[item!] : told;
    return Object.hasOwn(own(facts, role), name) || Object.hasOwn(asObject(holder), name);
  };
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** Facts that are written by field, as in "mother.name". */
function own(facts: JsonObject | undefined, role: string): JsonObject {
  const fields = Object.entries(facts ?? {}).filter(([key]) => key.startsWith(`${role}.`));
  return Object.fromEntries(fields.map(([key, value]) => [partsOf(key)[1], value]));
}

function holderOf(
  flat: FlatBundle,
  role: string,
  subject: Subject,
  told: JsonObject,
  { wishes, seed }: Given,
): JsonObject {
  const holder: JsonObject = { ...told };
  for (const [element, { schema }] of Object.entries(subject.elements)) {
    if (Object.hasOwn(holder, element)) continue;
    const field = [role, element].join('.');
    const narrowings = flat.uses.flatMap((use) => narrowingsOf(use, use.block.inputs ?? [], role, element));
    const wish = wishes?.get(field);
    const whole = [schema, ...narrowings];
    const options = [...(wish === undefined ? [] : [[...whole, wish]]), whole, [schema]];
    holder[element] = firstOf(options, seed === undefined ? 0 : scatter(`${seed} ${field}`));
  }
  return holder;
}

function firstOf(options: readonly (readonly JsonSchema[])[], _share: number): JsonValue {
  for (const allOf of options) {
    const found = witness({ allOf: [...allOf] });
    if (found.verdict === 'yes') return found.instance;
  }
  return null;
}

function narrowingsOf(use: FlatUse, inputs: readonly Input[], role: string, element: string): JsonSchema[] {
  return inputs.flatMap((input): JsonSchema[] => {
    if ('anyOf' in input) return input.anyOf.flatMap((group) => narrowingsOf(use, group, role, element));
    if (!('field' in input)) return [];
    const [ownRole, name] = partsOf(input.field);
    if (name !== element || use.scope.get(ownRole)?.name !== role) return [];
    const codes = input.codes === undefined ? [] : [codedSchema(Object.keys(input.codes))];
    return [...(input.schema === undefined ? [] : [input.schema]), ...codes];
  });
}

/** A value that has a code, or a list of such values. */
function codedSchema(keys: readonly string[]): JsonSchema {
  const values = keys.flatMap((key): JsonValue[] => {
    const isNumber = /^-?\d+(\.\d+)?$/.test(key);
    return [
      key,
      ...(isNumber ? [Number(key)] : []),
      ...(key === 'true' || key === 'false' ? [key === 'true'] : []),
    ];
  });
  return { anyOf: [{ enum: values }, { type: 'array', items: { enum: values } }] };
}

/** What follows from other values follows from them in the world too. */
export function deriveAll(documents: Documents, flat: FlatBundle, world: World): void {
  const rules = flat.registries
    .map((id) => documents.registry.get(id))
    .filter((registry) => registry?.local !== undefined);
  // As often as there are rules: one may rest on another.
  for (const _ of rules) {
    for (const registry of rules) {
      const roles =
        registry!.subject === undefined
          ? [undefined]
          : [...flat.roles.values()].filter(({ type }) => type === registry!.subject).map(({ name }) => name);
      for (const role of roles) deriveFor(world, registry!, role);
    }
  }
}

type Rule = Parameters<typeof deriveIn>[1];

function deriveFor(world: World, registry: Rule, role: string | undefined): void {
  const items =
    role === undefined ? [undefined] : Array.isArray(world.values[role]) ? itemsOf(world, role) : [undefined];
  for (const item of items) {
    const valueOf = (key: string): JsonValue | undefined => {
      const [holder, element] = role === undefined ? partsOf(key) : [role, key];
      if (item !== undefined) return item[element];
      const held = world.values[holder];
      return Array.isArray(held) ? held.map((one) => one[element]!) : held?.[element];
    };
    const given = registry.given.map(valueOf);
    if (given.some((value) => value === undefined)) continue;
    const value = deriveIn(world, registry, given as JsonValue[]);
    const [goal] = registry.gives;
    if (value === undefined || typeof goal !== 'string') continue;
    const [holder, element] = role === undefined ? partsOf(goal) : [role, goal];
    const target = item ?? world.values[holder];
    if (Array.isArray(target)) for (const one of target) one[element] = value;
    else if (target !== undefined) target[element] = value;
  }
}
