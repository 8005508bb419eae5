import type { Predicate } from '../../model/index.js';
import { all, fieldsOf } from '../../predicate/index.js';
import type { BoundUse } from '../bind/bound.js';
import { seenFrom } from '../bind/scope.js';
import type { Origins } from '../origin/origin.js';

/** When the applicant is asked for what a use takes, as far as the demands of its block go. */
export interface Eligible {
  /** @param role of which the condition is to speak */
  when: (use: BoundUse, role: string) => Predicate;
  /** Whatever comes of the demands: it is the key of a look-up or a derivation. */
  isKey: (key: string) => boolean;
}

/**
 * Whoever is known not to be eligible for a matter is not asked for its sake. Only demands on what the applicant says, or what
 * follows from it, count: what a look-up or a step tells is not known when the form is filled in.
 */
export function eligibleFrom(origins: Origins): Eligible {
  const rules = new Map(origins.rules.map((rule) => [rule.step, rule]));
  const keys = new Set(origins.rules.flatMap(({ given }) => given));
  const cache = new Map<string, boolean>();
  const isSaid = (field: string): boolean => {
    const cached = cache.get(field);
    if (cached !== undefined) return cached;
    // What rests on itself is said by nobody.
    cache.set(field, false);
    const found = origins.sourcesOf(field).every(({ kind, step }) => {
      if (kind === 'known') return true;
      return kind === 'derived' && (rules.get(step!)?.given ?? []).every(isSaid);
    });
    cache.set(field, found);
    return found;
  };
  return {
    when: (use, role) =>
      all(
        ...use.eligibility
          .flatMap(({ require }) => partsOf(require))
          .filter((require) => [...fieldsOf(require)].every(isSaid))
          .map((require) => seenFrom(role, require, use.each)),
      ),
    isKey: (key) => keys.has(key),
  };
}

/** What has to hold together, part by part: one that is not met is enough. */
function partsOf(predicate: Predicate): readonly Predicate[] {
  return typeof predicate === 'object' && 'all' in predicate ? predicate.all : [predicate];
}
