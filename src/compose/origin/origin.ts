import type { Source } from './source.js';
import { appendTo, omitUndefined } from '../../base/index.js';
import { roleOfKey } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, every, fieldsOf, mayHold, not } from '../../predicate/index.js';
import type { BoundBundle, BoundUse, LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { conditionsOf, partRules } from '../bind/conditions.js';
import { fewestQuestions } from './fewest-questions.js';
import { createLateness } from './lateness.js';
import type { LatenessOf } from './lateness.js';
import { unlessImpossible } from '../bind/possible.js';
import type { Rule } from './rules.js';
import { seenFrom } from '../bind/scope.js';

/** Third station: where each field and material comes from, in every situation. */
export interface Origins {
  rules: readonly Rule[];
  /**
   * The sources of a key in order of preference, each with when it may be the one: what a step yields nobody looks up. A
   * step is never its own source.
   */
  sourcesOf: (key: string, consumer?: string) => readonly Source[];
  /** The sources that a demand of a use may draw on: what it accepts counts. */
  sourcesFor: (use: BoundUse, leaf: LeafDemand) => readonly Source[];
  /** When, within a condition, nothing but asking helps; `false` where that can never be. */
  uncovered: (within: Predicate, sources: readonly Source[]) => Predicate;
  latenessOf: LatenessOf;
  /**
   * When a key has to be asked that is taken under a condition: what follows from the key itself is not known before the
   * key is, so no part of the condition that rests on it holds the question back.
   */
  askedWithin: (key: string, guard: Predicate) => Predicate;
  /** The fields of which it is not proven that no smaller set of questions would do. */
  open: readonly string[];
}

/**
 * Finds the sources of everything that a bundle takes or tests.
 * @param facts whether a field's value was given with the request
 */
export function findOrigins(
  bound: BoundBundle,
  rules: readonly Rule[],
  hasFact: (key: string) => boolean,
): Origins {
  const known = (key: string) => bound.known.has(key) || hasFact(key);
  const producers = producersOf(bound);
  const required = requiredGuards(bound);
  const needed = [...new Set([...required.keys(), ...testedFields(bound)])];
  const produced = [...producers].flatMap(([key, list]) =>
    list.some(({ when }) => when === true) ? [key] : [],
  );
  // What is known spares questions, whether or not anybody takes it.
  const facts = [...needed, ...rules.flatMap(({ given }) => given)].filter(hasFact);
  const { rank, open } = fewestQuestions(
    needed,
    new Set([...bound.known.keys(), ...facts, ...produced]),
    rules.map(({ given, gives }) => ({ given, gives: gives.map(({ key }) => key) })),
  );
  const rankOf = (key: string) => rank.get(key) ?? Number.POSITIVE_INFINITY;
  const givers = new Map<string, Rule[]>();
  for (const rule of rules) for (const { key } of rule.gives) appendTo(givers, key, rule);

  const askedWithin = createAskedWithin(givers, rankOf);
  const cache = new Map<string, { every: readonly Source[]; preferred: readonly Source[] }>();
  const findSources = (key: string) => {
    let found = cache.get(key);
    if (found === undefined) {
      cache.set(key, { every: [], preferred: [] });
      const every = collectSources(key);
      found = { every, preferred: preferred(bound, every) };
      cache.set(key, found);
    }
    return found;
  };
  const sourcesOf = (key: string, consumer?: string): readonly Source[] => {
    const found = findSources(key);
    if (consumer === undefined || found.every.every(({ step }) => step !== consumer)) return found.preferred;
    const others = found.every.filter(({ step }) => step !== consumer);
    return preferred(bound, others);
  };
  const collectSources = (key: string): Source[] => {
    if (known(key)) return [{ kind: 'known', when: true, ...omitUndefined({ at: bound.known.get(key) }) }];
    const sources: Source[] = [...(producers.get(key) ?? [])];
    for (const rule of givers.get(key) ?? []) {
      // Only what is settled earlier may settle this: no two values wait for each other.
      if (!rule.given.every((given) => rankOf(given) < rankOf(key))) continue;
      const when = all(rule.role?.guard ?? true, ...rule.given.map((given) => availability(given, key)));
      if (when === false) continue;
      const kind = rule.registry.local === undefined ? 'registry' : 'derived';
      sources.push({ kind, step: rule.step, when, at: rule.gives.find((given) => given.key === key)!.at });
    }
    return sources;
  };
  const availability = (given: string, goal: string): Predicate => {
    const whens = findSources(given).every.map((source) => source.when);
    const when = any(...whens, askedWithin(given, required.get(given) ?? false));
    const role = roleOfKey(given);
    const outside = bound.roles.get(role)?.many !== undefined && role !== roleOfKey(goal);
    return outside ? every(role, when) : when;
  };

  return {
    rules,
    sourcesOf,
    sourcesFor: (use, leaf) => acceptable(sourcesOf(leaf.key, use.name), leaf),
    uncovered: (within, sources) => uncoveredBy(bound, within, sources),
    latenessOf: createLateness(rules, sourcesOf),
    askedWithin,
    open,
  };
}

function createAskedWithin(
  givers: ReadonlyMap<string, readonly Rule[]>,
  rankOf: (key: string) => number,
): Origins['askedWithin'] {
  const cache = new Map<string, ReadonlySet<string>>();
  return (key, guard) => {
    let followers = cache.get(key);
    if (followers === undefined) cache.set(key, (followers = followersOf(key, givers, rankOf)));
    return mayHold(guard, (field) => followers.has(field));
  };
}

/** What registries and derivations make of a key, directly or through each other. */
function followersOf(
  key: string,
  givers: ReadonlyMap<string, readonly Rule[]>,
  rankOf: (key: string) => number,
): ReadonlySet<string> {
  const found = new Set([key]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const [goal, rules] of givers) {
      const follows = rules.some(({ given }) =>
        given.some((one) => found.has(one) && rankOf(one) < rankOf(goal)),
      );
      if (follows) found.add(goal);
    }
  }
  found.delete(key);
  return found;
}

