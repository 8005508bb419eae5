import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { MaterialChoice, Predicate } from '../../model/index.js';
import type { Satisfiability } from '../../predicate/index.js';
import type { BoundBundle } from '../bind/bound.js';
import { possibleIn } from '../bind/possible.js';
import type { Subjected } from '../tell/fields.js';
import type { ChoiceNeed, Needs } from '../ask/needs.js';
import type { FormPart } from '../ask/divide-forms.js';
import type { StepOrder } from '../order/order.js';
import type { Origins } from '../origin/origin.js';
import type { Rule } from '../origin/rules.js';
import type { StepEdge, TakenDeferral } from '../order/wait.js';

/** What a check of a composed bundle looks at. */
export interface CheckContext {
  catalogue: LoadedCatalogue;
  bound: BoundBundle;
  origins: Origins;
  needs: Needs;
  formParts: readonly FormPart[];
  subjects: ReadonlyMap<string, Subjected>;
  edges: readonly StepEdge[];
  deferrals: readonly TakenDeferral[];
  rules: readonly Rule[];
  order: StepOrder;
  choices: readonly MaterialChoice[];
  /** Of these, the ones of which it is not proven that no other alternatives cost less. */
  openChoices: readonly ChoiceNeed[];
  report: (diagnostic: Diagnostic) => void;
}

/** Whether some applicant meets all of these, given what the elements allow. */
export function possible(context: CheckContext, ...predicates: Predicate[]): Satisfiability {
  return possibleIn(context.bound, ...predicates);
}
