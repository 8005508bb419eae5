import { isObject } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import type { PlanStep } from '../../model/index.js';
import { ownStep } from './draft.js';
import type { Draft } from './draft.js';
import type { Refusal, RefusalCode } from './event.js';
import { tell } from './messages.js';
import { isSettled } from './state.js';
import type { CaseStatus, StepState } from './state.js';

/** How many issues a refusal names one by one. */
const mostIssues = 20;

/** Builds a refusal. */
export function refuse(why: Message<RefusalCode>, issues?: Refusal['issues']): Refusal {
  if (issues === undefined) return why;
  const more = issues.length - mostIssues;
  return { ...why, issues: issues.slice(0, mostIssues), ...(more > 0 ? { moreIssues: more } : {}) };
}

/** Said where the case is not at a point at which this can happen. */
export function caseOver(status: CaseStatus): Refusal {
  return refuse(tell('case-over', { status: tell(`status.${status}`) }));
}

/** Said of a case that is to be forgotten while something is still to come of it. */
export const caseOpen: Refusal = refuse(tell('case-open'));

/** Said of a case that was never started. */
export const unknownCase: Refusal = refuse(tell('unknown-case'));

/** Said of a case whose id another one has. */
export const idTaken: Refusal = refuse(tell('id-taken'));

/** Said of a token that was made up, or issued elsewhere. */
export const unknownToken: Refusal = refuse(tell('unknown-token'));

/** The step that an event speaks of, still under way in a running case; else why the event is refused. */
export function openStep(draft: Draft, key: string): { step: PlanStep; state: StepState } | Refusal {
  const state = draft.steps.get(key);
  const step = state === undefined ? undefined : draft.prepared.step(state.step);
  if (state === undefined || step === undefined) return refuse(tell('unknown-step', { step: key }));
  if (isSettled(state.status)) {
    return refuse(tell('settled', { step: key, status: tell(`status.${state.status}`) }));
  }
  const { status } = draft.state;
  const isBefore = status === 'starting' || status === 'draft';
  const isOpen = status === 'running' || (isBefore && step.kind === 'registry');
  if (!isOpen) return caseOver(status);
  return { step, state: ownStep(draft, key) };
}

/** Is it the reason of a refusal? */
export function isRefusal(value: object): value is Refusal {
  return isObject(value) && 'code' in value && 'message' in value;
}
