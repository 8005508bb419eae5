import { isObject } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { keysOf, openOf, stepKey } from './draft.js';
import type { Draft } from './draft.js';
import { roleOfEach } from '../../plan/index.js';
import { isSettled } from './state.js';
import type { StepState } from './state.js';

/** Where conclusions may follow: anywhere, or at these items of a repeated role and at whatever is not about its items. */
export type Scope = 'all' | { each: string; items: ReadonlySet<string> };

/**
 * Where what has happened since conclusions were drawn last may lead to new ones. A step that is done for each item looks
 * at its own item, so that what happens to one item leaves the others as they are; wherever that is not certain, all is
 * looked at.
 */
export function scopeOf(draft: Draft): Scope {
  const { moved, filled, prepared } = draft;
  const [first] = moved;
  const each = first === undefined ? undefined : prepared.step(first.step)?.each;
  if (each === undefined || looksAcross(prepared.plan).has(each)) return 'all';
  const items = new Set<string>();
  for (const state of moved) {
    if (state.item === undefined || prepared.step(state.step)?.each !== each) return 'all';
    if (state.returns !== undefined || isLastButOne(draft, state)) return 'all';
    items.add(state.item);
  }
  // Values of the items that moved, and of no others.
  const places = [...moved].map(({ index }) => `${each}/${index}/`);
  const isOwn = (place: string): boolean => places.some((own) => place.startsWith(own));
  return filled.every(isOwn) ? { each, items } : 'all';
}

/** The keys of the steps of the case that belong to a step of the plan and lie in a scope. */
export function keysIn(draft: Draft, scope: Scope, id: string): readonly string[] {
  if (scope === 'all' || draft.prepared.step(id)?.each !== scope.each) return keysOf(draft, id);
  const keys = [...scope.items].map((item) => stepKey(id, item));
  // Not yet divided into items, it is looked at as a whole.
  return keys.every((key) => draft.steps.get(key)?.step === id) ? keys : keysOf(draft, id);
}

/**
 * Is at most one step of the kind left open? Others wait for a value as long as some step may bring it, of whatever
 * item; the last one does not wait for itself.
 */
function isLastButOne(draft: Draft, { step, status }: StepState): boolean {
  return isSettled(status) && openOf(draft, step) <= 1;
}

const cache = new WeakMap<Plan, ReadonlySet<string>>();

/** The repeated roles of which a step for one item may look at the others: by "some" and "every", or what is owed. */
export function looksAcross(plan: Plan): ReadonlySet<string> {
  let found = cache.get(plan);
  if (found === undefined) {
    found = new Set(
      plan.steps
        .filter((step) => step.each !== undefined)
        .filter((step) => looksAt(step as unknown as JsonValue, roleOfEach(step)!))
        .map((step) => step.each!),
    );
    cache.set(plan, found);
  }
  return found;
}

function looksAt(value: JsonValue, role: string): boolean {
  if (Array.isArray(value)) return value.some((one) => looksAt(one, role));
  if (!isObject(value)) return false;
  if (value['some'] === role || value['every'] === role || typeof value['until'] === 'string') return true;
  return Object.values(value).some((one) => looksAt(one, role));
}
