import type { PlanStep } from '../../model/index.js';
import { createSheet } from '../../plan/index.js';
import { dateIn } from '../../time/index.js';
import { confirm, keepFor, reopen } from './apply-draft.js';
import { expand } from './case-steps.js';
import { itemOf, judge, keysOf, move, ownStep } from './draft.js';
import type { Draft } from './draft.js';
import { isOpenIn, isUnderWay, unmetIn } from './eligibility.js';
import { awaitConsent, hand } from './hand-over.js';
import { tell } from './messages.js';
import { inputIssues, readInput } from './step-input.js';
import { isSettled } from './state.js';
import type { StepState } from './state.js';

/**
 * Makes the look-ups that tell whether the applicant may apply, and nothing else. Once they have told, or cannot, the case
 * runs or is refused.
 */
export function settleStart(draft: Draft): void {
  const { prepared } = draft;
  const { submitted } = draft.state.draft ?? {};
  if (submitted !== undefined) {
    beginLookUps(draft, ({ kind }) => kind === 'registry');
    if (submitted.again.some((key) => isUnderWay.has(draft.steps.get(key)!.status))) return;
    confirm(draft);
    if (draft.state.status !== 'starting') return settleDraft(draft);
  }
  beginLookUps(draft, ({ id }) => prepared.deciding.has(id));
  const { state } = draft;
  const unmet = unmetIn(prepared.plan, state);
  if (unmet.length > 0 && state.draft !== undefined) {
    reopen(draft);
    keepFor(draft, { unmet });
    return settleDraft(draft);
  }
  if (unmet.length > 0) {
    state.status = 'refused';
    state.endedAt = draft.at;
    state.unmet = unmet;
    for (const [key, { status }] of [...draft.steps.entries()])
      if (!isSettled(status)) move(draft, ownStep(draft, key), 'cancelled', tell('because.called-off'));
    return;
  }
  const isLooking = [...prepared.deciding]
    .flatMap((id) => keysOf(draft, id))
    .some((key) => isUnderWay.has(draft.steps.get(key)!.status));
  if (!isLooking || !isOpenIn(prepared.plan, state)) state.status = 'running';
}

/** Makes the look-ups that rest on nothing but what is known, and tells who may not apply. */
export function settleDraft(draft: Draft): void {
  if (draft.state.status !== 'draft') return;
  beginLookUps(draft, ({ kind }) => kind === 'registry');
  const { prepared, state } = draft;
  const { plan } = prepared;
  delete state.unmet;
  if (plan.eligibility === undefined) return;
  const said = { known: state.data, answers: state.draft!.answers };
  const { judged } = createSheet(plan, said, { today: dateIn(plan.calendar, draft.at) });
  const unmet = unmetIn(plan, { data: judged });
  if (unmet.length > 0) state.unmet = unmet;
}

/** Begins look-ups until none of them has all it needs. */
function beginLookUps(draft: Draft, isMeant: (step: PlanStep) => boolean): void {
  const look = (): boolean =>
    draft.prepared.plan.steps
      .filter(isMeant)
      .map((step) => {
        expand(draft, step);
        const waiting = keysOf(draft, step.id).filter((key) => draft.steps.get(key)!.status === 'waiting');
        return waiting.map((key) => beginLookUp(draft, step, ownStep(draft, key))).includes(true);
      })
      .includes(true);
  while (look());
}

/** Begins a look-up that has all it needs; without consent, it waits or is not made. */
function beginLookUp(draft: Draft, step: PlanStep, state: StepState): boolean {
  if (judge(draft, step.when, itemOf(step, state), state) !== 'yes') return false;
  if (step.each !== undefined && state.index === undefined) return false;
  const reading = readInput(draft, step, state);
  if (reading.kind !== 'ready' || inputIssues(draft, step, reading).length > 0) return false;
  if (!awaitConsent(draft, step, state)) hand(draft, step, state, reading);
  return true;
}
