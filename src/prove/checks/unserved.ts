import { decisionsOf } from '../../compose/index.js';
import type { ConflictSet, Statement } from '../../compose/index.js';
import type { Predicate } from '../../model/index.js';
import { all, fieldsOf, not, test } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';

/** What is said of a field by the situation, and by those who take it. */
export interface FieldConflict<S extends Statement> extends ConflictSet<S> {
  field: string;
  wants: readonly S[];
}

/**
 * Whether values that conditions tell apart are just not offered: the form takes others in the same situation, nobody
 * but the applicant gives the field, and whatever takes place for these values takes place for others that the form
 * takes. Then nobody is led into a dead end; the bundle serves fewer values than the element has.
 */
export function areUnserved<S extends Statement>(context: ProveContext, conflict: FieldConflict<S>): boolean {
  const { field, wants, when } = conflict;
  const { composed, bound, possible } = context;
  if (Object.keys(composed.facts).length > 0) return false;
  const uncovered = composed.origins.uncovered(true, composed.origins.sourcesOf(field));
  if (possible(when, not(uncovered)).verdict !== 'no') return false;
  const served: Predicate = all(
    ...wants.map(({ guard }) => guard),
    ...wants.map(({ schema }) => test(field, schema)),
  );
  if (possible(served).verdict !== 'yes') return false;
  return decisionsOf(bound).every(
    ({ predicate }) =>
      !fieldsOf(predicate).has(field) ||
      possible(when, predicate).verdict === 'no' ||
      possible(served, predicate).verdict === 'yes',
  );
}
