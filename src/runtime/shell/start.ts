import { deepEqual, isObject, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { Plan } from '../../model/index.js';
import { createSheet, derivedByHost } from '../../plan/index.js';
import type { CaseEvent, Untimed } from '../machine/event.js';
import type { DisputeClaim } from '../machine/dispute-claim.js';
import { draftRefusalOf, ineligibleSteps, refusalOf } from '../machine/eligibility.js';
import { ofCase } from '../machine/arguments.js';
import { stateArgument } from '../machine/case-tables.js';
import { isBoundedJson } from '../machine/limits.js';
import { consider } from '../machine/machine.js';
import { idTaken } from '../machine/refuse.js';
import { initialState } from '../machine/state.js';
import type { CaseState, RetryPolicy } from '../machine/state.js';
import type { Outcome, Taken } from './calls.js';
import type { Handlers } from './ports.js';

/** What a case starts with. */
export interface StartGiven {
  answers: JsonObject;
  /** What signing in told, shaped like the form. */
  known?: JsonObject | undefined;
  /** Roles that consent to look-ups, and items of roles, as in `child[anna]`. */
  consents?: string[] | undefined;
  /** By what the host finds the applicant's cases again. */
  reference?: string | undefined;
  /** What the applicant says is wrong. */
  disputes?: DisputeClaim[] | undefined;
  /** What derivations of the host have come to, by place: see {@link withDerived}. */
  derived?: Record<string, JsonValue> | undefined;
}

/** The event that starts a case. */
export function startedBy(given: StartGiven, retry?: Partial<RetryPolicy>): Untimed {
  assertArguments('startedBy', { given: 'object', retry: 'object?' }, { given, retry });
  const { answers, known, derived, consents, reference, disputes } = given;
  return {
    type: 'started',
    answers,
    ...omitUndefined({ known, derived, consents, reference, disputes, retry }),
  };
}

/** What a draft is opened with. */
export interface DraftGiven extends Pick<StartGiven, 'known' | 'reference'> {
  /** Answers to begin with. */
  answers?: JsonObject | undefined;
}

/** How a runner keeps cases. */
export interface CaseKeeping {
  retry?: Partial<RetryPolicy> | undefined;
  /** A draft to which nothing has happened for so many milliseconds expires. Left out: 30 days. `Infinity`: never. */
  draftExpiryMs?: number | undefined;
}

const thirtyDaysMs = 30 * 24 * 3_600_000;

/** The event that opens a draft. */
export function openedBy(given: DraftGiven, keeping: CaseKeeping = {}): Untimed {
  assertArguments('openedBy', { given: 'object', keeping: 'object' }, { given, keeping });
  const { known, answers, reference } = given;
  const { retry, draftExpiryMs = thirtyDaysMs } = keeping;
  const keepMs = Number.isFinite(draftExpiryMs) ? draftExpiryMs : undefined;
  return { type: 'opened', ...omitUndefined({ known, answers, reference, keepMs, retry }) };
}

/**
 * An event as it is handed to the machine: of a draft that is handed in, with what derivations of the host come to.
 * @param host `today`: the date at the counter
 */
export function readyToApply(
  kept: { plan: Plan; state: CaseState },
  event: Untimed,
  host: { handlers: Handlers; today: string },
): Untimed {
  assertArguments('readyToApply', { kept: 'object', event: 'object', host: 'object' }, { kept, event, host });
  const { plan, state } = kept;
  assertArguments('readyToApply', ofCase, { plan, state });
  if (event.type !== 'submitted') return event;
  const answers = event.answers ?? state.draft?.answers ?? {};
  const { derived } = withDerived(plan, { known: state.data, answers }, host);
  return { ...event, ...omitUndefined({ derived }) };
}

/**
 * What a start comes to where the case is there already: the same start again is the same case; another one is refused.
 * @param kept the plan of the case, where it stands, and the first event of its log
 */
export function startedAgain(
  kept: { plan: Plan; state: CaseState; first: CaseEvent | undefined },
  plan: string,
  again: Untimed,
): Outcome {
  assertArguments('startedAgain', { kept: 'object', plan: 'text', again: 'object' }, { kept, plan, again });
  const kinds = { ...ofCase, first: 'object?' } as const;
  assertArguments('startedAgain', kinds, { plan: kept.plan, state: kept.state, first: kept.first });
  const { first, state } = kept;
  if (first === undefined || kept.plan.hash !== plan || !isSameStart(first, again)) return idTaken;
  if (first.type === 'opened') return undefined;
  // What did not count then does not count now.
  const { notTaken = [] } = consider(kept.plan, initialState(plan), first);
  return takenNow(state, { notTaken });
}

/** What came of a start, as the case stands now: look-ups may have told that the applicant may not apply. */
export function takenNow(state: CaseState, taken: Pick<Taken, 'notTaken'>): Outcome {
  assertArguments('takenNow', { state: stateArgument, taken: 'object' }, { state, taken });
  const { notTaken } = taken;
  assertArguments('takenNow', { notTaken: 'list' }, { notTaken });
  const ineligible = ineligibleSteps(state);
  return (
    refusalOf(state) ??
    draftRefusalOf(state) ?? {
      notTaken,
      ...(ineligible.length === 0 ? {} : { ineligible }),
      ...(state.status === 'starting' ? { isStarting: true as const } : {}),
    }
  );
}

function isSameStart(first: CaseEvent, again: Untimed): boolean {
  if (first.type !== again.type || !isBoundedJson(again)) return false;
  const contentOf = (event: Untimed): unknown => {
    if (event.type !== 'started' && event.type !== 'opened') return undefined;
    const { answers = {}, known = {}, reference } = event;
    const { disputes = [], consents = [] } = event.type === 'started' ? event : {};
    return JSON.parse(JSON.stringify({ answers, known, reference, disputes, consents }));
  };
  const content = contentOf(first);
  return content !== undefined && deepEqual(content, contentOf(again));
}

/**
 * Calls the derivations of the host for what is known at the start: the machine, which is pure, cannot.
 * @param today the date at the counter
 */
export function withDerived(
  plan: Plan,
  given: StartGiven,
  host: { handlers: Handlers; today: string },
): StartGiven {
  const kinds = { plan: 'from composeBundle().plan', given: 'object', host: 'object' } as const;
  assertArguments('withDerived', kinds, { plan, given, host });
  assertArguments('withDerived', { handlers: 'object', today: 'text' }, { ...host });
  const { derivations } = host.handlers;
  // What is no answer is refused by the machine.
  const isSound = isObject(given.answers) && isBoundedJson(omitUndefined({ ...given }));
  if (derivations === undefined || !isSound) return given;
  const sheet = createSheet(plan, given, { today: host.today, derivations });
  const derived = derivedByHost(plan, sheet, derivations);
  return Object.keys(derived).length === 0 ? given : { ...given, derived };
}
