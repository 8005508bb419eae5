import type { JsonObject } from '../base/index.js';
import { decisionSpace, decisionsOf } from '../compose/index.js';
import type { BoundBundle } from '../compose/index.js';
import type { Predicate } from '../model/index.js';
import { Work } from '../predicate/index.js';
import type { Count, DecisionGraph, FormulaStore } from '../predicate/index.js';
import type { Message } from '../messages/index.js';
import { tell } from './messages.js';

/** A class of applicants for whom the same conditions of a group hold. */
export interface Situation {
  /** One such applicant, by field. */
  facts: JsonObject;
  /** What takes place: steps, and inputs as `step: input`. */
  holds: string[];
  /** Of each condition of the group, in its order, whether it holds. */
  truths: readonly boolean[];
}

/** Conditions that hang together, and the situations that they tell apart. */
export interface SituationGroup {
  /** The fields that decide them; a repeated role stands for all fields of its items. */
  fields: string[];
  /** What the conditions decide: steps, and inputs as `step: input`. */
  decides: string[];
  /** The conditions themselves, each once. */
  conditions: readonly Predicate[];
  /** How many situations there are, as a decimal number: exactly so many, or at least. */
  count: string;
  /** Proven: exactly so many, and as many are listed as were asked for. Otherwise `because` says what ended it. */
  exact: boolean;
  because?: Message;
  /** The first of them. */
  listed: Situation[];
}

/** The situations of a bundle: any choice of one situation from each group is one. */
export interface Situations {
  groups: SituationGroup[];
  /** The product over the groups, as a decimal number: exactly so many, or at least. */
  total: string;
  exact: boolean;
  /** What it took: answers looked at, and formulas worked out. */
  cost: { steps: number; assignments: number };
}

/** How far the situations are gone through. */
export interface SituationOptions {
  /** How many situations of a group are written out. Left out: 32. */
  most?: number;
  /** How many formulas are looked at or put together, in all groups. Left out: ten million, a fifth in each. */
  work?: number;
}

/**
 * The situations of a bundle: for every set of conditions that can hold together, one. Independent groups are counted
 * apart, so that thirty independent questions cost thirty and not two to their power.
 */
export function situationsOf(bound: BoundBundle, options: SituationOptions = {}): Situations {
  const work = options.work === undefined ? undefined : new Work(options.work);
  const { store, decisions, groups } = decisionSpace(bound, decisionsOf(bound), work);
  const described = groups.map((graph): SituationGroup => {
    const counted = graph.count();
    const { outcomes, whole } = graph.list(options.most ?? 32);
    const exact = counted.exact && whole;
    const seen = BigInt(outcomes.length);
    return {
      fields: graph.variables.map((variable) => store.variables[variable]!.name).sort(),
      decides: graph.places.flatMap((place) => decisions[place]!.what).sort(),
      conditions: graph.places.map((place) => decisions[place]!.predicate),
      count: String(counted.count < seen ? seen : counted.count),
      exact,
      ...(exact ? {} : { because: endedBecause(store, graph, counted) }),
      listed: outcomes.map(({ facts, holds }) => ({
        facts,
        holds: [...holds].flatMap((place) => decisions[place]!.what).sort(),
        truths: graph.places.map((place) => holds.has(place)),
      })),
    };
  });
  described.sort((a, b) => (a.fields[0]! < b.fields[0]! ? -1 : 1));
  return {
    groups: described,
    total: String(described.reduce((product, { count }) => product * BigInt(count), 1n)),
    exact: described.every(({ exact }) => exact),
    cost: {
      steps: groups.reduce((sum, { steps }) => sum + steps, 0),
      assignments: store.assignments,
    },
  };
}

/** Why it is not known how many situations a group has. */
function endedBecause(store: FormulaStore, graph: DecisionGraph, { ended }: Count): Message {
  const variables = graph.variables.map((variable) => store.variables[variable]!);
  const crowded = variables.find((variable) => variable.crowded);
  if (crowded !== undefined) return tell('situations.values', { field: crowded.name });
  const undecided = variables.find(({ exact }) => !exact);
  if (undecided !== undefined) return tell('situations.undecided', { field: undecided.name });
  if (ended === undefined) return tell('situations.too-many');
  return tell('situations.followed-in-part', { ended, count: variables.length });
}
