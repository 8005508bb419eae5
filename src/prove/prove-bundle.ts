import type { ComposedBundle } from '../compose/index.js';
import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { checkConditions, checkEligibility } from './checks/conditions.js';
import { checkAlternatives, checkDeadEnds } from './checks/dead-ends.js';
import { checkDeadlocks } from './checks/deadlock.js';
import { checkIdleConditions } from './checks/idle-conditions.js';
import { checkLate } from './checks/late.js';
import { checkOneOf } from './checks/one-of.js';
import { checkOpenSituations } from './checks/open-situations.js';
import { checkReachability } from './checks/reachability.js';
import { checkStatutory } from './checks/target.js';
import { createProveContext } from './prove-context.js';
import { situationsOf } from './situations.js';
import type { SituationOptions, Situations } from './situations.js';

/** What the proofs of a bundle came to. */
export interface ProofReport {
  bundle: string;
  situations: Situations;
  /** What does not hold in every situation, or could not be decided; with ranges, sorted. None: all is proven. */
  diagnostics: Diagnostic[];
  /** Questions about conditions that were asked. */
  questions: number;
}

/**
 * Proves of a composed bundle that no situation leads an applicant into a dead end: every field has a value that the
 * form takes, every input an origin, every `oneOf` exactly one alternative, every use and condition a situation in
 * which it counts, and no questions wait for each other. What composing has found is not said again.
 *
 * Where the bundle was composed with facts, only what holds or fails for that applicant is looked at, and not whether
 * everything can be reached. A finding carries a witness: an applicant who is led into it. A question that could not be
 * decided is a finding as well, never taken as fine.
 */
export function proveBundle(composed: ComposedBundle, options: SituationOptions = {}): ProofReport {
  const found: Diagnostic[] = [];
  const context = createProveContext(composed, (diagnostic) => found.push(diagnostic));
  const isSituated = Object.keys(composed.facts).length > 0;
  checkDeadEnds(context);
  checkAlternatives(context);
  checkOneOf(context);
  const stuck = checkDeadlocks(context);
  const situations = situationsOf(composed.bound, options);
  if (!isSituated) {
    const verdicts = checkConditions(context);
    checkEligibility(context, verdicts);
    checkReachability(context, verdicts);
    checkLate(context);
    checkIdleConditions(context, stuck);
    checkStatutory(context);
    checkOpenSituations(context, situations, verdicts);
  }
  const { catalogue } = composed;
  return {
    bundle: composed.bound.bundle.id,
    situations,
    diagnostics: sortDiagnostics(found.map((diagnostic) => catalogue.withRange(diagnostic))),
    questions: context.asked(),
  };
}
