import { appendTo, byKey, compareCodeUnits, inTurn } from '../../base/index.js';
import { choicesRole, fieldParts, itemName } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, fieldsOf, keyOf } from '../../predicate/index.js';
import type { BoundBundle, BoundUse, ChoiceDemand, LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { askedDecisions } from '../bind/decisions.js';
import type { SingleDecision } from '../bind/decisions.js';
import { eligibleFrom } from './eligible.js';
import type { Eligible } from './eligible.js';
import type { Source } from '../origin/source.js';
import type { Origins } from '../origin/origin.js';
import { unlessImpossible } from '../bind/possible.js';
import { relevance } from '../bind/relevance.js';
import { liftItem, ofItem, seenFrom } from '../bind/scope.js';

/** A leaf that a use takes, with when, and when it must be asked for. */
export interface Need {
  use: BoundUse;
  leaf: LeafDemand;
  /** When the use takes it, seen from the role that it is about. */
  guard: Predicate;
  /** The same as the step sees it: of the item that the step is about, and not of some item. */
  stepGuard: Predicate;
  sources: readonly Source[];
  /** When nobody but the applicant can give it. */
  asked: Predicate;
  /** When it would be asked of whoever is eligible, where demands of the block keep others from being asked. */
  askedIfEligible?: Predicate;
  /** It stands below alternatives; the choice asks for it. */
  choice?: ChoiceDemand;
}

/** Alternatives that a use takes. */
export interface ChoiceNeed {
  use: BoundUse;
  choice: ChoiceDemand;
  guard: Predicate;
}

/** A field that decides open conditions. */
export interface QuestionNeed {
  field: string;
  /** When it still matters. */
  relevant: Predicate;
  /** When the applicant is asked for it; otherwise it comes from elsewhere. */
  asked: Predicate;
  /** When it comes from a registry, a derivation or signing in before the form is sent. */
  given: Predicate;
  weight: number;
  decides: string[];
}

/** What a bundle needs from the applicant. */
export interface Needs {
  needs: Need[];
  choices: ChoiceNeed[];
  questions: QuestionNeed[];
}

/** Fourth station: what has to be asked, when, and which questions decide it. */
export function findNeeds(bound: BoundBundle, origins: Origins): Needs {
  const needs: Need[] = [];
  const choices: ChoiceNeed[] = [];
  const eligible = eligibleFrom(origins);
  for (const use of bound.uses) {
    if (use.guard === false) continue;
    for (const demand of use.demands) {
      const guard = all(use.guard, demand.guard);
      if (guard === false) continue;
      if (demand.kind !== 'choice') {
        needs.push(needOf(bound, use, demand, guard, { origins, eligible }));
        continue;
      }
      choices.push({ use, choice: demand, guard: choiceGuard(use, demand, guard, eligible) });
      for (const leaf of leavesOf([demand])) {
        const need = needOf(bound, use, leaf, all(guard, leaf.guard), { origins, eligible });
        needs.push({ ...need, choice: demand });
      }
    }
  }
  return { needs, choices, questions: findQuestions(bound, origins) };
}

/** The role of whose items alternatives speak, where the use is done for each of them and they speak of nothing else. */
export function itemRoleOf({ use, choice }: Pick<ChoiceNeed, 'use' | 'choice'>): string | undefined {
  const roles = new Set([...leavesOf([choice])].map((leaf) => leaf.role));
  const { item, each = item === undefined ? undefined : itemName(item.role, item.key) } = use;
  return each !== undefined && roles.size === 1 && roles.has(each) ? each : undefined;
}

/** Alternatives that are all about the item are asked of each item. */
function choiceGuard(
  use: BoundUse,
  choice: ChoiceDemand,
  guard: Predicate,
  { when, isKey }: Eligible,
): Predicate {
  const role = itemRoleOf({ use, choice });
  const seen = role === undefined ? liftItem(guard, use.each) : ofItem(guard, role);
  if ([...leavesOf([choice])].some(({ key }) => isKey(key))) return seen;
  return all(seen, when(use, role ?? ''));
}

function needOf(
  bound: BoundBundle,
  use: BoundUse,
  leaf: LeafDemand,
  guard: Predicate,
  { origins, eligible }: { origins: Origins; eligible: Eligible },
): Need {
  const seen = seenFrom(leaf.role, guard, use.each);
  const every = origins.sourcesFor(use, leaf);
  const sources = every.filter(({ when }) => unlessImpossible(bound, all(seen, when)) !== false);
  const demanded = eligible.isKey(leaf.key) ? true : eligible.when(use, leaf.role);
  const isCertain = !leaf.optional && use.demands.includes(leaf);
  const open = isCertain ? origins.askedWithin(leaf.key, seen) : seen;
  const askedIfEligible = origins.uncovered(open, every);
  const need = { use, leaf, guard: seen, stepGuard: guard, sources };
  if (demanded === true) return { ...need, asked: askedIfEligible };
  return { ...need, asked: origins.uncovered(all(open, demanded), every), askedIfEligible };
}

/** The fields that decide open conditions, in the order in which they settle most. */
function findQuestions(bound: BoundBundle, origins: Origins): QuestionNeed[] {
  const byField = new Map<string, SingleDecision[]>();
  for (const decision of askedDecisions(bound)) {
    for (const field of fieldsOf(decision.predicate)) appendTo(byField, field, decision);
  }
  const ordered = orderQuestions(bound, byField);
  const place = new Map(ordered.map((field, index) => [field, index]));
  return ordered.map((field, index): QuestionNeed => {
    const isEarlier = (other: string) =>
      place.get(other)! < index || origins.latenessOf({ field: other, schema: {} }).when === true;
    const role = fieldParts(field).role;
    const relevant = any(
      ...distinct(byField.get(field)!).map(({ predicate, each }) =>
        seenFrom(role, relevance(field, predicate, isEarlier), each),
      ),
    );
    const sources = origins.sourcesOf(field);
    const given = any(...sources.filter(({ kind }) => kind !== 'produced').map(({ when }) => when));
    return {
      field,
      relevant,
      asked: origins.uncovered(relevant, sources),
      given: unlessImpossible(bound, all(relevant, given)),
      weight: byField.get(field)!.length,
      decides: [...new Set(byField.get(field)!.map(({ what }) => what))].sort(compareCodeUnits),
    };
  });
}

function distinct(decisions: readonly SingleDecision[]): SingleDecision[] {
  return [
    ...new Map(
      decisions.map((decision) => [`${decision.each ?? ''} ${keyOf(decision.predicate)}`, decision]),
    ).values(),
  ];
}

/** Choices come last; what bears on most conditions comes first; then the author's own order. */
function orderQuestions(
  bound: BoundBundle,
  byField: ReadonlyMap<string, readonly SingleDecision[]>,
): string[] {
  const position = (field: string): number => {
    const { role, element } = fieldParts(field);
    const bundleRole = bound.roles.get(role);
    const index = bundleRole?.elements.indexOf(element) ?? -1;
    return (bundleRole?.order ?? 0) * 10_000 + index;
  };
  return [...byField.keys()].sort(
    inTurn<string>(
      (a, b) => Number(fieldParts(a).role === choicesRole) - Number(fieldParts(b).role === choicesRole),
      (a, b) => byField.get(b)!.length - byField.get(a)!.length,
      (a, b) => position(a) - position(b),
      byKey((field) => field),
    ),
  );
}
