import { omitUndefined, own } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import type { CaseState, CaseStatus, StepStatus } from './state.js';

/** Something that changed in a case: what a log tells, and what a host reacts to. Holds no data of the applicant. */
export type Transition =
  | { type: 'case'; from: CaseStatus; to: CaseStatus }
  | { type: 'step'; step: string; from: StepStatus | undefined; to: StepStatus; because?: Message }
  | { type: 'deadline-near' | 'deadline-passed'; step: string; due?: string }
  | { type: 'material-owed' | 'material-overdue' | 'material-given'; step: string; of: string; due?: string }
  | { type: 'undo'; step: string; to: 'due' | 'executing' | 'retrying' | 'done' | 'failed' };

/** What is different between two states of a case. */
export function transitionsBetween(before: CaseState, after: CaseState): Transition[] {
  if (before === after) return [];
  const list: Transition[] = [];
  for (const key in after.steps) {
    const step = after.steps[key]!;
    // What an event leaves as it is, both states share.
    if (before.steps[key] === step) continue;
    const old = own(before.steps, key);
    if (old?.status !== step.status || old.round !== step.round) {
      const because = omitUndefined({ because: step.because });
      list.push({ type: 'step', step: key, from: old?.status, to: step.status, ...because });
    }
    const due = step.clock?.due ?? old?.clock?.due;
    const when = omitUndefined({ due });
    if (step.clock?.warned === true && old?.clock?.warned !== true) {
      list.push({ type: 'deadline-near', step: key, ...when });
    }
    if (step.clock?.breached === true && old?.clock?.breached !== true) {
      list.push({ type: 'deadline-passed', step: key, ...when });
    }
    if (step.compensation !== undefined && step.compensation.status !== old?.compensation?.status) {
      list.push({ type: 'undo', step: key, to: step.compensation.status });
    }
  }
  list.push(...openItems(before, after));
  if (before.status !== after.status) list.push({ type: 'case', from: before.status, to: after.status });
  return list;
}

function openItems(before: CaseState, after: CaseState): Transition[] {
  const list: Transition[] = [];
  const find = (state: CaseState, step: string, at: string) =>
    state.open.find((item) => item.step === step && item.at === at);
  for (const item of after.open) {
    const old = find(before, item.step, item.at);
    const due = omitUndefined({ due: item.due });
    if (old === undefined) list.push({ type: 'material-owed', step: item.step, of: item.of, ...due });
    if (item.overdue === true && old?.overdue !== true) {
      list.push({ type: 'material-overdue', step: item.step, of: item.of, ...due });
    }
  }
  for (const item of before.open) {
    if (find(after, item.step, item.at) === undefined) {
      list.push({ type: 'material-given', step: item.step, of: item.of });
    }
  }
  return list;
}
