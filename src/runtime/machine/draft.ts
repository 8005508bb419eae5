import { cloneJson, resolvePointer } from '../../base/index.js';
import type { JsonValue, Table } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import { itemName, keyOfItem } from '../../model/index.js';
import type { PlanStep, Predicate } from '../../model/index.js';
import { roleOfEach } from '../../plan/index.js';
import type { Item, Judgement } from '../../plan/index.js';
import { evaluate, factsOf, fieldsOf } from '../../predicate/index.js';
import type { Instant } from '../../time/index.js';
import type { PreparedPlan } from './prepared-plan.js';
import { isSettled } from './state.js';
import { stepFinder, tablesOf } from './case-tables.js';
import type { CaseTables, RestOfState, StepGroup } from './case-tables.js';
import type { CaseState, PlaceSource, StepState, StepStatus } from './state.js';

/**
 * A state under construction, with the plan at hand. It shares with the state before whatever the event leaves as it is:
 * a step is changed after `ownStep` only, and its status by `move`; data by `put` only; lists and nested objects are
 * replaced.
 */
export interface Draft {
  prepared: PreparedPlan;
  /** What the state holds besides its steps and its sources. */
  state: RestOfState;
  steps: Table<StepState>;
  sources: Table<PlaceSource>;
  /** The steps of the case by step of the plan. */
  groups: Table<StepGroup>;
  /** The state before: none of it changes any more. */
  before: CaseTables;
  at: Instant;
  /** Nothing is under way any more: what is open now stays open. */
  closing?: boolean;
  /** Steps of the case that have moved, and places that were filled, since conclusions were drawn last. */
  moved: Set<StepState>;
  filled: string[];
  /** What is the draft's own and no longer shared: steps, by key; and containers of data. */
  ownSteps: Set<string>;
  ownData: Set<unknown>;
  /** Places of what the event says and nobody asked. */
  notTaken?: string[];
}

/** A draft of what comes after a state. */
export function draftOf(prepared: PreparedPlan, state: CaseState, at: Instant): Draft {
  const before = tablesOf(state);
  const { rest, steps, sources, groups } = before;
  return {
    prepared,
    state: { ...rest },
    steps,
    sources,
    groups,
    before,
    at,
    moved: new Set(),
    filled: [],
    ownSteps: new Set(),
    ownData: new Set(),
  };
}

/** A step of the case that the event may change. */
export function ownStep(draft: Draft, key: string): StepState {
  const step = draft.steps.get(key)!;
  if (draft.ownSteps.has(key)) return step;
  draft.ownSteps.add(key);
  // What a step is given is replaced, and never changed.
  const copy = Object.entries(step).map(([name, value]): [string, unknown] => [
    name,
    name === 'input' ? value : cloneJson(value as JsonValue),
  ]);
  const mine = Object.fromEntries(copy) as unknown as StepState;
  draft.steps = draft.steps.with(key, mine);
  return mine;
}

/** The item that a step of a case is about. */
export function itemOf(step: PlanStep, state: StepState): Item | undefined {
  const role = roleOfEach(step);
  return role === undefined || state.index === undefined ? undefined : { role, index: state.index };
}

/** The keys of the steps of the case that belong to a step of the plan. */
export function keysOf(draft: Draft, id: string): readonly string[] {
  return draft.groups.get(id)?.keys ?? [];
}

/** How many steps of the case that belong to a step of the plan are not settled. */
export function openOf(draft: Draft, id: string): number {
  return draft.groups.get(id)?.open ?? 0;
}

/** The steps of the case that a step waits for: of a step with the same `each`, only the one of the same item. */
export function counterparts(
  draft: Draft,
  other: string,
  step: PlanStep,
  item: string | undefined,
): StepState[] {
  if (item !== undefined && draft.prepared.step(other)?.each === step.each) {
    const same = draft.steps.get(stepKey(other, item));
    if (same?.step === other && same.item === item) return [same];
  }
  return keysOf(draft, other).map((key) => draft.steps.get(key)!);
}

/** Evaluates a condition in the light of the data, and says whether waiting can help where it is open. */
export function judge(
  draft: Draft,
  predicate: Predicate | undefined,
  item?: Item,
  of?: StepState,
): Judgement {
  if (predicate === undefined || predicate === true) return 'yes';
  const truth = evaluate(predicate, factsOf(draft.state.data, item));
  if (truth !== undefined) return truth ? 'yes' : 'no';
  for (const field of fieldsOf(predicate)) if (canStillCome(draft, field, of)) return 'wait';
  return 'never';
}

/**
 * May a field or material that is not there yet still be supplied? By a step that yields it, or by the applicant, whom
 * a step that needs it would have to ask.
 * @param self the step that wants to know; it does not wait for itself
 */
export function canStillCome(draft: Draft, of: string, self?: StepState): boolean {
  if (draft.closing === true) return false;
  const isOpen = (id: string): boolean => {
    const mine = self?.step === id && !isSettled(self.status) ? 1 : 0;
    return openOf(draft, id) > mine;
  };
  if (draft.prepared.suppliersOf(of).some(isOpen) || draft.prepared.takersOf(of).some(isOpen)) return true;
  return returnedSteps(draft).some(
    ([, { needs }]) => needs?.some((need) => need.of === of && !need.given) === true,
  );
}

const findReturned = stepFinder(({ status }) => status === 'returned');

/** The steps of the case that have been returned. */
export function returnedSteps(draft: Draft): [string, StepState][] {
  return findReturned(draft.steps, draft.before.steps);
}

/** Moves a step to a status. */
export function move(draft: Draft, state: StepState, status: StepStatus, because?: Message): void {
  draft.moved.add(state);
  const { open, waiting, ...group } = draft.groups.get(state.step)!;
  draft.groups = draft.groups.with(state.step, {
    ...group,
    open: open - countIf(!isSettled(state.status)) + countIf(!isSettled(status)),
    waiting: waiting - countIf(state.status === 'waiting') + countIf(status === 'waiting'),
  });
  state.status = status;
  state.since = draft.at;
  delete state.retryAt;
  if (because === undefined) delete state.because;
  else state.because = because;
  if (status === 'returned') state.returns = (state.returns ?? 0) + 1;
  else {
    delete state.needs;
    delete state.returnedBy;
  }
  if (isSettled(status)) {
    delete state.input;
    if (state.clock !== undefined) {
      const { due: _due, near: _near, paused: _paused, ...rest } = state.clock;
      state.clock = rest;
    }
  }
}

function countIf(condition: boolean): number {
  return condition ? 1 : 0;
}

/** The items of a repeated role with their keys, or `undefined` where it is not known how many there are. */
export function itemKeys(draft: Draft, at: string): string[] | undefined {
  const items = resolvePointer(draft.state.data, at);
  if (!Array.isArray(items)) return undefined;
  return items.map((item: unknown, index) => keyOfItem(item as JsonValue, index));
}

/** The key of a step of a case. */
export function stepKey(id: string, item: string | undefined): string {
  return itemName(id, item);
}
