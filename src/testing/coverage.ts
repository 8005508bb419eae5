import { assertArguments } from '../messages/index.js';
import { own } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { decisionsOf } from '../compose/index.js';
import type { BoundBundle } from '../compose/index.js';
import type { Facts } from '../predicate/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import type { Predicate } from '../model/index.js';
import { composedBundle } from '../plan/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import { literal, literals } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import { tell } from './messages.js';
import { situationsOf } from '../prove/index.js';
import { ofAllItems } from './as-said.js';
import type { Observation } from './observe-case.js';

/** How many of something the cases reach, and which they do not. */
export interface Reach {
  covered: number;
  of: number;
  missing: Message[];
}

/** What the cases of a bundle reach. */
export interface Coverage {
  bundle: string;
  cases: number;
  /** Conditions that hold in some case, and conditions that fail to in some case. */
  conditions: Reach;
  /** Situations of every group of conditions that hang together and of which there are few; each group alone. */
  situations: Reach;
  /** Groups with more situations than anybody writes cases for; they count by their conditions only. */
  large: LargeGroup[];
  /** Uses that take part in some case. */
  uses: Reach;
  /** Fields of the form that are asked, or answered beforehand, in some case. */
  fields: Reach;
  /** Alternatives of `oneOf`, and choices taken and left. */
  alternatives: Reach;
}

/** Conditions that hang together and tell many situations apart. */
export interface LargeGroup {
  fields: string[];
  /** How many situations there are, as a decimal number: exactly so many, or at least. */
  count: string;
  exact: boolean;
  /** How many different ones the cases reach. */
  covered: number;
}

/** A group with more situations is large. */
const most = 64;

/** Measures what the observed cases of a bundle reach. */
export function coverageOf(
  catalogue: LoadedCatalogue,
  bundle: string,
  observations: readonly Observation[],
): Coverage {
  const composed = composedBundle(catalogue, bundle);
  const { bound } = composed;
  const facts = observations.flatMap(({ data }) => worldsOf(bound, data));
  const holdsIn = (predicate: Predicate, truth: boolean) =>
    facts.some((one) => evaluate(predicate, one) === truth);
  const asked = new Set(observations.flatMap((one) => one.asked.map(ofAllItems)));
  const taken = new Set(observations.flatMap((one) => one.steps.map(ofAllItems)));
  const alternatives: Reached[] = bound.oneOfs.flatMap((oneOf) =>
    oneOf.alternatives.map(({ name, guard }): Reached => [named(name), holdsIn(guard, true)]),
  );
  for (const [name] of bound.choices) {
    const chosen: Predicate = { field: `choices.${name}`, schema: { const: true } };
    alternatives.push(
      [tell('reach.taken', { name: literal(name) }), holdsIn(chosen, true)],
      [tell('reach.left', { name: literal(name) }), holdsIn(chosen, false)],
    );
  }
  return {
    bundle,
    cases: observations.length,
    conditions: conditionReach(bound, facts),
    ...situationReach(bound, facts),
    uses: reach(bound.uses.map(({ name }) => [named(name), taken.has(name)])),
    fields: reach(
      composed.fields
        .filter((field) => field.asked)
        .map(({ field }) => [
          named(field),
          asked.has(field) || facts.some(({ lookup }) => lookup(field) !== undefined),
        ]),
    ),
    alternatives: reach(alternatives),
  };
}

/** What an applicant's conditions are evaluated over: once, or for each item of a repeated role. */
function worldsOf(bound: BoundBundle, data: JsonObject): Facts[] {
  const worlds = [...bound.roles.values()].flatMap(({ name, many }) => {
    const items = many === undefined ? undefined : own(data, name);
    return Array.isArray(items) ? items.map((_, index) => factsOf(data, { role: name, index })) : [];
  });
  return worlds.length === 0 ? [factsOf(data)] : worlds;
}

/** Every condition both ways; what is derived or depends on a step counts like the rest. */
function conditionReach(bound: BoundBundle, facts: readonly Facts[]): Reach {
  return reach(
    decisionsOf(bound).flatMap(({ what, predicate }) => {
      const truths = new Set(facts.map((given) => evaluate(predicate, given)));
      const name = literals(what);
      return [
        [tell('reach.holds', { name }), truths.has(true)] as const,
        [tell('reach.holds-not', { name }), truths.has(false)] as const,
      ];
    }),
  );
}

function situationReach(
  bound: BoundBundle,
  facts: readonly Facts[],
): { situations: Reach; large: LargeGroup[] } {
  const large: LargeGroup[] = [];
  const entries: Reached[] = [];
  for (const { listed, conditions, fields, count, exact } of situationsOf(bound, { most }).groups) {
    const reached = new Set(
      facts
        .map((given) => conditions.map((condition) => evaluate(condition, given)))
        .filter((truths) => !truths.includes(undefined))
        .map((truths) => truths.join()),
    );
    if (!exact || BigInt(count) > BigInt(most)) large.push({ fields, count, exact, covered: reached.size });
    else
      for (const situation of listed)
        entries.push([named(JSON.stringify(situation.facts)), reached.has(situation.truths.join())]);
  }
  return { situations: reach(entries), large };
}

/** What is named, and is it reached? */
type Reached = readonly [Message, boolean];

function named(name: string): Message {
  return tell('reach.name', { name: literal(name) });
}

function reach(entries: readonly Reached[]): Reach {
  const missing = entries.filter(([, isReached]) => !isReached).map(([name]) => name);
  return { covered: entries.length - missing.length, of: entries.length, missing };
}

/** The share of everything that is measured, in per cent; nothing to measure counts as all of it. */
export function percentOf(coverage: Coverage): number {
  assertArguments('percentOf', { coverage: 'from runCases().coverage' }, { coverage });
  const { conditions, situations, uses, fields, alternatives } = coverage;
  const parts = [conditions, situations, uses, fields, alternatives];
  const of = parts.reduce((sum, part) => sum + part.of, 0);
  const covered = parts.reduce((sum, part) => sum + part.covered, 0);
  return of === 0 ? 100 : Math.floor((covered / of) * 1000) / 10;
}
