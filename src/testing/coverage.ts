import { own } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { decisionsOf } from '../compose/index.js';
import type { BoundBundle } from '../compose/index.js';
import type { Facts } from '../predicate/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import type { Predicate } from '../model/index.js';
import { composedBundle } from '../plan/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import { situationsOf } from '../prove/index.js';
import type { Observation } from './observe-case.js';

/** How many of something the cases reach, and which they do not. */
export interface Reach {
  covered: number;
  of: number;
  missing: string[];
}

/** What the cases of a bundle reach. */
export interface Coverage {
  bundle: string;
  cases: number;
  /** Situations of every group of conditions; each group alone. */
  situations: Reach;
  /** Uses that take part in some case. */
  uses: Reach;
  /** Fields of the form that are asked, or answered beforehand, in some case. */
  fields: Reach;
  /** Alternatives of `oneOf`, and choices taken and left. */
  alternatives: Reach;
}

/** Situations of one group that are counted; beyond, the group is not measured. */
const most = 1_000;

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
  const asked = new Set(observations.flatMap((one) => one.asked));
  const alternatives: [string, boolean][] = bound.oneOfs.flatMap((oneOf) =>
    oneOf.alternatives.map(({ name, guard }): [string, boolean] => [name, holdsIn(guard, true)]),
  );
  for (const [name] of bound.choices) {
    const chosen: Predicate = { field: `choices.${name}`, schema: { const: true } };
    alternatives.push([`${name}: taken`, holdsIn(chosen, true)], [`${name}: left`, holdsIn(chosen, false)]);
  }
  return {
    bundle,
    cases: observations.length,
    situations: situationReach(bound, facts),
    uses: reach(bound.uses.map(({ name }) => [name, observations.some(({ steps }) => steps.includes(name))])),
    fields: reach(
      composed.fields
        .filter((field) => field.asked)
        .map(({ field }) => [
          field,
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

function situationReach(bound: BoundBundle, facts: readonly Facts[]): Reach {
  const truthOf = new Map(
    decisionsOf(bound).flatMap(({ what, predicate }) =>
      what.map((one) => [one, facts.map((given) => evaluate(predicate, given))] as const),
    ),
  );
  const { groups } = situationsOf(bound, { most });
  const entries = groups.flatMap(({ listed, decides }) =>
    listed.map((situation): [string, boolean] => {
      const holds = new Set(situation.holds);
      const isReached = facts.some((_, index) =>
        decides.every((what) => truthOf.get(what)?.[index] === holds.has(what)),
      );
      return [JSON.stringify(situation.facts), isReached];
    }),
  );
  return reach(entries);
}

function reach(entries: readonly (readonly [string, boolean])[]): Reach {
  const missing = entries.filter(([, isReached]) => !isReached).map(([name]) => name);
  return { covered: entries.length - missing.length, of: entries.length, missing };
}

/** The share of everything that is measured, in per cent; nothing to measure counts as all of it. */
export function percentOf({ situations, uses, fields, alternatives }: Coverage): number {
  const parts = [situations, uses, fields, alternatives];
  const of = parts.reduce((sum, part) => sum + part.of, 0);
  const covered = parts.reduce((sum, part) => sum + part.covered, 0);
  return of === 0 ? 100 : Math.floor((covered / of) * 1000) / 10;
}
