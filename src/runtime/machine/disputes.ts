import type { DisputeClaim } from './dispute-claim.js';
import { own, pointer, resolvePointer, tokensOf } from '../../base/index.js';
import { keyParts } from '../../model/index.js';
import type { Plan, PlanStep } from '../../model/index.js';
import { patternOf, placesOf } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import { itemOf } from './draft.js';
import type { Draft } from './draft.js';
import type { Refusal } from './event.js';
import { tell } from './messages.js';
import { refuse } from './refuse.js';
import { isApplicants, dataAt } from './sources.js';
import type { CaseState, Dispute, StepState } from './state.js';

/** A dispute about something that a step is given. */
export interface StepDispute extends Omit<Dispute, 'at'> {
  /** The block's own name of the input. */
  input: string;
}

/** Notes what the applicant says is wrong. It replaces no value. */
export function noteDisputes(draft: Draft, claims: readonly DisputeClaim[] = []): Refusal | undefined {
  for (const { field, claim, reason } of claims) {
    const at = placeOfField(draft, field);
    if (at === undefined) return refuse(tell('dispute-refused', { field }));
    if (isOwnAnswer(draft, at)) return refuse(tell('dispute-refused:own', { field }));
    const others = (draft.state.disputes ?? []).filter((dispute) => dispute.at !== at);
    const dispute: Dispute = { field, at, claim, reason: reason.slice(0, longestReason), since: draft.at };
    draft.state.disputes = [...others, dispute];
  }
  return undefined;
}

const longestReason = 2_000;

/** The disputes about what a step takes, by the block's own names. */
export function disputesOf(state: CaseState, step: PlanStep, of: StepState): StepDispute[] | undefined {
  const { disputes, data } = state;
  if (disputes === undefined) return undefined;
  const item = itemOf(step, of);
  const found = Object.entries(step.in).flatMap(([input, binding]) => {
    const places = placesOf(binding.at, data, item) ?? [];
    return disputes
      .filter(({ at }) => places.includes(at))
      .map(({ at: _, ...dispute }): StepDispute => ({ input, ...dispute }));
  });
  return found.length === 0 ? undefined : found;
}

/** The concrete place that a field means, where the plan has anything to do with it. */
function placeOfField({ prepared: { plan }, state: { data } }: Draft, field: string): string | undefined {
  const isPlace = field.startsWith('/');
  const at = isPlace ? field : pointerOf(field);
  const path = tokensOf(at);
  const list = own(data, path[0] ?? '');
  const isList = Array.isArray(list);
  if (isList && resolvePointer(data, pointer(...path.slice(0, 2))) === undefined) return undefined;
  return placesIn(plan).has(patternOf(path, isList)) ? at : undefined;
}

function pointerOf(field: string): string {
  const { kind, role, name } = keyParts(field);
  return kind === 'material' ? pointer('materials', field) : pointer(role, name);
}

const known = new WeakMap<Plan, ReadonlySet<string>>();

/** Every place that the plan takes, yields or asks, with `*` for the items of a repeated role. */
function placesIn(plan: Plan): ReadonlySet<string> {
  let found = known.get(plan);
  if (found === undefined) {
    const ofSteps = plan.steps.flatMap((step) =>
      [...Object.values(step.in), ...Object.values(step.out)].map(({ at }) => everyItem(step, at)),
    );
    found = new Set([...Object.keys(plan.form.asks ?? {}), ...ofSteps]);
    known.set(plan, found);
  }
  return found;
}

/** Inside a step that is done for each item, a pointer into the role is about the item. */
function everyItem({ each }: PlanStep, at: string): string {
  const [role, second] = tokensOf(at);
  if (each === undefined || pointer(role!) !== each || second === '*') return at;
  return pointer(role!, '*', ...tokensOf(at).slice(1));
}

/** What the applicant says, or is asked, is answered and not disputed. */
function isOwnAnswer(draft: Draft, at: string): boolean {
  if (dataAt(draft, at) !== undefined) return isApplicants(draft, at);
  const { plan } = draft.prepared;
  const path = tokensOf(at);
  const [role = '', index] = path;
  const isList = Array.isArray(own(draft.state.data, role));
  const asked = own(plan.form.asks ?? {}, patternOf(path, isList));
  const item = isList ? { role, index: Number(index) } : undefined;
  return asked !== undefined && evaluate(asked, factsOf(draft.state.data, item)) === true;
}
