import type { Predicate } from '../../model/index.js';
import { all, any, fieldsOf } from '../../predicate/index.js';
import type { Source } from './source.js';
import { relevance } from '../bind/relevance.js';
import type { Rule } from './rules.js';

/** When a value is there only after steps of the plan have ended, and which steps. */
export interface Lateness {
  when: Predicate;
  steps: ReadonlySet<string>;
}

/**
 * When a predicate rests on what a step yields.
 * @param consumer a step, which never waits for itself
 * @param isKnown whether a field is known from the start: where such fields decide the predicate, the rest does not matter
 */
export type LatenessOf = (
  predicate: Predicate,
  consumer?: string,
  isKnown?: (field: string) => boolean,
) => Lateness;

const never: Lateness = { when: false, steps: new Set() };

/** Finds out when a predicate rests on what a step yields. */
export function createLateness(
  rules: readonly Rule[],
  sourcesOf: (key: string, consumer?: string) => readonly Source[],
): LatenessOf {
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
        // Whether the step yields it at all may be known late as well.
        return any(source.when, ofPredicate(source.when, source.step).when);
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

  const ofPredicate: LatenessOf = (predicate, consumer, isKnown = () => false) => {
    const steps = new Set<string>();
    const whens = [...fieldsOf(predicate)].map((field) => {
      const late = ofKey(field, consumer);
      const when = all(late.when, relevance(field, predicate, isKnown));
      if (when !== false) for (const step of late.steps) steps.add(step);
      return when;
    });
    const when = any(...whens);
    return when === false ? never : { when, steps };
  };
  return ofPredicate;
}
