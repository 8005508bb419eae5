import { Table } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';
import { groupOf } from './case-tables.js';
import { itemKeys, keysOf, stepKey } from './draft.js';
import type { Draft } from './draft.js';
import type { StepState } from './state.js';

/** The first states of the steps of a plan. */
export function createSteps(draft: Draft): void {
  const added = draft.prepared.plan.steps.map((step) => newStep(draft, step, {}));
  draft.steps = Table.of(added);
  draft.groups = Table.of(added.map((entry) => [entry[1].step, groupOf([entry])]));
}

function newStep(draft: Draft, step: PlanStep, of: { item?: string; index?: number }): [string, StepState] {
  const state: StepState = {
    step: step.id,
    status: 'waiting',
    round: step.kind === 'registry' ? (draft.state.roundsBefore ?? 0) : 0,
    attempt: 0,
    since: draft.at,
    ...of,
  };
  const key = stepKey(step.id, of.item);
  draft.ownSteps.add(key);
  draft.moved.add(state);
  return [key, state];
}

/** Makes one step of the case for each item, once it is known how many there are. */
export function expand(draft: Draft, step: PlanStep): void {
  if (step.each === undefined) return;
  const template = draft.steps.get(step.id);
  if (template === undefined || template.status !== 'waiting' || template.item !== undefined) return;
  const keys = itemKeys(draft, step.each);
  if (keys === undefined || keys.length === 0) return;
  draft.ownSteps.delete(step.id);
  const added = keys.map((item, index) => newStep(draft, step, { item, index }));
  draft.steps = draft.steps.replace(step.id, added);
  draft.groups = draft.groups.with(step.id, groupOf(added));
}

/** The items that the answers have brought get their steps, beside those that were there before. */
export function addItems(draft: Draft): void {
  for (const step of draft.prepared.plan.steps) {
    if (step.each === undefined) continue;
    const present = keysOf(draft, step.id);
    const states = present.map((key): [string, StepState] => [key, draft.steps.get(key)!]);
    if (states.length === 0 || states.some(([, { item }]) => item === undefined)) continue;
    const items = itemKeys(draft, step.each) ?? [];
    const known = new Set(states.map(([, { item }]) => item));
    const added = items.flatMap((item, index) =>
      known.has(item) ? [] : [newStep(draft, step, { item, index })],
    );
    if (added.length === 0) continue;
    const [last] = states.slice(-1);
    draft.steps = draft.steps.replace(last![0], [last!, ...added]);
    draft.groups = draft.groups.with(step.id, groupOf([...states, ...added]));
  }
}
