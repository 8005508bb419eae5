import type { LoadedCatalogue } from '../catalogue/index.js';
import { appendTo } from '../base/index.js';
import { UsageError, assertArguments } from '../messages/index.js';
import type { Expectation } from '../model/index.js';
import { compareCase } from './compare-case.js';
import type { Difference } from './compare-case.js';
import { coverageOf } from './coverage.js';
import type { Coverage } from './coverage.js';
import { observeCase, recorded } from './observe-case.js';
import type { Observation } from './observe-case.js';

/** How golden cases are run. */
export interface RunCasesOptions {
  /** Which cases, by id and file; left out: all. */
  only?: (id: string, file: string) => boolean;
  /** Called before each case. */
  onCase?: (id: string, index: number, count: number) => void;
}

/** What became of one golden case. */
export interface CaseResult {
  id: string;
  bundle: string;
  file: string;
  passed: boolean;
  differences: Difference[];
  /** What the case would expect if what comes out were right; absent where it cannot be run. */
  recorded?: Expectation;
}

/** What became of the golden cases of a catalogue. */
export interface CaseResults {
  formatVersion: 2;
  catalogue: { id: string; version: string };
  passed: number;
  failed: number;
  cases: CaseResult[];
  /** For each bundle that has a case. */
  coverage: Coverage[];
}

/**
 * Runs the golden cases of a catalogue: composes and proves each bundle for the applicant of each case, compares, and
 * measures what the cases reach. A case without expectations passes where it leads into no error.
 */
export function runCases(catalogue: LoadedCatalogue, options: RunCasesOptions = {}): CaseResults {
  assertArguments('runCases', { catalogue: 'from loadCatalogue', options: 'object' }, { catalogue, options });
  const chosen = [...catalogue.cases.values()].filter(({ document, file }) =>
    options.only === undefined ? true : options.only(document.id, file),
  );
  const observations = new Map<string, Observation[]>();
  const cases = chosen.map((entry, index): CaseResult => {
    const { document, file } = entry;
    const { id, bundle } = document;
    options.onCase?.(id, index, chosen.length);
    const shared = { id, bundle, file };
    try {
      const observed = observeCase(catalogue, entry);
      appendTo(observations, bundle, observed);
      const differences = compareCase(catalogue, entry, observed);
      const record = recorded(observed, document.expect);
      return { ...shared, passed: differences.length === 0, differences, recorded: record };
    } catch (error) {
      // An unknown bundle, or facts of another shape: the case is wrong, and the others are run all the same.
      if (!(error instanceof UsageError)) throw error;
      const at = catalogue.locate({ file, pointer: '/bundle' });
      const differences = [{ part: 'bundle', ...error.said, at }];
      return { ...shared, passed: false, differences };
    }
  });
  return {
    formatVersion: 2,
    catalogue: { id: catalogue.id, version: catalogue.version },
    passed: cases.filter(({ passed }) => passed).length,
    failed: cases.filter(({ passed }) => !passed).length,
    cases,
    coverage: [...observations].sort().map(([bundle, observed]) => coverageOf(catalogue, bundle, observed)),
  };
}
