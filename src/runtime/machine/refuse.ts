import { own } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';
import { ownStep } from './draft.js';
import type { Draft } from './draft.js';
import type { Refusal, RefusalCode } from './event.js';
import { isSettled } from './state.js';
import type { StepState } from './state.js';

/** Builds a refusal. */
export function refuse(code: RefusalCode, message: string, issues?: Refusal['issues']): Refusal {
  return issues === undefined ? { code, message } : { code, message, issues };
}

/** Said of a case that was never started. */
export const unknownCase: Refusal = refuse('unknown-case', 'There is no such case.');

/** The step that an event speaks of, still under way in a running case; else why the event is refused. */
export function openStep(draft: Draft, key: string): { step: PlanStep; state: StepState } | Refusal {
  const state = own(draft.state.steps, key);
  const step = state === undefined ? undefined : draft.prepared.step(state.step);
  if (state === undefined || step === undefined)
    return refuse('unknown-step', `The case has no step "${key}".`);
  if (isSettled(state.status)) return refuse('settled', `The step "${key}" is already ${state.status}.`);
  if (draft.state.status !== 'running') return refuse('case-over', `The case is ${draft.state.status}.`);
  return { step, state: ownStep(draft, key) };
}

/** Is it the reason of a refusal? */
export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'message' in value;
}
