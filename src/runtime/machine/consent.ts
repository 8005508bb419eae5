import { own, setOwn } from '../../base/index.js';
import { itemName, itemParts } from '../../model/index.js';
import type { Plan, PlanStep } from '../../model/index.js';
import { roleOfEach } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import { keysOf, move, ownStep } from './draft.js';
import type { Draft } from './draft.js';
import { tell } from './messages.js';
import type { CaseEvent, Refusal } from './event.js';
import { isLookedAtAnew, takeBack } from './look-again.js';
import { caseOver, refuse } from './refuse.js';
import { extendDraft } from './expire.js';
import type { CaseState, ConsentDecision, StepState } from './state.js';
import { isSettled } from './state.js';

/** Who has to consent to a look-up of the case: a role, or the item of it that the step is about, as in `child[anna]`. */
export function consentKeyOf(step: PlanStep, { item }: Pick<StepState, 'item'>): string | undefined {
  const { consent } = step;
  return consent === undefined || consent !== roleOfEach(step) ? consent : itemName(consent, item);
}

/** What was said to a look-up that needs consent: of an item, or else of its role as a whole. */
export function consentTo(
  { consents = {} }: Pick<CaseState, 'consents'>,
  step: PlanStep,
  state: Pick<StepState, 'item'>,
): ConsentDecision | undefined {
  const key = consentKeyOf(step, state);
  if (key === undefined) return 'given';
  return (own(consents, key) ?? own(consents, itemParts(key).name))?.decision;
}

/** May the look-up be made? Of a role that does not take part, nobody can consent. */
export function mayLookUp(draft: Draft, step: PlanStep, state: StepState): 'yes' | 'no' | 'open' {
  const decision = consentTo(draft.state, step, state);
  if (decision !== undefined) return decision === 'given' ? 'yes' : 'no';
  const role = own(draft.prepared.plan.roles, step.consent!);
  return evaluate(role?.when ?? true, factsOf(draft.state.data)) === false ? 'no' : 'open';
}

/** A role has decided about the look-ups that need its consent. */
export function applyConsented(
  draft: Draft,
  { role, item, decision }: Extract<CaseEvent, { type: 'consented' }>,
): Refusal | undefined {
  const { status } = draft.state;
  const isOpen =
    status === 'draft' ||
    status === 'running' ||
    (status === 'starting' && draft.state.draft?.submitted === undefined);
  if (!isOpen) return caseOver(status);
  const key = item === undefined ? role : itemName(role, item);
  if (!consentRoles(draft.prepared.plan).has(itemParts(key).name))
    return refuse(tell('consent-unknown', { role: key }));
  if (draft.state.consents?.[key]?.decision === decision) return undefined;
  const consents = { ...draft.state.consents };
  setOwn(consents, key, { decision, since: draft.at });
  draft.state.consents = consents;
  for (const step of draft.prepared.plan.steps) {
    if (step.consent === undefined) continue;
    for (const name of keysOf(draft, step.id)) heed(draft, step, name);
  }
  extendDraft(draft);
  return undefined;
}

/** The roles whose consent look-ups of the plan need. */
export function consentRoles({ steps }: Plan): Set<string> {
  return new Set(steps.flatMap(({ consent }) => (consent === undefined ? [] : [itemParts(consent).name])));
}

/** What a decision makes of one look-up. Before the case is handed in, what had been looked up is gone with the consent. */
function heed(draft: Draft, step: PlanStep, name: string): void {
  const found = draft.steps.get(name)!;
  const decision = consentTo(draft.state, step, found);
  if (decision === undefined) return;
  const isAllowed = decision === 'given';
  if (isAllowed && (found.status === 'consenting' || isLookedAtAnew(draft, found))) takeBack(draft, [name]);
  if (isAllowed) return;
  if (draft.state.status === 'draft' && found.status !== 'waiting') takeBack(draft, [name]);
  const state = ownStep(draft, name);
  const isBegun = state.status !== 'waiting' && !isSettled(state.status);
  if (isBegun) move(draft, state, 'unavailable', tell('because.no-consent'));
}
