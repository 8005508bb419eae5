import { appendTo, isObject, own } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { fieldParts, keyName, ownKeyOf } from '../model/index.js';
import type { Plan, PlanRole } from '../model/index.js';
import type { Item } from '../plan/index.js';
import { evaluate, factsOf, fieldsOf } from '../predicate/index.js';
import type { Demanded } from './alternatives.js';
import { drawControl } from './field-schema.js';
import type { DrawnBefore, DrawnControl } from './field-schema.js';
import { controlIn } from './in-force.js';
import type { Slot } from './in-force.js';
import type { Situation } from './situation.js';
import type { Words } from './words.js';

/** A part of a form: a single role, the materials, the choices. */
export interface SingleSection {
  kind: 'single';
  name: string;
  title: string;
  controls: DrawnControl[];
}

/** A repeated role. */
export interface ListSection {
  kind: 'list';
  name: string;
  title: string;
  bounds: { minItems: number; maxItems: number };
  isRequired: boolean;
  /** What every item has. */
  shared: DrawnControl[];
  /** What items have that are not all alike. */
  variants: Variant[];
  /** The author's order of everything that stands in an item. */
  order: string[];
}

/** Items that are drawn alike. */
export interface Variant {
  /** What only these items meet. */
  of: JsonSchema;
  controls: DrawnControl[];
}

export type Section = SingleSection | ListSection;

/** Everything that sections are made from. */
export interface SectionContext {
  plan: Plan;
  slots: readonly Slot[];
  situation: Situation;
  demanded: Demanded;
  words: Words;
  before: DrawnBefore;
}

