import type { Predicate } from '../../model/index.js';
import { all, any, fieldsOf, not } from '../../predicate/index.js';

/**
 * When a field still matters to a predicate, as far as earlier fields tell: a part beside it that has already
 * decided the whole makes it irrelevant. Never false where it matters; the order of questions keeps two
 * questions from waiting for each other.
 * @param isEarlier whether a field is known before this one is asked
 */
export function relevance(
  field: string,
  predicate: Predicate,
  isEarlier: (field: string) => boolean,
): Predicate {
  if (typeof predicate === 'boolean' || !fieldsOf(predicate).has(field)) return false;
  if ('field' in predicate) return true;
  if ('some' in predicate || 'every' in predicate) return true;
  const conjunction = 'all' in predicate;
  const parts = conjunction ? predicate.all : predicate.any;
  return any(
    ...parts.map((part) => {
      const inner = relevance(field, part, isEarlier);
      if (inner === false) return false;
      const beside = parts.filter((other) => other !== part && isDecided(other, isEarlier));
      return all(inner, ...beside.map((other) => (conjunction ? other : not(other))));
    }),
  );
}

function isDecided(predicate: Predicate, isEarlier: (field: string) => boolean): boolean {
  for (const field of fieldsOf(predicate)) if (!isEarlier(field)) return false;
  return true;
}
