import { move, ownStep } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { tell } from './messages.js';
import { isRefusal, openStep, refuse } from './refuse.js';
import { expire } from './expire.js';
import { isOver } from './state.js';
import { dueSteps } from './wake.js';
import { continueClock, stopClock } from '../../time/index.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** The clock shows a time: what was due by then is tried again, however late the clock is looked at. */
export function applyReached(draft: Draft, event: EventOf<'reached'>): Refusal | undefined {
  const isDue = isDueAt(event.at);
  for (const [key, { status, retryAt, compensation }] of dueSteps(draft.before.steps, draft.at)) {
    // The round goes on where it was: the same input, the same key, the next attempt.
    if (status === 'retrying' && isDue(retryAt)) move(draft, ownStep(draft, key), 'ready');
    if (compensation?.status !== 'retrying' || !isDue(compensation.retryAt)) continue;
    const { retryAt: _over, ...rest } = compensation;
    ownStep(draft, key).compensation = { ...rest, status: 'due' };
  }
  return undefined;
}

/**
 * Marks every limit that has come near or passed by now. Each event tells the time: a limit that had passed before an
 * answer came has passed, whether or not anybody looked at the clock in between.
 */
export function passLimits(draft: Draft): void {
  const isDue = isDueAt(draft.at);
  const { open, status } = draft.state;
  for (const [key, { clock }] of dueSteps(draft.before.steps, draft.at)) {
    if (clock === undefined) continue;
    if (clock.warned !== true && isDue(clock.near)) ownStep(draft, key).clock!.warned = true;
    if (clock.breached !== true && isDue(clock.due)) ownStep(draft, key).clock!.breached = true;
  }
  if (status === 'draft' && isDue(draft.state.draft?.expiresAt)) expire(draft);
  if (isOver(draft.state.status) && status !== 'done') return;
  if (!open.some(({ due, overdue }) => overdue !== true && isDue(due))) return;
  draft.state.open = open.map((item) => (isDue(item.due) ? { ...item, overdue: true } : item));
}

function isDueAt(now: Instant): (at: Instant | undefined) => boolean {
  const nowMs = msOf(now);
  return (at) => at !== undefined && msOf(at) <= nowMs;
}

/** The authority stops the clock: time for a hearing, an inspection or an appraisal is not counted. */
export function applyPaused(draft: Draft, event: EventOf<'paused'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { state } = found;
  if (state.status !== 'pending' || state.clock === undefined) {
    return refuse(tell('stale:no-clock', { step: event.step }));
  }
  if (state.clock.paused !== undefined && state.clock.pauses === event.pause) return undefined;
  if (state.clock.paused !== undefined || event.pause !== state.clock.pauses + 1) {
    return refuse(tell('stale:not-next-pause'));
  }
  const { stops = [] } = state.clock;
  const name = nameOfPause(event);
  if (stops.includes(name)) {
    return refuse(tell('stale:pause-over'));
  }
  const clock = stopClock(draft.prepared.plan.calendar, state.clock, event.at);
  const paused = {
    since: event.at,
    ...(event.reason === undefined ? {} : { reason: event.reason.slice(0, 2_000) }),
  };
  state.clock = { ...clock, pauses: event.pause, stops: [...stops, name], paused };
  return undefined;
}

/** What a pause is known by: a call that is delivered again says the same. */
export function nameOfPause({
  id,
  reason,
}: {
  id?: string | undefined;
  reason?: string | undefined;
}): string {
  return (id ?? reason ?? '').slice(0, 2_000);
}

/** The clock goes on. */
export function applyResumed(draft: Draft, event: EventOf<'resumed'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { state } = found;
  if (state.clock?.paused === undefined || state.clock.pauses !== event.pause) {
    return refuse(tell('stale:other-pause'));
  }
  const { paused: _paused, ...clock } = state.clock;
  state.clock = continueClock(draft.prepared.plan.calendar, clock, event.at);
  return undefined;
}