/** The sections of a form, none of them empty, in the order of its places. */
export function sectionsOf(context: SectionContext): Section[] {
  const { slots, plan, words } = context;
  const byHolder = new Map<string, Slot[]>();
  for (const slot of slots) appendTo(byHolder, slot.holder, slot);
  const names = [...byHolder.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  for (const [role, { many }] of Object.entries(plan.roles)) {
    if (many !== undefined && !byHolder.has(role) && Array.isArray(own(plan.facts, role)))
      names.unshift(role);
  }
  return names.flatMap((name): Section[] => {
    const own = byHolder.get(name) ?? [];
    const role = Object.hasOwn(plan.roles, name) ? plan.roles[name] : undefined;
    if (role?.many !== undefined) return listSection(context, { name, role, slots: own });
    const controls = own.flatMap((slot) => drawn(context, slot) ?? []);
    if (controls.length === 0) return [];
    const title =
      name === 'materials' || name === 'choices' ? words.say(`view.${name}`) : words.title(role?.title, name);
    return [{ kind: 'single', name, title, controls }];
  });
}

/** Materials stand behind the roles, choices at the end. */
function rankOf(holder: string): number {
  return holder === 'choices' ? 2 : holder === 'materials' ? 1 : 0;
}

function drawn(context: SectionContext, slot: Slot, item?: Item): DrawnControl | undefined {
  const control = controlIn(slot, context, item);
  return control === undefined ? undefined : drawControl(control, context.words, context.before);
}

interface RepeatedRole {
  name: string;
  role: PlanRole;
  slots: readonly Slot[];
}

function listSection(context: SectionContext, repeated: RepeatedRole): ListSection[] {
  const { situation, words } = context;
  const { name, role, slots } = repeated;
  if (evaluate(role.when ?? true, factsOf(situation.data)) !== true) return [];
  const list = itemsIn(situation.data, name);
  // Of a list without items, what the first one would be asked.
  const indices = list.length === 0 ? [-1] : [...list.keys()];
  const ofItems = indices.map((index) =>
    slots.flatMap((slot) => {
      const isAbout = slot.position === '*' || slot.position === String(index);
      return (isAbout ? drawn(context, slot, { role: name, index }) : undefined) ?? [];
    }),
  );
  const bounds = boundsOf(context, repeated);
  if (ofItems.every(({ length }) => length === 0) && bounds.minItems === 0) return [];
  const { shared, variants } = apart(ofItems, (index) => discriminator(context, repeated, index));
  return [
    {
      kind: 'list',
      name,
      title: words.title(role.title, name),
      bounds,
      isRequired: bounds.minItems > 0,
      shared,
      variants,
      order: [...new Set(slots.map((slot) => slot.name))],
    },
  ];
}

function itemsIn(data: JsonObject, role: string): JsonValue[] {
  const list = own(data, role);
  return Array.isArray(list) ? list : [];
}

/** How many items the form takes. Where the facts name them, there are no others. */
function boundsOf({ plan, situation }: SectionContext, { name, role }: RepeatedRole): ListSection['bounds'] {
  const { min, max } = role.many!;
  const named = own(plan.facts, name);
  const [least, most] = Array.isArray(named) ? [named.length, named.length] : [min, max];
  const others = situation.othersIn(name);
  return {
    minItems: Math.max(0, Math.max(min, least) - others),
    maxItems: Math.max(0, Math.min(max, most) - others),
  };
}

/** What all items have, and what some have. */
function apart(
  ofItems: readonly DrawnControl[][],
  of: (index: number) => JsonSchema,
): Pick<ListSection, 'shared' | 'variants'> {
  const counts = new Map<string, number>();
  for (const { identity } of ofItems.flat()) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  const isShared = ({ identity }: DrawnControl) => counts.get(identity) === ofItems.length;
  const groups = new Map<string, { controls: DrawnControl[]; indices: number[] }>();
  for (const [index, controls] of ofItems.entries()) {
    const rest = controls.filter((control) => !isShared(control));
    const key = rest.map(({ identity }) => identity).join('\n');
    if (rest.length === 0) continue;
    const group = groups.get(key) ?? { controls: rest, indices: [] };
    group.indices.push(index);
    groups.set(key, group);
  }
  const variants = [...groups.values()].map(({ controls, indices }): Variant => {
    const schemas = indices.map(of);
    return { of: schemas.length === 1 ? schemas[0]! : { anyOf: schemas }, controls };
  });
  return { shared: (ofItems[0] ?? []).filter(isShared), variants };
}

/** What tells an item from those that are drawn otherwise: its key, else what conditions look at in it. */
function discriminator(context: SectionContext, { name, slots }: RepeatedRole, index: number): JsonSchema {
  const { situation, plan } = context;
  const item = itemsIn(situation.data, name)[index];
  const key = ownKeyOf(item);
  const byKey = {
    type: 'object',
    properties: { [keyName]: { const: key ?? '' } },
    required: [keyName],
  };
  if (key !== undefined && situation.keysIn(name).has(key)) return byKey;
  const held = isObject(item) ? item : {};
  const names = [...decidingNames(plan, name, slots)];
  const present = names.filter((one) => Object.hasOwn(held, one));
  const absent = [keyName, ...names.filter((one) => !Object.hasOwn(held, one))];
  const byValue = {
    type: 'object',
    properties: Object.fromEntries(present.map((one) => [one, { const: held[one]! }])),
    required: present,
    not: { anyOf: absent.map((one) => ({ required: [one] })) },
  };
  return key === undefined ? byValue : { anyOf: [byKey, byValue] };
}

/** The elements of a repeated role that conditions and derivations look at. */
function decidingNames(plan: Plan, role: string, slots: readonly Slot[]): Set<string> {
  const names = new Set<string>();
  const add = (field: string) => {
    const { role: of, element } = fieldParts(field);
    if (of === role && element !== keyName) names.add(element);
  };
  for (const { place, askedWhen, requiredWhen, heldWhen } of slots) {
    const predicates = [
      askedWhen,
      requiredWhen,
      heldWhen,
      ...(place.narrowings ?? []).map(({ when = true }) => when),
    ];
    for (const predicate of predicates) for (const field of fieldsOf(predicate)) add(field);
  }
  for (const step of plan.steps) {
    if (step.local !== undefined) for (const { of } of Object.values(step.in)) add(of);
  }
  return names;
}
