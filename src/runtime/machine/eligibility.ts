import { Table, tokensOf } from '../../base/index.js';
import { assertArguments, authorText } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { fieldKey } from '../../model/index.js';
import type { Plan, UnmetDemand } from '../../model/index.js';
import { unmetOf } from '../../plan/index.js';
import type { Demand } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import { callOff } from './apply-undo.js';
import { stateArgument, tablesOf } from './case-tables.js';
import type { Draft } from './draft.js';
import type { Refusal } from './event.js';
import { tell } from './messages.js';
import { refuse } from './refuse.js';
import type { CaseState, StepState, StepStatus } from './state.js';

/** Why the applicant may not apply, or nothing. */
export function notEligible(unmet: readonly UnmetDemand[] | undefined): Refusal | undefined {
  if (unmet === undefined || unmet.length === 0) return undefined;
  return { ...refuse(tell('not-eligible')), unmet: [...unmet] };
}

/** The demands of the bundle that the data of the case do not meet. */
export function unmetIn({ eligibility = [] }: Plan, { data }: Pick<CaseState, 'data'>): UnmetDemand[] {
  return eligibility.length === 0 ? [] : unmetOf(eligibility, factsOf(data));
}

/** Is it still open whether the applicant may apply? */
export function isOpenIn({ eligibility = [] }: Plan, { data }: Pick<CaseState, 'data'>): boolean {
  return eligibility.some(({ require }) => evaluate(require, factsOf(data)) === undefined);
}

/** Statuses of a look-up that is being made, is about to be, or waits for consent. */
export const isUnderWay: ReadonlySet<StepStatus> = new Set([
  'consenting',
  'ready',
  'executing',
  'retrying',
  'pending',
] as const);

/**
 * Is it about to be known whether the case starts? A look-up that is answered later, or is tried again later, is not
 * waited for.
 */
export function isAboutToStart(state: CaseState): boolean {
  assertArguments('isAboutToStart', { state: stateArgument }, { state });
  return state.status === 'starting' && hasLookUpAtWork(state);
}

/** Is something of a draft about to be looked up? */
export function isLookingUp(state: CaseState): boolean {
  assertArguments('isLookingUp', { state: stateArgument }, { state });
  return state.status === 'draft' && hasLookUpAtWork(state);
}

function hasLookUpAtWork({ steps }: CaseState): boolean {
  return Object.values(steps).some(({ status }) => status === 'ready' || status === 'executing');
}

/** A demand that is not met, in the words of its author. */
export function reasonOfDemand({ otherwise }: Pick<Demand, 'otherwise'>): Message {
  return tell('because.eligibility', { words: authorText(otherwise) });
}

/** What a running case has come to know ends it where a demand of the bundle is not met. */
export function stopIfNotEligible(draft: Draft): void {
  const { demanded } = draft.prepared;
  const isNews = draft.filled.some((place) => {
    const tokens = tokensOf(place);
    return demanded.has(fieldKey(tokens[0]!, tokens.at(-1)!));
  });
  if (!isNews) return;
  const unmet = unmetIn(draft.prepared.plan, draft.state);
  if (unmet.length === 0) return;
  draft.state.unmet = unmet;
  callOff(draft, 'eligibility', reasonOfDemand(unmet[0]!));
}

/** A step that the applicant is not eligible for, and why. */
export interface IneligibleStep {
  step: string;
  because: Message;
}

/** The steps of a case that the applicant is not eligible for, as far as they have not been so before. */
export function ineligibleSteps(state: CaseState, before?: CaseState): IneligibleStep[] {
  const { steps } = tablesOf(state);
  const known = before === undefined ? Table.of<StepState>([]) : tablesOf(before).steps;
  return [...steps.changesSince(known)].flatMap(([step]) => {
    const now = steps.get(step);
    const isNew = now?.status === 'ineligible' && known.get(step)?.status !== 'ineligible';
    return isNew ? [{ step, because: now.because! }] : [];
  });
}

/** The refusal of a case that look-ups have refused. */
export function refusalOf({ status, unmet }: CaseState): Refusal | undefined {
  return status === 'refused' ? notEligible(unmet) : undefined;
}

/** Why a draft was not taken when it was handed in last. */
export function draftRefusalOf({ draft }: CaseState): Refusal | undefined {
  const { changed, unmet } = draft?.refusal ?? {};
  return changed === undefined ? notEligible(unmet) : { ...refuse(tell('facts-changed')), changed };
}
