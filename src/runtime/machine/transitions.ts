import { omitUndefined } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { stateArgument, tablesOf } from './case-tables.js';
import type { CaseState, CaseStatus, Need, OpenItem, StepState, StepStatus } from './state.js';

/** The step of the case that something happened to; `index`: the position of its item. */
interface OfStep {
  /** The step key. */
  step: string;
  index?: number;
}

/** Something that changed in a case: what a log tells, and what a host reacts to. Holds no data of the applicant. */
export type Transition =
  | { type: 'case'; from: CaseStatus; to: CaseStatus }
  | ({ type: 'step'; from: StepStatus | undefined; to: StepStatus; because?: Message } & OfStep)
  | ({ type: 'paused' | 'resumed' } & OfStep)
  /** Something that a returned step needs was supplied; the step may need more. */
  | ({ type: 'supplied'; of: string } & OfStep)
  | ({ type: 'deadline-near' | 'deadline-passed'; due?: string } & OfStep)
  | ({ type: 'material-owed' | 'material-overdue' | 'material-given'; of: string; due?: string } & OfStep)
  | ({ type: 'undo'; to: 'due' | 'executing' | 'retrying' | 'done' | 'failed' } & OfStep);

/** What is different between two states of a case. */
export function transitionsBetween(before: CaseState, after: CaseState): Transition[] {
  const kinds = { before: stateArgument, after: stateArgument };
  assertArguments('transitionsBetween', kinds, { before, after });
  if (before === after) return [];
  const list: Transition[] = [];
  // What an event leaves as it is, both states share.
  const [old, now] = [tablesOf(before), tablesOf(after)];
  for (const [key, step] of now.steps.changesSince(old.steps)) {
    list.push(...transitionsOf(key, old.steps.get(key), step));
  }
  list.push(...openItems(before, after));
  if (before.status !== after.status) list.push({ type: 'case', from: before.status, to: after.status });
  return list;
}

function transitionsOf(key: string, old: StepState | undefined, step: StepState): Transition[] {
  const list: Transition[] = [];
  const of = { step: key, ...omitUndefined({ index: step.index }) };
  for (const need of suppliedNeeds(old, step)) list.push({ type: 'supplied', ...of, of: need.of });
  if (old?.status !== step.status || old.round !== step.round) {
    const because = omitUndefined({ because: step.because });
    list.push({ type: 'step', ...of, from: old?.status, to: step.status, ...because });
  }
  const wasPaused = old?.clock?.paused !== undefined;
  const isPaused = step.clock?.paused !== undefined;
  if (isPaused && !wasPaused) list.push({ type: 'paused', ...of });
  // A clock that stops for good was not let go on.
  if (wasPaused && !isPaused && step.clock?.due !== undefined) list.push({ type: 'resumed', ...of });
  const due = step.clock?.due ?? old?.clock?.due;
  const when = omitUndefined({ due });
  if (step.clock?.warned === true && old?.clock?.warned !== true) {
    list.push({ type: 'deadline-near', ...of, ...when });
  }
  if (step.clock?.breached === true && old?.clock?.breached !== true) {
    list.push({ type: 'deadline-passed', ...of, ...when });
  }
  if (step.compensation !== undefined && step.compensation.status !== old?.compensation?.status) {
    list.push({ type: 'undo', ...of, to: step.compensation.status });
  }
  return list;
}

/** The needs that were open before and are not any more, of a step that had been returned. */
function suppliedNeeds(old: StepState | undefined, step: StepState): readonly Need[] {
  if (old?.needs === undefined) return [];
  const isOver = step.needs === undefined;
  // Withdrawn or cancelled, it needs nothing any more, and nothing was supplied.
  if (isOver && step.status !== 'waiting' && step.status !== 'ready' && step.status !== 'asking') return [];
  const given = new Set(step.needs?.filter((need) => need.given).map(({ at }) => at));
  return old.needs.filter((need) => !need.given && (isOver || given.has(need.at)));
}

function openItems(before: CaseState, after: CaseState): Transition[] {
  const list: Transition[] = [];
  if (before.open === after.open) return list;
  const nameOf = ({ step, at }: OpenItem): string => `${step} ${at}`;
  const byName = (state: CaseState) => new Map(state.open.map((item) => [nameOf(item), item]));
  const [old, now] = [byName(before), byName(after)];
  const { steps } = tablesOf(after);
  const of = ({ step, of }: OpenItem) => ({ step, ...omitUndefined({ index: steps.get(step)?.index }), of });
  for (const item of after.open) {
    const known = old.get(nameOf(item));
    const due = omitUndefined({ due: item.due });
    if (known === undefined) list.push({ type: 'material-owed', ...of(item), ...due });
    if (item.overdue === true && known?.overdue !== true) {
      list.push({ type: 'material-overdue', ...of(item), ...due });
    }
  }
  for (const item of before.open) {
    if (!now.has(nameOf(item))) list.push({ type: 'material-given', ...of(item) });
  }
  return list;
}
