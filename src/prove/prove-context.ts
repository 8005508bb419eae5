import { keyOf } from '../predicate/index.js';
import type { Satisfiability } from '../predicate/index.js';
import { possibleIn, witnessCase } from '../compose/index.js';
import type { BoundBundle, ComposedBundle } from '../compose/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../diagnostics/index.js';
import { all } from '../predicate/index.js';
import type { Predicate } from '../model/index.js';
import { listOf } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import { tell } from './messages.js';

/** What a proof looks at. */
export interface ProveContext {
  composed: ComposedBundle;
  bound: BoundBundle;
  /** Whether some applicant meets all of these. */
  possible: (...predicates: Predicate[]) => Satisfiability;
  report: (diagnostic: Diagnostic) => void;
  /** A witness as a case, and what there is to say about it. */
  witness: (facts: JsonObject) => { witness: JsonValue; note?: Message };
  /** Says that a question ended without a result. */
  undecided: (what: Message, because: Message, at: SourceRef) => void;
  /** Questions about predicates that were asked, each once; for golden counters. */
  asked: () => number;
}

/** Gathers what the proofs share. */
export function createProveContext(
  composed: ComposedBundle,
  report: (diagnostic: Diagnostic) => void,
): ProveContext {
  const { bound } = composed;
  const answers = new Map<string, Satisfiability>();
  const derived = new Set(
    composed.origins.rules
      .filter(({ registry }) => registry.local !== undefined)
      .flatMap(({ gives }) => gives.map(({ key }) => key)),
  );
  return {
    composed,
    bound,
    report,
    possible: (...predicates) => {
      const together = all(...predicates);
      const key = keyOf(together);
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = possibleIn(bound, together)));
      return answer;
    },
    witness: (facts) => {
      const free = Object.keys(facts).filter((field) => derived.has(field));
      return {
        witness: witnessCase(bound, facts),
        ...(free.length === 0 ? {} : { note: tell('witness.derived', { fields: listOf(free, 'comma') }) }),
      };
    },
    undecided: (what, because, at) => report(createDiagnostic('prove/undecided', { what, because }, at)),
    asked: () => answers.size,
  };
}
