import { omitUndefined } from '../base/index.js';
import type { BoundUse, ComposedBundle } from '../compose/index.js';
import type { PlanStep } from '../model/index.js';
import { pointerFor, whenOf } from './bindings.js';

/** What comes of a step besides what it yields, and within which time the applicant has to apply. */
export function resultsOfStep(composed: ComposedBundle, use: BoundUse): Pick<PlanStep, 'results' | 'apply'> {
  const results = use.results.filter(({ when }) => when !== false);
  const apply = use.apply.filter(({ when }) => when !== false);
  return {
    ...(results.length === 0
      ? {}
      : {
          results: results.map(({ result: { result, title, by }, when }) => ({
            result,
            title,
            ...omitUndefined({ by }),
            ...whenOf(when),
          })),
        }),
    ...(apply.length === 0
      ? {}
      : {
          apply: apply.map(({ apply: { within, basis }, after, when }) => ({
            within,
            after: pointerFor(composed, use, 'field', after.role, after.name),
            ...whenOf(when),
            ...omitUndefined({ basis }),
          })),
        }),
  };
}
