import { appendTo, omitUndefined } from '../../base/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Origin, Predicate } from '../../model/index.js';
import { all, any, every, fieldsOf, not } from '../../predicate/index.js';
import type { BoundBundle, BoundUse, LeafDemand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { parts } from '../bind/condition.js';
import { fewestQuestions } from './fewest-questions.js';
import type { Rule } from './rules.js';
import { seenFrom } from '../bind/scope.js';

/** One way in which a value comes without being asked, and when. */
export interface Source {
  kind: Exclude<Origin['kind'], 'asked'>;
  step?: string;
  when: Predicate;
  at?: SourceRef;
}

/** When a value is there only after steps of the plan have ended, and which steps. */
export interface Lateness {
  when: Predicate;
  steps: ReadonlySet<string>;
}

/** Third station: where each field and material comes from, in every situation. */
export interface Origins {
  rules: readonly Rule[];
  /** The sources of a key in order of preference; a step is never its own source. */
  sourcesOf: (key: string, consumer?: string) => readonly Source[];
  /** The sources that a demand of a use may draw on: what it accepts counts. */
  sourcesFor: (use: BoundUse, leaf: LeafDemand) => readonly Source[];
  /** When nothing but asking helps. */
  uncovered: (sources: readonly Source[]) => Predicate;
  /** When a predicate rests on what a step yields. */
  latenessOf: (predicate: Predicate, consumer?: string) => Lateness;
}

const never: Lateness = { when: false, steps: new Set() };

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
  const tested = [...testedFields(bound)];
  const free = new Set([...bound.known.keys(), ...[...required.keys(), ...tested].filter(hasFact)]);
  const produced = new Set(
    [...producers].filter(([, list]) => list.some(({ when }) => when === true)).map(([key]) => key),
  );
  const { rank } = fewestQuestions(
    [...new Set([...required.keys(), ...tested])],
    new Set([...free, ...produced]),
    rules.map(({ given, gives }) => ({ given, gives: gives.map(({ key }) => key) })),
  );
  const rankOf = (key: string) => rank.get(key) ?? Number.POSITIVE_INFINITY;
  const givers = new Map<string, Rule[]>();
  for (const rule of rules) for (const { key } of rule.gives) appendTo(givers, key, rule);

  const cache = new Map<string, readonly Source[]>();
  const sourcesOf = (key: string, consumer?: string): readonly Source[] => {
    let sources = cache.get(key);
    if (sources === undefined) {
      cache.set(key, []);
      sources = collectSources(key);
      cache.set(key, sources);
    }
    return consumer === undefined ? sources : sources.filter(({ step }) => step !== consumer);
  };
  const collectSources = (key: string): Source[] => {
    if (known(key)) {
      const at = bound.known.get(key);
      return [{ kind: 'known', when: true, ...omitUndefined({ at }) }];
    }
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
    const when = any(...sourcesOf(given).map((source) => source.when), required.get(given) ?? false);
    const role = roleOfKey(given);
    const outside = bound.roles.get(role)?.many !== undefined && role !== roleOfKey(goal);
    return outside ? every(role, when) : when;
  };

  return {
    rules,
    sourcesOf,
    sourcesFor: (use, leaf) => acceptable(sourcesOf(leaf.key, use.name), leaf),
    uncovered: (sources) => not(any(...sources.map(({ when }) => when))),
    latenessOf: createLateness(bound, rules, sourcesOf),
  };
}

/** The role of a field or a material. */
export function roleOfKey(key: string): string {
  const of = key.indexOf(' of ');
  return of < 0 ? parts(key).role : key.slice(of + 4);
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

function testedFields(bound: BoundBundle): Set<string> {
  const tested = new Set<string>();
  const add = (predicate: Predicate) => {
    for (const field of fieldsOf(predicate)) tested.add(field);
  };
  for (const { require } of bound.eligibility) add(require);
  for (const use of bound.uses) {
    add(use.guard);
    for (const leaf of leavesOf(use.demands)) add(leaf.guard);
    for (const output of use.outputs) add(output.guard);
    for (const { require } of use.eligibility) add(require);
    for (const { when } of use.variants) add(when);
    for (const { when, at } of use.acts) {
      add(when);
      if (at !== undefined) tested.add(at.key);
    }
  }
  return tested;
}

function createLateness(
  bound: BoundBundle,
  rules: readonly Rule[],
  sourcesOf: Origins['sourcesOf'],
): Origins['latenessOf'] {
  const uses = new Map(bound.uses.map((use) => [use.name, use]));
  const ruleBySteps = new Map(rules.map((rule) => [rule.step, rule]));
  const cache = new Map<string, Lateness>();

  const ofKey = (key: string, consumer?: string): Lateness => {
    const cached = consumer === undefined ? cache.get(key) : undefined;
    if (cached !== undefined) return cached;
    // A value that waits for itself is a cycle, which the order reports.
    cache.set(key, never);
    const steps = new Set<string>();
    const whens = sourcesOf(key, consumer).map((source): Predicate => {
      if (source.kind === 'produced') {
        steps.add(source.step!);
        const producer = ofPredicate(uses.get(source.step!)!.guard, source.step);
        return any(source.when, producer.when);
      }
      const rule = source.step === undefined ? undefined : ruleBySteps.get(source.step);
      return any(
        ...(rule?.given ?? []).map((given) => {
          const inner = ofKey(given, consumer);
          for (const step of inner.steps) steps.add(step);
          return all(source.when, inner.when);
        }),
      );
    });
    const when = any(...whens);
    const lateness = when === false ? never : { when, steps };
    if (consumer === undefined) cache.set(key, lateness);
    else cache.delete(key);
    return lateness;
  };

  const ofPredicate = (predicate: Predicate, consumer?: string): Lateness => {
    const steps = new Set<string>();
    const whens: Predicate[] = [];
    for (const field of fieldsOf(predicate)) {
      const late = ofKey(field, consumer);
      for (const step of late.steps) steps.add(step);
      whens.push(late.when);
    }
    const when = any(...whens);
    return when === false ? never : { when, steps };
  };
  return ofPredicate;
}
