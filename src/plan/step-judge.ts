import { BoundedCache, tokensOf } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { fieldKey, isFieldOf } from '../model/index.js';
import type { PlanStep } from '../model/index.js';
import { createValidator } from '../schema/index.js';
import type { ValidationIssue, Validator } from '../schema/index.js';
import { withoutDemands } from './step-schema-relaxed.js';

/** Is it only that something is not there which is still to come, or told of as missing? */
function isToldOf({ keyword, params, pointer }: ValidationIssue, absent: ReadonlySet<string>): boolean {
  if (keyword !== 'required') return false;
  return isAbsent(tokensOf(pointer)[0], params['missingProperty'] as string, absent);
}

function isAbsent(holder: string | undefined, property: string, absent: ReadonlySet<string>): boolean {
  if (holder === undefined)
    return [...absent].some((name) => isFieldOf(property, name) || property === 'materials');
  return absent.has(holder === 'materials' ? property : fieldKey(holder, property));
}

/** Says what is wrong with what a step is given. */
export interface StepJudge {
  /** Pointers to what does not meet the schema, where not everything has been put in yet. */
  faultsIn: (input: JsonObject) => readonly string[];
  /** What does not meet the schema, apart from what is not there. */
  issues: (input: JsonObject, absent: ReadonlySet<string>) => ValidationIssue[];
}

const judges = new WeakMap<PlanStep, StepJudge>();
/** How many sets of what is not there are prepared for one step. */
const mostAbsences = 32;

/**
 * One plan is projected again at each answer: the schema of a step is read once, also without the demand for what is not
 * there. What meets that needs no explaining.
 */
export function judgeOf(step: PlanStep): StepJudge {
  let judge = judges.get(step);
  if (judge === undefined) judges.set(step, (judge = createJudge(step)));
  return judge;
}

function createJudge(step: PlanStep): StepJudge {
  const whole = createValidator(step.input);
  const partial = createValidator(withoutDemands(step.input, () => true));
  const relaxed = new BoundedCache<Validator>(mostAbsences);
  return {
    // What is demanded and is not there is no fault of what is.
    faultsIn: (input) => (partial(input).length === 0 ? [] : whole(input).map(({ pointer }) => pointer)),
    issues(input, absent) {
      const validate = relaxed.remember(JSON.stringify([...absent]), () =>
        createValidator(withoutDemands(step.input, (holder, name) => isAbsent(holder, name, absent))),
      );
      return validate(input).length === 0 ? [] : whole(input).filter((issue) => !isToldOf(issue, absent));
    },
  };
}
