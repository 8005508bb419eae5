import { assertArguments } from '../messages/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { fromEntries, omitUndefined } from '../base/index.js';
import type { BoundUse, ComposedBundle } from '../compose/index.js';
import type { FormField, MaterialChoice, Plan, Question, Text, UnmetDemand } from '../model/index.js';
import type { BundleOptions } from './compose-bundle.js';
import { composedBundle, planOf } from './compose-bundle.js';
import { rankQuestions } from './question-order.js';
import { unmetInPlan } from './unmet.js';
import type { Demand } from './unmet.js';

/** A question that is still open. */
export interface OpenQuestion extends Question {
  /** What people call the answers, by value. */
  labels?: Record<string, Text>;
}

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
  questions: OpenQuestion[];
  /** Fields that the form asks for certain, besides the questions. */
  asked: string[];
  /** Materials that the applicant gives for certain. */
  materials: string[];
  /** Alternatives of which the applicant gives one for certain. */
  choices: { step: string; groups: string[][] }[];
  /** What is demanded of whoever applies, as far as the facts leave open whether it is met: in the words of the authors. */
  demands: UnmetDemand[];
  /** What people call the steps, fields and materials that are named here. */
  titles: Record<string, Text>;
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
  const plan = planOf(composed);
  const steps = new Map(uses.map((use) => [use.name, use]));
  const isCertain = ({ step, when }: MaterialChoice) =>
    (when === undefined || when === true) && steps.get(step)?.guard === true;
  return {
    bundle,
    included: eligible.filter(({ guard }) => guard === true).map(({ name }) => name),
    excluded: uses.filter(({ guard }) => guard === false).map(({ name }) => name),
    open: conditional.filter((use) => !isLate(use)).map(({ name }) => name),
    late: conditional.filter(isLate).map(({ name }) => name),
    questions: rankQuestions(composed).map(({ field }) => ({
      ...questions.get(field)!,
      ...omitUndefined({ labels: composed.fields.find((one) => one.field === field)?.labels }),
    })),
    asked: composed.fields.filter(certain).map(({ field }) => field),
    materials: composed.materials
      .filter(({ askedWhen, requiredWhen }) => askedWhen === true && requiredWhen === true)
      .map(({ material }) => material),
    choices: composed.choices.filter(isCertain).map(({ step, groups }) => ({ step, groups })),
    demands: openDemands(
      plan,
      new Set(eligible.filter(({ guard }) => guard !== false).map(({ name }) => name)),
    ),
    titles: titlesOf(composed, plan),
    ...(ineligible.length === 0 ? {} : { ineligible: ineligible.map(({ name }) => name) }),
    ...unmetInPlan(plan),
  };
}

/** What the bundle and the steps that may take place demand, where the facts do not settle it. */
function openDemands({ eligibility = [], steps }: Plan, taking: ReadonlySet<string>): UnmetDemand[] {
  const open = (demands: readonly Demand[], step?: string): UnmetDemand[] =>
    demands
      .filter(({ require }) => typeof require !== 'boolean')
      .map(({ otherwise, basis }) => ({
        ...omitUndefined({ step }),
        otherwise,
        ...omitUndefined({ basis }),
      }));
  return [
    ...open(eligibility),
    ...steps.filter(({ id }) => taking.has(id)).flatMap(({ id, eligibility: own = [] }) => open(own, id)),
  ];
}

function titlesOf({ fields, materials, bound }: ComposedBundle, { steps }: Plan): Record<string, Text> {
  const blocks = new Map(bound.uses.map(({ name, block }) => [name, block.title]));
  return fromEntries(
    [
      ...steps.map(({ id, title }) => [id, title ?? blocks.get(id)] as const),
      ...fields.map(({ field, title }) => [field, title] as const),
      ...materials.map(({ material, title }) => [material, title] as const),
    ].flatMap(([name, title]) => (title === undefined ? [] : [[name, title] as const])),
  );
}

/** Does the block demand something that the facts do not meet? */
function isIneligible({ guard, eligibility }: BoundUse): boolean {
  return guard !== false && eligibility.some(({ require }) => require === false);
}
