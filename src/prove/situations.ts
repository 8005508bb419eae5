import type { JsonObject } from '../base/index.js';
import { decisionSpace, decisionsOf } from '../compose/index.js';
import type { BoundBundle } from '../compose/index.js';
import type { Predicate } from '../model/index.js';

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
  /** How many situations there are, as a decimal number. */
  count: string;
  /** Proven: exactly so many. Otherwise at least one, and `because` says what ended the counting. */
  exact: boolean;
  because?: string;
  /** The first of them. */
  listed: Situation[];
}

/** The situations of a bundle: any choice of one situation from each group is one. */
export interface Situations {
  groups: SituationGroup[];
  /** The product over the groups, as a decimal number. */
  total: string;
  exact: boolean;
  /** What it took: answers looked at, and formulas worked out. */
  cost: { steps: number; assignments: number };
}

/** How many situations of a group are written out. */
export interface SituationOptions {
  /** Left out: 32. */
  most?: number;
}

/**
 * The situations of a bundle: for every set of conditions that can hold together, one. Independent groups are counted
 * apart, so that thirty independent questions cost thirty and not two to their power.
 */
export function situationsOf(bound: BoundBundle, options: SituationOptions = {}): Situations {
  const { store, decisions, groups } = decisionSpace(bound, decisionsOf(bound));
  const described = groups.map((graph): SituationGroup => {
    const { count, exact } = graph.count();
    const crowded = graph.variables.find((variable) => store.variables[variable]!.crowded);
    const because =
      crowded !== undefined
        ? `conditions tell too many values of "${store.variables[crowded]!.name}" apart`
        : 'not every combination has been proven possible, or there are too many';
    return {
      fields: graph.variables.map((variable) => store.variables[variable]!.name).sort(),
      decides: graph.places.flatMap((place) => decisions[place]!.what).sort(),
      conditions: graph.places.map((place) => decisions[place]!.predicate),
      count: String(count),
      exact,
      ...(exact ? {} : { because }),
      listed: graph.list(options.most ?? 32).map(({ facts, holds }) => ({
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