function uncoveredBy(bound: BoundBundle, within: Predicate, sources: readonly Source[]): Predicate {
  return unlessImpossible(bound, all(within, not(any(...sources.map(({ when }) => when)))));
}

/** Where a step yields a value, no registry is asked for it; what can never be a source is none. */
function preferred(bound: BoundBundle, sources: readonly Source[]): readonly Source[] {
  const yielded = any(...sources.map(({ kind, when }) => kind === 'produced' && when));
  if (yielded === false) return sources;
  return sources.flatMap((source) => {
    if (source.kind === 'produced') return [source];
    const when = unlessImpossible(bound, all(source.when, not(yielded)));
    return when === false ? [] : [{ ...source, when }];
  });
}

function acceptable(sources: readonly Source[], leaf: LeafDemand): readonly Source[] {
  if (leaf.kind === 'field') return sources;
  const kept = sources.filter(({ kind }) => kind !== 'registry' || leaf.accept.includes('registry'));
  return leaf.accept.includes('generated') ? [...kept, { kind: 'generated', when: true, at: leaf.at }] : kept;
}

function producersOf(bound: BoundBundle): Map<string, Source[]> {
  const producers = new Map<string, Source[]>();
  for (const use of bound.uses) {
    for (const output of use.outputs) {
      const when = seenFrom(output.role, all(use.guard, output.guard), use.each);
      if (when === false) continue;
      const source: Source = { kind: 'produced', step: use.name, when, at: output.at };
      appendTo(producers, output.key, source);
    }
  }
  return producers;
}

/** When some use takes a key and cannot do without. */
function requiredGuards(bound: BoundBundle): Map<string, Predicate> {
  const guards = new Map<string, Predicate>();
  for (const use of bound.uses) {
    for (const demand of use.demands) {
      if (demand.kind === 'choice' || demand.optional) continue;
      const guard = seenFrom(demand.role, all(use.guard, demand.guard), use.each);
      guards.set(demand.key, any(guards.get(demand.key) ?? false, guard));
    }
    for (const leaf of leavesOf(use.demands)) if (!guards.has(leaf.key)) guards.set(leaf.key, false);
  }
  return guards;
}

/** The fields that some condition tests, or that are needed whatever they are. */
function testedFields(bound: BoundBundle): Set<string> {
  const conditions = [
    ...bound.eligibility.map(({ require }) => require),
    ...bound.uses.flatMap((use) =>
      conditionsOf(use).flatMap(({ part, predicate }) => (partRules[part].asks ? [predicate] : [])),
    ),
  ];
  return new Set(conditions.flatMap((predicate) => [...fieldsOf(predicate)]));
}
