import { isObject, omitUndefined, perChunk, unreachable } from '../../base/index.js';
import type { Chunk, JsonObject, JsonSchema, Table } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { Plan, PlanStep } from '../../model/index.js';
import {
  applyCancelled,
  applyDelivered,
  applyFilled,
  applySupplemented,
  applyWithdrawn,
} from './apply-applicant.js';
import { ofCase } from './arguments.js';
import { applyAccepted, applyAnswered, applyAttempted, applyFailed, applyRetried } from './apply-attempt.js';
import { applyOpened, applySaved, applySubmitted } from './apply-draft.js';
import { applyStarted } from './apply-start.js';
import { applyPaused, applyReached, applyResumed, passLimits } from './apply-time.js';
import { applyUndoing, applyUndone, nextToUndo } from './apply-undo.js';
import { stateOf, stepFinder, tablesOf } from './case-tables.js';
import { disputesOf } from './disputes.js';
import type { StepDispute } from './disputes.js';
import { applyConsented, consentKeyOf } from './consent.js';
import { draftOf, itemOf } from './draft.js';
import type { Draft } from './draft.js';
import type { CaseEvent, Refusal } from './event.js';
import { fileContentIn, saidIn } from './file-content.js';
import { handlingOf } from './handling.js';
import type { Handling } from './handling.js';
import { isInstant } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { isBoundedJson } from './limits.js';
import { tell } from './messages.js';
import { prepare } from './prepared-plan.js';
import type { PreparedPlan } from './prepared-plan.js';
import { refuse } from './refuse.js';
import { settle } from './settle.js';
import { isWellFormed } from './well-formed.js';
import { stateFormat } from './state.js';
import type { CaseState, Need, StepState, StepStatus } from './state.js';
import { nextWake } from './wake.js';
import { wantedOf } from './wanted.js';

/** What a runner ought to be doing for a case now. */
export type Command =
  /** Hand a step over. `begun`: the attempt is in the log already; it is to be made again after a crash. */
  | {
      type: 'execute';
      step: string;
      kind: Exclude<PlanStep['kind'], 'ask'>;
      round: number;
      attempt: number;
      begun: boolean;
      /** Unique within the case; the same for every attempt of a round. */
      key: string;
      input: JsonObject;
      /** Of a look-up: what this case can take, by the names that the registry gives. */
      wanted?: string[];
      /** What the applicant says is wrong of what the step is given. */
      disputes?: StepDispute[];
      /** Who collects, accepts, decides and issues, where the plan names places. */
      handling?: Handling;
    }
  /** Have the applicant fill in a later form. */
  | { type: 'ask'; step: string; form: JsonSchema }
  /** Have somebody consent to a look-up: a role, or an item of one. */
  | { type: 'consent'; step: string; of: string }
  /** Have the applicant supply something. */
  | { type: 'supply'; step: string; round: number; returned: number; needs: Need[] }
  /** Undo a step that was approved or handed over. */
  | { type: 'undo'; step: string; attempt: number; begun: boolean; key: string }
  /** Look at the clock no later than then. */
  | { type: 'wake'; at: Instant };

/** What an event came to. */
export interface Verdict {
  state: CaseState;
  /** Why the event changed nothing. */
  refusal?: Refusal;
  /** Places of what nobody asked: it does not count. */
  notTaken?: string[];
}

/**
 * The state of a case after an event. Pure; the given state is not changed. An event that is refused, or that comes
 * a second time, gives the same state.
 * @param plan must not change between calls: it is prepared once
 */
export function evolve(plan: Plan, state: CaseState, event: CaseEvent): CaseState {
  return consider(plan, state, event).state;
}

/** As {@link evolve}, with the reason where the event is refused. */
export function consider(plan: Plan, state: CaseState, event: CaseEvent): Verdict {
  assertArguments('consider', ofCase, { plan, state });
  const malformed = lookAt(plan, state, event);
  if (malformed !== undefined) return { state, refusal: malformed };
  const draft = draftOf(prepare(plan), state, event.at);
  passLimits(draft);
  const refusal = apply(draft, event);
  if (refusal !== undefined) return { state, refusal };
  settle(draft);
  const { state: rest, steps, sources, groups } = draft;
  const after = stateOf({ rest, steps, sources, groups });
  return { state: after, ...omitUndefined({ notTaken: draft.notTaken }) };
}

/**
 * What ought to be going on now. Pure: the same for the same state.
 * @param of only about these steps of the case; about all of them, where it is left out
 */
export function decide(plan: Plan, state: CaseState, of?: Iterable<string>): Command[] {
  assertArguments('decide', ofCase, { plan, state });
  const { rest, steps } = tablesOf(state);
  const commands: Command[] = [];
  if (isAtWork(rest)) {
    const prepared = prepare(plan);
    for (const [key, step] of of === undefined ? findCommanding(steps, steps) : entriesAt(steps, of)) {
      const command = commandFor(prepared, key, step, state);
      if (command !== undefined) commands.push(command);
    }
  }
  const undo = undoFor(state);
  if (undo !== undefined) commands.push(undo);
  const at = nextWake(state);
  if (at !== undefined) commands.push({ type: 'wake', at });
  return commands;
}

/** Are steps of the case done? Before it runs, only look-ups are. */
function isAtWork({ status }: Pick<CaseState, 'status'>): boolean {
  return status === 'running' || status === 'starting' || status === 'draft';
}

