import { Table } from '../../base/index.js';
import { instantOf, msOf, offsetOf } from '../../time/index.js';
import { move, ownStep } from './draft.js';
import type { Draft } from './draft.js';
import { tell } from './messages.js';
import { isSettled } from './state.js';

/** Whoever does something to a draft keeps it from expiring. */
export function extendDraft({ state, at }: Draft): void {
  const { draft } = state;
  if (state.status !== 'draft' || draft?.keepMs === undefined) return;
  state.draft = { ...draft, expiresAt: instantOf(msOf(at) + draft.keepMs, offsetOf(at)) };
}

/** A draft that was not handed in in time: it is told, and nothing of what was known or answered stays in the state. */
export function expire(draft: Draft): void {
  const { state } = draft;
  for (const key of draft.steps.keys()) {
    if (!isSettled(draft.steps.get(key)!.status))
      move(draft, ownStep(draft, key), 'cancelled', tell('because.expired'));
  }
  state.status = 'expired';
  state.endedAt = draft.at;
  state.data = {};
  draft.sources = Table.of([]);
  delete state.draft;
  delete state.unmet;
  delete state.consents;
  delete state.disputes;
}
