import { createDiagnostic } from '../../diagnostics/index.js';
import { fieldsOf } from '../../predicate/index.js';
import type { ProveContext } from '../prove-context.js';
import type { Situations } from '../situations.js';
import { placeOf } from './conditions.js';
import type { Verdicts } from './conditions.js';
import { fieldParts } from '../../model/index.js';
import { literal } from '../../messages/index.js';

/**
 * Says of which conditions it is not known how many situations they tell apart. Where one of them could not be decided
 * by itself, that has been said, and is the cause.
 */
export function checkOpenSituations(
  { bound, report }: ProveContext,
  { groups }: Situations,
  { open }: Verdicts,
): void {
  for (const { fields, count, exact, because } of groups) {
    if (exact || because === undefined) continue;
    const own = new Set(fields);
    const isOwn = (field: string) => own.has(field) || own.has(fieldParts(field).role);
    const conditions = bound.conditions.filter(({ predicate }) => [...fieldsOf(predicate)].some(isOwn));
    if (conditions.some(({ at }) => open.has(placeOf(at)))) continue;
    const at = conditions[0]?.at ?? { file: bound.file, pointer: '' };
    report(
      createDiagnostic('prove/situations-open', { field: fields[0]!, count: literal(count), because }, at),
    );
  }
}
