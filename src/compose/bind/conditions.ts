import { omitUndefined } from '../../base/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { fieldKey } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, withPredicates } from '../../predicate/index.js';
import type { BoundBundle, BoundCondition, BoundUse, Demand } from './bound.js';
import type { Message, NameArg } from '../../messages/index.js';
import { tell } from '../messages.js';

/**
 * What of a use stands under a condition, or needs the value of a field whatever it is. `anyOf`: a set of alternatives as
 * a whole, and `member`: an input in one of them. `day`: the field that tells from when the applicant has time to apply;
 * `act`: who does something, and `place`: the field that tells where.
 */
export type UsePart =
  | 'use'
  | 'input'
  | 'anyOf'
  | 'member'
  | 'eligibility'
  | 'act'
  | 'place'
  | 'output'
  | 'prerequisite'
  | 'after'
  | 'before'
  | 'variant'
  | 'pause'
  | 'result'
  | 'apply'
  | 'day';

/** What a condition means, by the part that it stands at. */
export interface PartRule {
  /**
   * Who awaits the values that it rests on: the step of the use; or the later one of the two steps that it puts in order,
   * where both take place.
   */
  awaitedBy: 'step' | 'later-step';
  /** Whether the applicant or a registry is asked for this alone. What a step yields is awaited in any case. */
  asks: boolean;
  /** Whether it makes something of the use be asked: then the fields that it tests have to come up by other conditions. */
  gates: boolean;
  /** How `check` says that it never holds. `value`: there is nothing to hold, any value will do. */
  neverHolds: 'unreachable-use' | 'unreachable-input' | 'unreachable-condition' | 'eligibility' | 'value';
  /** Whether what an applicant waits, pays or walks for rests on it, where the use takes place. */
  costs: boolean;
}

const term = {
  awaitedBy: 'step',
  asks: true,
  gates: false,
  neverHolds: 'unreachable-condition',
  costs: false,
} as const;
const input = { ...term, gates: true, neverHolds: 'unreachable-input' } as const;
const wait = { ...term, awaitedBy: 'later-step' } as const;
/** Told to the applicant; nothing is worked out from it, so that nobody is asked for it. */
const stated = { ...term, asks: false } as const;

/** What each part means. The type asks for every part, so that a new one is decided before it is used. */
export const partRules: Readonly<Record<UsePart, PartRule>> = {
  use: { ...term, neverHolds: 'unreachable-use' },
  input,
  anyOf: input,
  member: input,
  eligibility: { ...term, neverHolds: 'eligibility' },
  act: { ...term, costs: true },
  place: { ...term, neverHolds: 'value' },
  output: term,
  prerequisite: wait,
  after: wait,
  before: wait,
  variant: { ...term, costs: true },
  pause: term,
  result: stated,
  apply: stated,
  day: { ...stated, neverHolds: 'value' },
};

/** One condition of a use. */
export interface UseCondition {
  part: UsePart;
  predicate: Predicate;
  /** What has to hold besides, within the use: for a member of alternatives, the condition of the whole. */
  around: Predicate;
  /** What it is about: the key of an input or output, a block, an act. */
  of: string;
  /** The same as a message names it. */
  named: NameArg | Message;
  /** Where that stands. */
  at: SourceRef;
}

const partNames = {
  place: tell('part.place'),
  variant: tell('part.variant'),
  pause: tell('part.pause'),
  result: tell('part.result'),
  timeToApply: tell('part.time-to-apply'),
};

type Visit = (condition: UseCondition) => Predicate;

/** Every condition of a use, in one order for whoever goes through them. */
export function conditionsOf(use: BoundUse): UseCondition[] {
  const found: UseCondition[] = [];
  mapUse(use, (condition) => {
    found.push(condition);
    return condition.predicate;
  });
  for (const { at, ref, act, when } of use.acts)
    if (at !== undefined) found.push(valueOf(at.key, { part: 'place', around: when, of: act, at: ref }));
  for (const { after, when, at } of use.apply)
    found.push(valueOf(fieldKey(after.role, after.name), { part: 'day', around: when, of: 'apply', at }));
  return found;
}

/** The use with every condition replaced. */
export function mapConditions(use: BoundUse, change: (predicate: Predicate) => Predicate): BoundUse {
  return mapUse(use, ({ predicate }) => change(predicate));
}

