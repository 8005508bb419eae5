import { messageInLanguage } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import type { CaseResults, Coverage, Reach } from '../../testing/index.js';

/** The results of golden cases with what they say in a language. */
export function resultsInLanguage(results: CaseResults, language: Language): CaseResults {
  return {
    ...results,
    cases: results.cases.map((one) => ({
      ...one,
      differences: one.differences.map((difference) => messageInLanguage(difference, language)),
    })),
    coverage: results.coverage.map((one): Coverage => ({
      ...one,
      conditions: reachIn(one.conditions, language),
      situations: reachIn(one.situations, language),
      uses: reachIn(one.uses, language),
      fields: reachIn(one.fields, language),
      alternatives: reachIn(one.alternatives, language),
    })),
  };
}

function reachIn(reach: Reach, language: Language): Reach {
  return { ...reach, missing: reach.missing.map((one) => messageInLanguage(one, language)) };
}
