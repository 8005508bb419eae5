import type { Predicate } from '../model/index.js';
import { all, any, every, some } from './build.js';
import { fieldsOf } from './fields-of.js';

/** The predicate wherever it may hold while some fields are not known: it rests on the other fields alone. */
export function mayHold(predicate: Predicate, isUnknown: (field: string) => boolean): Predicate {
  if (![...fieldsOf(predicate)].some(isUnknown)) return predicate;
  if (typeof predicate === 'boolean' || 'field' in predicate) return true;
  if ('all' in predicate) return all(...predicate.all.map((part) => mayHold(part, isUnknown)));
  if ('any' in predicate) return any(...predicate.any.map((part) => mayHold(part, isUnknown)));
  return 'some' in predicate
    ? some(predicate.some, mayHold(predicate.of, isUnknown))
    : every(predicate.every, mayHold(predicate.of, isUnknown));
}