/** Is there anything that a handler has to do now? */
export function isActive(state: CaseState): boolean {
  const { rest, steps } = tablesOf(state);
  return isAtWork(rest) ? steps.chunks.some(hasInHand) : undoFor(state) !== undefined;
}

/** The step of the case that a command with this key is about. */
export function stepOfCommand(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

const findCommanding = stepFinder(
  ({ status }) => status === 'asking' || status === 'consenting' || status === 'returned' || isInHand(status),
);
const hasInHand = perChunk((chunk: Chunk<StepState>) => chunk.some(({ status }) => isInHand(status)));

function isInHand(status: StepStatus): boolean {
  return status === 'ready' || status === 'executing';
}

function entriesAt(steps: Table<StepState>, keys: Iterable<string>): [string, StepState][] {
  return [...new Set(keys)].flatMap((key): [string, StepState][] => {
    const step = steps.get(key);
    return step === undefined ? [] : [[key, step]];
  });
}

function undoFor(state: CaseState): Command | undefined {
  if (state.status !== 'undoing') return undefined;
  const { steps } = tablesOf(state);
  const next = nextToUndo(steps, steps);
  const compensation = next?.[1].compensation;
  if (next === undefined || compensation === undefined || compensation.status === 'retrying')
    return undefined;
  const begun = compensation.status === 'executing';
  const attempt = begun ? compensation.attempt : compensation.attempt + 1;
  return { type: 'undo', step: next[0], attempt, begun, key: `${next[0]}#undo` };
}

function commandFor(
  prepared: PreparedPlan,
  key: string,
  step: StepState,
  state: CaseState,
): Command | undefined {
  const planStep = prepared.step(step.step);
  if (planStep === undefined) return undefined;
  if (step.status === 'asking') return { type: 'ask', step: key, form: planStep.form ?? true };
  if (step.status === 'consenting') return { type: 'consent', step: key, of: consentKeyOf(planStep, step)! };
  if (step.status === 'returned') {
    const needs = (step.needs ?? []).filter((need) => !need.given);
    return { type: 'supply', step: key, round: step.round, returned: step.returns ?? 0, needs };
  }
  if (!isInHand(step.status)) return undefined;
  if (planStep.kind !== 'block' || planStep.places !== undefined || state.disputes !== undefined) {
    const item = itemOf(planStep, step);
    const handling = handlingOf(prepared, planStep, state.data, item);
    const wanted = wantedOf(planStep, state.data, item);
    const disputes = disputesOf(state, planStep, step);
    return { ...executeOf(planStep, key, step), ...omitUndefined({ handling, wanted, disputes }) };
  }
  // What else a matter is handed rests on the step alone, which never changes.
  let command = executions.get(step);
  if (command === undefined) {
    command = executeOf(planStep, key, step);
    executions.set(step, command);
  }
  return command;
}

type Execute = Extract<Command, { type: 'execute' }>;

const executions = new WeakMap<StepState, Execute>();

function executeOf(planStep: PlanStep, key: string, step: StepState): Execute {
  const begun = step.status === 'executing';
  return {
    type: 'execute',
    step: key,
    kind: planStep.kind === 'ask' ? 'block' : planStep.kind,
    round: step.round,
    attempt: begun ? step.attempt : step.attempt + 1,
    begun,
    key: `${key}#${step.round}`,
    input: step.input ?? {},
  };
}

function lookAt(plan: Plan, state: CaseState, event: CaseEvent): Refusal | undefined {
  if (!isObject(event) || !isInstant(event.at)) return refuse(tell('malformed:moment'));
  if (!isBoundedJson(event)) return refuse(tell('too-large'));
  if (!isWellFormed(event)) return refuse(tell('malformed'));
  const said = saidIn(event);
  const place = said === undefined ? undefined : fileContentIn(said);
  if (place !== undefined) return refuse(tell('answers-refused:file', { place }));
  const found: number = state.formatVersion;
  if (found !== stateFormat) return refuse(tell('malformed:format', { found, known: stateFormat }));
  if (state.plan !== plan.hash) return refuse(tell('malformed:plan'));
  if (state.status === 'new' && event.type !== 'started' && event.type !== 'opened') {
    return refuse(tell('not-started'));
  }
  return undefined;
}

function apply(draft: Draft, event: CaseEvent): Refusal | undefined {
  switch (event.type) {
    case 'started':
      return applyStarted(draft, event);
    case 'opened':
      return applyOpened(draft, event);
    case 'saved':
      return applySaved(draft, event);
    case 'consented':
      return applyConsented(draft, event);
    case 'submitted':
      return applySubmitted(draft, event);
    case 'attempted':
      return applyAttempted(draft, event);
    case 'failed':
      return applyFailed(draft, event);
    case 'accepted':
      return applyAccepted(draft, event);
    case 'answered':
      return applyAnswered(draft, event);
    case 'filled':
      return applyFilled(draft, event);
    case 'supplemented':
      return applySupplemented(draft, event);
    case 'delivered':
      return applyDelivered(draft, event);
    case 'paused':
      return applyPaused(draft, event);
    case 'resumed':
      return applyResumed(draft, event);
    case 'withdrawn':
      return applyWithdrawn(draft, event);
    case 'retried':
      return applyRetried(draft, event);
    case 'cancelled':
      return applyCancelled(draft, event);
    case 'undoing':
      return applyUndoing(draft, event);
    case 'undone':
      return applyUndone(draft, event);
    case 'reached':
      return applyReached(draft, event);
    default:
      return unreachable(event);
  }
}
