import { backoffMs } from '../../base/index.js';
import type { Table } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import { boundedReason } from './because.js';
import { stepFinder } from './case-tables.js';
import { move, ownStep } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { instantOf, msOf, offsetOf } from '../../time/index.js';
import { tell } from './messages.js';
import { refuse } from './refuse.js';
import { isSettled } from './state.js';
import type { Compensation, StepState } from './state.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const stale = refuse(tell('stale:undo'));

/**
 * Ends a case before its time. What is under way is given up; what was approved or handed over is undone, in reverse
 * order of submission, where the plan declares that it can be.
 */
export function callOff(
  draft: Draft,
  by: 'applicant' | 'rejection' | 'eligibility',
  because?: Message,
): void {
  const { state, prepared } = draft;
  state.status = 'undoing';
  state.calledOff = because === undefined ? { by } : { by, because };
  for (const key of draft.steps.keys()) {
    const step = ownStep(draft, key);
    const open = !isSettled(step.status);
    const handedOver = step.submission !== undefined && (open || step.status === 'approved');
    if (handedOver && prepared.step(step.step)?.compensation === true) {
      step.compensation = { status: 'due', attempt: 0 };
    }
    if (open) move(draft, step, by === 'applicant' ? 'cancelled' : 'stopped', tell('because.called-off'));
  }
  endIfUndone(draft);
}

const findToUndo = stepFinder(({ compensation }) => {
  const status = compensation?.status;
  return status === 'due' || status === 'executing' || status === 'retrying';
});

/**
 * The step that is to be undone next: one at a time, the last submitted first.
 * @param final the steps that no longer change
 */
export function nextToUndo(
  steps: Table<StepState>,
  final: Table<StepState>,
): [string, StepState] | undefined {
  let next: [string, StepState] | undefined;
  for (const found of findToUndo(steps, final)) {
    if (next === undefined || (found[1].submission ?? 0) > (next[1].submission ?? 0)) next = found;
  }
  return next;
}

function nextIn({ steps, before }: Draft): string | undefined {
  return nextToUndo(steps, before.steps)?.[0];
}

/** An attempt to undo a step begins. */
export function applyUndoing(draft: Draft, event: EventOf<'undoing'>): Refusal | undefined {
  const compensation = ownCompensation(draft, event.step);
  if (compensation?.status === 'executing' && compensation.attempt === event.attempt) return undefined;
  const isNext = nextIn(draft) === event.step;
  if (!isNext || compensation?.status !== 'due' || event.attempt !== compensation.attempt + 1) return stale;
  compensation.status = 'executing';
  compensation.attempt = event.attempt;
  return undefined;
}

/** An attempt to undo a step is over. After the last one that fails, the operator finds it in the case. */
export function applyUndone(draft: Draft, event: EventOf<'undone'>): Refusal | undefined {
  const compensation = ownCompensation(draft, event.step);
  if (compensation?.status !== 'executing' || compensation.attempt !== event.attempt) return stale;
  const { retry } = draft.state;
  if (event.error === undefined) {
    compensation.status = 'done';
    delete compensation.because;
  } else {
    compensation.because = boundedReason(event.error);
    if (event.attempt >= retry.attempts) compensation.status = 'failed';
    else {
      compensation.status = 'retrying';
      compensation.retryAt = instantOf(msOf(event.at) + backoffMs(retry, event.attempt), offsetOf(event.at));
    }
  }
  endIfUndone(draft);
  return undefined;
}

function ownCompensation(draft: Draft, key: string): Compensation | undefined {
  return draft.steps.get(key) === undefined ? undefined : ownStep(draft, key).compensation;
}

function endIfUndone(draft: Draft): void {
  if (nextIn(draft) !== undefined) return;
  draft.state.status = draft.state.calledOff?.by === 'applicant' ? 'cancelled' : 'stopped';
  draft.state.endedAt = draft.at;
}