/** Any value of a field will do, but there has to be one. */
function valueOf(field: string, needed: Pick<UseCondition, 'part' | 'around' | 'of' | 'at'>): UseCondition {
  return { ...needed, predicate: { field, schema: {} }, named: { name: field } };
}

function mapUse(use: BoundUse, visit: Visit): BoundUse {
  const own = (
    part: UsePart,
    predicate: Predicate,
    at: SourceRef,
    of: string,
    named: NameArg | Message = { name: of },
  ) => visit({ part, predicate, around: true, of, named, at });
  return withPredicates(use, {
    guard: own('use', use.guard, use.at[0]!, use.name),
    demands: use.demands.map((demand) => mapDemand(demand, undefined, visit)),
    eligibility: use.eligibility.map((rule) =>
      withPredicates(rule, { require: own('eligibility', rule.require, rule.at, 'eligibility') }),
    ),
    acts: use.acts.map((one) =>
      withPredicates(one, { when: own('act', one.when, one.ref, one.act, partNames.place) }),
    ),
    outputs: use.outputs.map((one) =>
      withPredicates(one, { guard: own('output', one.guard, one.at, one.key) }),
    ),
    waits: use.waits.map((one) => withPredicates(one, { when: own(one.kind, one.when, one.at, one.block) })),
    variants: use.variants.map((one) =>
      withPredicates(one, { when: own('variant', one.when, one.at, 'variant', partNames.variant) }),
    ),
    pauses: use.pauses.map((one) =>
      withPredicates(one, { when: own('pause', one.when, one.at, 'pause', partNames.pause) }),
    ),
    results: use.results.map((one) =>
      withPredicates(one, { when: own('result', one.when, one.at, 'result', partNames.result) }),
    ),
    apply: use.apply.map((one) =>
      withPredicates(one, { when: own('apply', one.when, one.at, 'apply', partNames.timeToApply) }),
    ),
  });
}

/** @param around the conditions of the alternatives that it stands in; `undefined`: it stands in none */
function mapDemand(demand: Demand, around: Predicate | undefined, visit: Visit): Demand {
  const { guard: predicate, at } = demand;
  if (demand.kind !== 'choice') {
    const part = around === undefined ? 'input' : 'member';
    const of = demand.key;
    const guard = visit({ part, predicate, around: around ?? true, of, named: { name: of }, at });
    return withPredicates(demand, { guard });
  }
  const named = { name: namesOf(demand) };
  const guard = visit({ part: 'anyOf', predicate, around: around ?? true, of: demand.id, named, at });
  const within = all(around ?? true, predicate);
  const groups = demand.groups.map((group) => group.map((member) => mapDemand(member, within, visit)));
  return withPredicates(demand, { guard, groups });
}

function namesOf(demand: Demand): string {
  return demand.kind === 'choice' ? demand.groups.flat().map(namesOf).join(' / ') : demand.key;
}

/** The condition with its predicate replaced, those of its branches as well. */
export function mapCondition(
  condition: BoundCondition,
  change: (predicate: Predicate) => Predicate,
): BoundCondition {
  const { predicate, branches, ...rest } = condition;
  return {
    ...rest,
    predicate: change(predicate),
    ...omitUndefined({ branches: branches?.map((branch) => mapCondition(branch, change)) }),
  };
}

/** The bundle with every condition replaced, those of its uses as well. */
export function mapBundle(bound: BoundBundle, change: (predicate: Predicate) => Predicate): BoundBundle {
  return withPredicates(bound, {
    roles: new Map(
      [...bound.roles].map(([name, role]) => [name, withPredicates(role, { guard: change(role.guard) })]),
    ),
    uses: bound.uses.map((use) => mapConditions(use, change)),
    eligibility: bound.eligibility.map((rule) => withPredicates(rule, { require: change(rule.require) })),
    oneOfs: bound.oneOfs.map((oneOf) =>
      withPredicates(oneOf, {
        within: change(oneOf.within),
        alternatives: oneOf.alternatives.map((one) => withPredicates(one, { guard: change(one.guard) })),
      }),
    ),
    conditions: bound.conditions.map((one) => mapCondition(one, change)),
  });
}
