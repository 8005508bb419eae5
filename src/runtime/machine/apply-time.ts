import { move } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { msOf } from './instant.js';
import type { Instant } from './instant.js';
import { isRefusal, openStep, refuse } from './refuse.js';
import { continueClock, stopClock } from './step-clock.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** The clock shows a time: what was due by then happens, however late the clock is looked at. */
export function applyReached(draft: Draft, event: EventOf<'reached'>): Refusal | undefined {
  const now = msOf(event.at);
  const isDue = (at: Instant | undefined): boolean => at !== undefined && msOf(at) <= now;
  for (const state of Object.values(draft.state.steps)) {
    if (state.status === 'retrying' && isDue(state.retryAt)) {
      // The round goes on where it was: the same input, the same key, the next attempt.
      move(draft, state, 'ready');
    }
    if (isDue(state.clock?.near)) state.clock!.warned = true;
    if (isDue(state.clock?.due)) state.clock!.breached = true;
    if (state.compensation?.status === 'retrying' && isDue(state.compensation.retryAt)) {
      state.compensation.status = 'due';
      delete state.compensation.retryAt;
    }
  }
  for (const item of draft.state.open) if (isDue(item.due)) item.overdue = true;
  return undefined;
}

/** The authority stops the clock: time for a hearing, an inspection or an appraisal is not counted. */
export function applyPaused(draft: Draft, event: EventOf<'paused'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { state } = found;
  if (state.status !== 'pending' || state.clock === undefined) {
    return refuse('stale', `The step "${event.step}" has no clock that runs.`);
  }
  if (state.clock.paused !== undefined && state.clock.pauses === event.pause) return undefined;
  if (state.clock.paused !== undefined || event.pause !== state.clock.pauses + 1) {
    return refuse('stale', 'The pause is not the next one.');
  }
  const clock = stopClock(draft.prepared.plan.calendar, state.clock, event.at);
  const paused = {
    since: event.at,
    ...(event.reason === undefined ? {} : { reason: event.reason.slice(0, 2_000) }),
  };
  state.clock = { ...clock, pauses: event.pause, paused };
  return undefined;
}

/** The clock goes on. */
export function applyResumed(draft: Draft, event: EventOf<'resumed'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { state } = found;
  if (state.clock?.paused === undefined || state.clock.pauses !== event.pause) {
    return refuse('stale', 'That pause is not the one under way.');
  }
  const { paused: _paused, ...clock } = state.clock;
  state.clock = continueClock(draft.prepared.plan.calendar, clock, event.at);
  return undefined;
}
