import type {
  AlternativeMember,
  InputBinding,
  PlanAct,
  PlanAlternatives,
  PlanStep,
  Predicate,
} from '../model/index.js';
import type { PredicatesOf } from '../predicate/index.js';

/** What of a step of a plan stands under a condition. `requirement`: in which situations an input is required. */
export type StepPart =
  | 'step'
  | 'dependency'
  | 'eligibility'
  | 'input'
  | 'requirement'
  | 'source'
  | 'alternatives'
  | 'alternative'
  | 'variant'
  | 'pause'
  | 'place'
  | 'output'
  | 'result'
  | 'apply';

/** Whether a running case goes by the condition, so that what is settled about it stays settled. */
export const isDecisive: Readonly<Record<StepPart, boolean>> = {
  step: true,
  dependency: true,
  eligibility: true,
  input: true,
  requirement: true,
  source: true,
  alternatives: true,
  alternative: true,
  variant: true,
  pause: true,
  place: true,
  // What a step yields is settled when it ends; whoever takes it has the same condition.
  output: false,
  // Told to the applicant, and nothing else.
  result: false,
  apply: false,
};

/** One condition of a step of a plan. */
export interface StepCondition {
  part: StepPart;
  predicate: Predicate;
}

const cache = new WeakMap<PlanStep, readonly StepCondition[]>();

/** Every condition of a step, in one order. */
export function stepConditions(step: PlanStep): readonly StepCondition[] {
  let conditions = cache.get(step);
  if (conditions === undefined) {
    conditions = conditionsIn(step, stepReaders);
    cache.set(step, conditions);
  }
  return conditions;
}

/** How the conditions of each property are read: a property that gets one does not compile before it is here. */
type Readers<T> = { [K in keyof PredicatesOf<T>]: (value: NonNullable<T[K]>) => StepCondition[] };

function conditionsIn<T extends object>(value: T, readers: Readers<T>): StepCondition[] {
  return (Object.keys(readers) as (keyof Readers<T>)[]).flatMap((key) => {
    const held = value[key];
    return held === undefined || held === null ? [] : readers[key](held);
  });
}

const of =
  (part: StepPart) =>
  (predicate: Predicate): StepCondition[] => [{ part, predicate }];

const each =
  <T extends object>(readers: Readers<T>) =>
  (values: readonly T[]): StepCondition[] =>
    values.flatMap((value) => conditionsIn(value, readers));

const bindingReaders: Readers<InputBinding> = {
  when: of('input'),
  requiredWhen: of('requirement'),
  sources: each({ when: of('source') }),
  narrowings: each({ when: of('requirement') }),
};

const alternativesReaders: Readers<PlanAlternatives> = {
  when: of('alternatives'),
  groups: (groups) => groups.flat().flatMap(memberConditions),
};

function memberConditions(member: AlternativeMember): StepCondition[] {
  return 'groups' in member
    ? conditionsIn(member, alternativesReaders)
    : conditionsIn(member, { when: of('alternative') });
}

const stepReaders: Readers<PlanStep> = {
  when: of('step'),
  after: each({ when: of('dependency') }),
  eligibility: each({ require: of('eligibility') }),
  in: (inputs) => Object.values(inputs).flatMap((binding) => conditionsIn(binding, bindingReaders)),
  alternatives: each(alternativesReaders),
  variants: each({ when: of('variant') }),
  pauses: each({ when: of('pause') }),
  places: (places) => Object.values(places).flatMap(each<PlanAct>({ when: of('place') })),
  out: (outputs) => Object.values(outputs).flatMap((output) => conditionsIn(output, { when: of('output') })),
  results: each({ when: of('result') }),
  apply: each({ when: of('apply') }),
  // What a later form asks when stands among its outputs.
  content: () => [],
};
