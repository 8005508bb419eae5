import { assertArguments } from '../messages/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import type { BoundUse } from '../compose/index.js';
import type { FormField, Question, UnmetDemand } from '../model/index.js';
import type { BundleOptions } from './compose-bundle.js';
import { composedBundle, planOf } from './compose-bundle.js';
import { rankQuestions } from './question-order.js';
import { unmetInPlan } from './unmet.js';

/** What is settled by what is known, and what is still open. */
export interface Resolution {
  bundle: string;
  /** Steps that take place whatever is answered. */
  included: string[];
  /** Steps that do not take place. */
  excluded: string[];
  /** Steps that depend on an answer. */
  open: string[];
  /** Steps that depend on what another step yields. */
  late: string[];
  /** The open situation questions: the best one to ask next first, see {@link rankQuestions}. */
  questions: Question[];
  /** Fields that the form asks for certain, besides the questions. */
  asked: string[];
  materials: string[];
  /** Steps that would take place, and that the applicant is not eligible for. Absent: none. */
  ineligible?: string[];
  /** What the bundle or its steps demand and the facts do not meet. Absent: nothing. */
  unmet?: UnmetDemand[];
}

/**
 * Says what the facts settle, and which questions are still open, in the order in which they settle most: whoever asks the
 * first one, and resolves again with the answer, has the fewest left to expect.
 * @throws UsageError `usage/unknown-bundle`, `usage/facts`
 */
export function resolveSituation(
  catalogue: LoadedCatalogue,
  bundle: string,
  options: BundleOptions = {},
): Resolution {
  assertArguments(
    'resolveSituation',
    { catalogue: 'from loadCatalogue', bundle: 'text', options: 'object' },
    { catalogue, bundle, options },
  );
  const composed = composedBundle(catalogue, bundle, options);
  const { uses } = composed.bound;
  const questions = new Map(composed.questions.map((question) => [question.field, question]));
  const isLate = (use: (typeof uses)[number]) =>
    composed.origins.latenessOf(use.guard, use.name).when !== false;
  const ineligible = uses.filter(isIneligible);
  const eligible = uses.filter((use) => !isIneligible(use));
  const conditional = eligible.filter(({ guard }) => typeof guard !== 'boolean');
  const certain = (field: FormField) => field.askedWhen === true && !questions.has(field.field);
  return {
    bundle,
    included: eligible.filter(({ guard }) => guard === true).map(({ name }) => name),
    excluded: uses.filter(({ guard }) => guard === false).map(({ name }) => name),
    open: conditional.filter((use) => !isLate(use)).map(({ name }) => name),
    late: conditional.filter(isLate).map(({ name }) => name),
    questions: rankQuestions(composed).map(({ field }) => questions.get(field)!),
    asked: composed.fields.filter(certain).map(({ field }) => field),
    materials: composed.materials
      .filter(({ askedWhen }) => askedWhen === true)
      .map(({ material }) => material),
    ...(ineligible.length === 0 ? {} : { ineligible: ineligible.map(({ name }) => name) }),
    ...unmetInPlan(planOf(composed)),
  };
}

/** Does the block demand something that the facts do not meet? */
function isIneligible({ guard, eligibility }: BoundUse): boolean {
  return guard !== false && eligibility.some(({ require }) => require === false);
}
