import { backoffMs, cloneJson, compareCodeUnits, isObject, valueAt } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { authorText } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { boundedReason, reasonInWords } from './because.js';
import { parseDuration } from '../../model/index.js';
import type { PlanCheck, PlanStep, Text } from '../../model/index.js';
import { factsOf } from '../../predicate/index.js';
import { counterparts, itemOf, judge, keysOf, move, ownStep, stepKey } from './draft.js';
import type { Draft } from './draft.js';
import type { Answer, CaseEvent, Refusal } from './event.js';
import { instantOf, msOf, offsetOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { callOff } from './apply-undo.js';
import { tell } from './messages.js';
import { deadlineIn, isEvery, pathOf, placesOf } from '../../plan/index.js';
import { isRefusal, openStep, refuse } from './refuse.js';
import { needsOf } from './step-input.js';
import { put, speakerOf } from './sources.js';
import { endOf, startClock, stopClock } from '../../time/index.js';
import type { RetryPolicy, StepState } from './state.js';
import { onlyWanted, wantedOf } from './wanted.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const stale = refuse(tell('stale:submission'));
/** An attempt that was given up, or counts as failed, may have come through all the same. */
const takenUp: ReadonlySet<string> = new Set(['executing', 'retrying', 'ready', 'stalled']);

/** An attempt at handing a step over begins. */
export function applyAttempted(draft: Draft, event: EventOf<'attempted'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { step, state } = found;
  if (state.status === 'executing' && state.round === event.round && state.attempt === event.attempt) {
    return undefined;
  }
  if (state.status !== 'ready' || state.round !== event.round || event.attempt !== state.attempt + 1) {
    return stale;
  }
  state.attempt = event.attempt;
  move(draft, state, 'executing');
  if (state.submittedAt === undefined) {
    state.submittedAt = event.at;
    draft.state.submissions += 1;
    state.submission = draft.state.submissions;
    dateOpenItems(draft, step, state);
  }
  return undefined;
}

/** From the submission on, a deferred material has a day by which it is due. */
function dateOpenItems(draft: Draft, step: PlanStep, state: StepState): void {
  const key = stepKey(state.step, state.item);
  if (!draft.state.open.some((open) => open.step === key)) return;
  draft.state.open = draft.state.open.map((open) => {
    const within = open.step === key ? step.in[open.input]?.deferral?.within : undefined;
    if (within === undefined) return open;
    return { ...open, due: endOf(draft.prepared.plan.calendar, state.submittedAt!, parseDuration(within)) };
  });
}

/** An attempt failed: another one follows with growing patience, until the policy says that it is enough. */
export function applyFailed(draft: Draft, event: EventOf<'failed'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { step, state } = found;
  if (state.status !== 'executing' || state.round !== event.round || state.attempt !== event.attempt) {
    return stale;
  }
  const because = boundedReason(event.error);
  const { retry } = draft.state;
  if (event.final !== true && state.attempt < mostAttempts(step, retry)) {
    move(draft, state, 'retrying', because);
    state.retryAt = instantOf(msOf(event.at) + backoffMs(retry, state.attempt), offsetOf(event.at));
  } else giveUp(draft, step, state, because);
  return undefined;
}

/** What is computed comes out the same each time: a derivation that fails is not tried again by itself. */
function mostAttempts({ kind, local }: PlanStep, retry: RetryPolicy): number {
  if (local !== undefined) return 1;
  return kind === 'registry' ? retry.registryAttempts : retry.attempts;
}

/** The applicant is asked instead of a registry. Where nobody can be asked instead, the operator decides. */
function giveUp(draft: Draft, step: PlanStep, state: StepState, because: Message | undefined): void {
  const isLookUp = step.kind === 'registry' && step.local === undefined;
  const isAsked = isLookUp && !draft.prepared.isIrreplaceable(step.id);
  move(draft, state, isAsked ? 'unavailable' : 'stalled', because);
}

/** The operator has a stalled step tried again. */
export function applyRetried(draft: Draft, event: EventOf<'retried'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { state } = found;
  if (state.status !== 'stalled' || state.round !== event.round || state.attempt !== event.attempt)
    return stale;
  // A step that stalled before it was ever given anything is looked at anew.
  move(draft, state, state.input === undefined ? 'waiting' : 'ready');
  return undefined;
}

/** The authority has received the step: from now on its limit counts. */
export function applyAccepted(draft: Draft, event: EventOf<'accepted'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { step, state } = found;
  if (state.round !== event.round) return stale;
  if (state.status === 'pending') return undefined;
  const handedOver = state.attempt > 0 && takenUp.has(state.status);
  if (!handedOver) return stale;
  move(draft, state, 'pending');
  startOrContinue(draft, step, state);
  return undefined;
}

function startOrContinue(draft: Draft, step: PlanStep, state: StepState): void {
  const { calendar } = draft.prepared.plan;
  if (state.clock !== undefined) return;
  const item = itemOf(step, state);
  const deadline = deadlineIn(step, factsOf(draft.state.data, item));
  const limit = deadline?.promised ?? deadline?.statutory;
  if (limit === undefined) return;
  const accepted = (deadline?.since ?? []).flatMap((id) =>
    counterparts(draft, id, step, state.item).flatMap(beginOf),
  );
  const from = accepted[0] ?? draft.at;
  const pauses = (step.pauses ?? [])
    .filter((pause) => judge(draft, pause.when, item) === 'yes')
    .map((pause) => parseDuration(pause.time));
  state.clock = { ...startClock(calendar, from, parseDuration(limit), pauses), pauses: 0 };
}

/** When a place took over what it has passed on since. */
function beginOf({ status, clock, submittedAt }: StepState): Instant[] {
  const from = status === 'approved' ? (clock?.from ?? submittedAt) : undefined;
  return from === undefined ? [] : [from];
}

/** The authority, the registry or the derivation has answered. */
export function applyAnswered(draft: Draft, event: EventOf<'answered'>): Refusal | undefined {
  const found = openStep(draft, event.step);
  if (isRefusal(found)) return found;
  const { step, state } = found;
  const handedOver = state.attempt > 0 && state.status !== 'returned' && state.status !== 'waiting';
  if (!handedOver || state.round !== event.round) return stale;
  const { answer } = event;
  switch (answer.status) {
    case 'approved':
      return approve(draft, step, state, answer);
    case 'rejected':
      if (step.kind === 'registry') giveUp(draft, step, state, reasonOf(answer));
      else move(draft, state, 'rejected', step.check === undefined ? reasonOf(answer) : untrue(step.check));
      if (state.status === 'rejected' && step.onReject === 'stop-all')
        callOff(draft, 'rejection', tell('because.step', { step: step.id }));
      return undefined;
    case 'withdrawn':
      if (step.kind === 'registry') giveUp(draft, step, state, reasonOf(answer));
      else move(draft, state, 'withdrawn', reasonOf(answer));
      return undefined;
    case 'returned':
      return giveBack(draft, step, state, answer);
  }
}

function reasonOf({ reason }: { reason?: Text }): Message | undefined {
  return reason === undefined ? undefined : reasonInWords(reason);
}

/** What a step answers enters the data of the case where the plan says, and nothing else does. */
function approve(
  draft: Draft,
  step: PlanStep,
  state: StepState,
  answer: Extract<Answer, { status: 'approved' }>,
): Refusal | undefined {
  const output = keepWanted(draft, step, state, answer);
  if (!isObject(output)) return refuse(tell('output-refused:no-object', { step: step.id }));
  const issues = draft.prepared.issues(step.output, output);
  if (issues.length > 0) return refuse(tell('output-refused', { step: step.id }), issues);
  const item = itemOf(step, state);
  const speaker = speakerOf(step);
  for (const [name, binding] of Object.entries(step.out)) {
    if (judge(draft, binding.when, item) === 'no') continue;
    const every = isEvery(binding.at, item);
    placesOf(binding.at, draft.state.data, item)?.forEach((place, index) => {
      const value = valueAt(output, pathOf(step.kind, name, every ? index : undefined));
      if (value === undefined || value === null) return;
      put(draft, place, cloneJson(value), speaker);
    });
  }
  handToChecks(draft, state);
  move(draft, state, 'approved', ...(step.kind === 'check' ? [tell('because.held')] : []));
  return undefined;
}

/** Whoever checks a commitment later is given what the matter was given. */
function handToChecks(draft: Draft, { step, item, input }: StepState): void {
  if (input === undefined) return;
  for (const id of draft.prepared.checksOf(step)) {
    for (const key of keysOf(draft, id)) {
      if (draft.steps.get(key)!.item === item) ownStep(draft, key).input = input;
    }
  }
}

/** What follows, in the words of the author; those of the authority stand in the log. */
function untrue({ consequence }: PlanCheck): Message {
  return tell('because.untrue', { consequence: authorText(consequence) });
}

/** Of what a look-up answers, what this case can take in this situation; the rest is noted and not kept. */
function keepWanted(
  draft: Draft,
  step: PlanStep,
  state: StepState,
  { output, dropped = [] }: Extract<Answer, { status: 'approved' }>,
): JsonObject {
  const wanted = wantedOf(step, draft.state.data, itemOf(step, state));
  if (wanted === undefined || !isObject(output)) return output;
  const [kept, rest] = onlyWanted(output, wanted);
  const names = [...new Set([...dropped, ...rest])].sort(compareCodeUnits);
  if (names.length > 0) state.dropped = names;
  return kept;
}

/** The authority returns the step: its clock stops until the applicant has supplied what it names. */
function giveBack(
  draft: Draft,
  step: PlanStep,
  state: StepState,
  answer: Extract<Answer, { status: 'returned' }>,
): Refusal | undefined {
  // What signing in, a registry or another step says is not the applicant's to give anew.
  const isGivable = (name: string) => needsOf(draft, step, state, [name]).length > 0;
  if (answer.needs.length === 0 || !answer.needs.every(isGivable)) {
    return refuse(tell('unknown-input', { step: step.id }));
  }
  move(draft, state, 'returned', reasonOf(answer));
  state.returnedBy = 'authority';
  state.needs = needsOf(draft, step, state, answer.needs);
  delete state.input;
  if (state.clock !== undefined) {
    const { paused: _paused, ...clock } = stopClock(draft.prepared.plan.calendar, state.clock, draft.at);
    state.clock = clock;
  }
  return undefined;
}
