import { keyOfAll } from '../../model/index.js';
import { placesOf } from '../../plan/index.js';
import { fieldsOf } from '../../predicate/index.js';
import { itemOf, move, ownStep } from './draft.js';
import type { Draft } from './draft.js';
import { unsay } from './sources.js';
import type { StepState } from './state.js';

/** Has it ended for want of consent, in a draft? With the consent it is looked up after all. */
export function isLookedAtAnew(draft: Draft, { status, because }: StepState): boolean {
  return draft.state.status === 'draft' && status === 'unavailable' && because?.code === 'because.no-consent';
}

/**
 * Look-ups of a case that has not begun, and all that rests on what they tell, stand where they stood before they were made:
 * nothing of what they told stays. What is looked up then is another submission, with a key of its own.
 * @returns the steps of the case that wait again
 */
export function takeBack(draft: Draft, keys: readonly string[]): string[] {
  const again = new Set(keys);
  for (const key of again) {
    for (const other of restingOn(draft, key)) again.add(other);
    const state = ownStep(draft, key);
    unsayAll(draft, state);
    if (state.status === 'waiting') continue;
    move(draft, state, 'waiting');
    state.attempt = 0;
    delete state.input;
    delete state.dropped;
  }
  return [...again];
}

function unsayAll(draft: Draft, state: StepState): void {
  const step = draft.prepared.step(state.step)!;
  const item = itemOf(step, state);
  for (const { at } of Object.values(step.out))
    for (const place of placesOf(at, draft.state.data, item) ?? []) unsay(draft, place, step.id);
}

/** The look-ups and derivations that have begun and rest on what a step tells. */
function restingOn(draft: Draft, key: string): string[] {
  const { step: id, item } = draft.steps.get(key)!;
  const step = draft.prepared.step(id)!;
  const told = new Set(Object.values(step.out).map(({ of }) => keyOfAll(of)));
  return [...draft.steps.entries()].flatMap(([other, { step: name, item: ofItem, status }]) => {
    const planned = draft.prepared.step(name)!;
    if (other === key || planned.kind !== 'registry' || status === 'waiting') return [];
    if (planned.each === step.each && item !== ofItem) return [];
    const fields = [...Object.values(planned.in).map(({ of }) => of), ...fieldsOf(planned.when ?? true)];
    return fields.some((field) => told.has(keyOfAll(field))) ? [other] : [];
  });
}
