import type { JsonObject, JsonValue } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { settledStatuses } from '../../model/index.js';
import type { caseStatuses, UnmetDemand } from '../../model/index.js';
import type { DisputeClaim } from './dispute-claim.js';
import type { Instant, LimitClock } from '../../time/index.js';

/**
 * Where one step of a case stands.
 *
 * Under way: `waiting` (for facts or for other steps), `consenting` (a look-up waits for somebody's consent), `ready` (to be begun now), `executing` (an attempt runs),
 * `retrying` (an attempt failed; the next one comes at `retryAt`), `pending` (the authority has it and answers later),
 * `returned` (the applicant has to supply something), `asking` (a later form waits for the applicant), `stalled`
 * (all attempts failed; the operator decides).
 *
 * Settled, and never left again: `approved`, `rejected`, `ineligible`, `unavailable` (a registry could not answer),
 * `skipped` (not needed in this situation), `stopped` (something that it needs did not come about), `withdrawn`,
 * `cancelled`.
 */
export type StepStatus = OpenStatus | SettledStatus;

export type OpenStatus =
  | 'waiting'
  | 'consenting'
  | 'ready'
  | 'executing'
  | 'retrying'
  | 'pending'
  | 'returned'
  | 'asking'
  | 'stalled';

export type SettledStatus =
  'approved' | 'rejected' | 'ineligible' | 'unavailable' | 'skipped' | 'stopped' | 'withdrawn' | 'cancelled';

/** Something that the applicant has to supply before a step goes on. */
export interface Need {
  /** The block's own name of the input. */
  input: string;
  /** The field or material in terms of the bundle's roles. */
  of: string;
  /** JSON Pointer into the data of the case. */
  at: string;
  given: boolean;
}

/** The running limit of a step that an authority has. */
export interface StepClock extends LimitClock {
  /** How often the authority has stopped it; odd numbers of stops and goes pair up by this number. */
  pauses: number;
  /** What each of these pauses is known by, in their order: a pause that is told again later is none. */
  stops?: string[];
  paused?: { reason?: string; since: Instant };
  /** The warning was given; the limit was passed. */
  warned?: true;
  breached?: true;
}

/** One step of a case: of a step with `each`, one for every item. */
export interface StepState {
  /** Id of the step in the plan. */
  step: string;
  /** The item's `$key`, or its position as a text. */
  item?: string;
  index?: number;
  status: StepStatus;
  /** Counts the submissions: 1 at first, one more after each return for supplements. 0 before the first. */
  round: number;
  /** Counts the attempts at handing the round over. */
  attempt: number;
  /** When the status last changed. */
  since: Instant;
  /** When the first attempt of the first round began, and as which of the case's steps. */
  submittedAt?: Instant;
  submission?: number;
  retryAt?: Instant;
  /** What the step is given, kept from the first attempt of a round to its end: every attempt gives the same. */
  input?: JsonObject;
  clock?: StepClock;
  needs?: Need[];
  /** How often the step has been returned, by the authority or the plan: a supplement answers one return. */
  returns?: number;
  /** Places that were supplied for earlier returns. */
  supplied?: string[];
  /** `authority`: it returned the case; `plan`: nothing else supplies the input. */
  returnedBy?: 'authority' | 'plan';
  /** Of a look-up: what it answered and nobody takes, by name. It is not kept. */
  dropped?: string[];
  /** Why it stands where it stands; the words of an authority in `because.words`. */
  because?: Message;
  compensation?: Compensation;
}

/** Undoing an approved or submitted step after the case was called off. */
export interface Compensation {
  status: 'due' | 'executing' | 'retrying' | 'done' | 'failed';
  attempt: number;
  retryAt?: Instant;
  because?: Message;
}

/** A material that may follow later and has not come yet. */
export interface OpenItem {
  /** The step that was begun without it. */
  step: string;
  input: string;
  of: string;
  at: string;
  /** The step that does not begin without it. */
  until?: string;
  /** The first moment at which it is late. */
  due?: Instant;
  overdue?: true;
}

/**
 * Who says a value: signing in, the facts of the plan (`host`), the applicant, a look-up (`registry`), a derivation, or a
 * matter that an authority has decided (`step`).
 */
export type SourceKind = 'sign-in' | 'host' | 'applicant' | 'registry' | 'derivation' | 'step';

/** Who says what stands at a place of the data, and since when. */
export interface ValueSource {
  from: SourceKind;
  /** The step of the plan that yielded it; of the applicant, the later form or the returned step that it was given to. */
  step?: string;
  since: Instant;
  /** The applicant was asked because this step of the plan could not say it. */
  instead?: string;
}

/** Who says the value at a place; `others`: who else says something of it, with what, the one that counts most first. */
export interface PlaceSource extends ValueSource {
  others?: (ValueSource & { value: JsonValue })[];
}

/** An applicant says that a value is wrong. It stands beside the value, and never replaces it. */
export interface Dispute {
  /** The field or material, as the applicant named it. */
  field: string;
  /** JSON Pointer into the data of the case. */
  at: string;
  claim: JsonValue;
  reason: string;
  since: Instant;
}

/** How failed attempts are repeated. */
export interface RetryPolicy {
  /** After so many attempts a block stalls. */
  attempts: number;
  /** After so many attempts a registry counts as unavailable, and its fields are asked. */
  registryAttempts: number;
  firstMs: number;
  factor: number;
  mostMs: number;
}

/**
 * new: nothing happened yet; draft: opened, and not handed in yet; expired: not handed in in time; starting: the form is handed in, and look-ups are under way that tell whether the applicant may
 * apply; refused: they told that the applicant may not; running; undoing: called off, compensations under way; done: every
 * step is settled; cancelled: called off by the applicant; stopped: a rejection ended it (`onReject: stop-all`), or a demand of
 * the bundle that turned out not to be met.
 */
export type CaseStatus = (typeof caseStatuses)[number];

/** What a role has said to look-ups that need its consent. */
export type ConsentDecision = 'given' | 'refused' | 'withdrawn';

/** The last word of a role. */
export interface Consent {
  decision: ConsentDecision;
  since: Instant;
}

/** A case before it is handed in. Its `data` hold what is known and looked up; the answers stand beside them. */
export interface CaseDraft {
  openedAt: Instant;
  /** What signing in told. */
  known: JsonObject;
  /** The answers so far, as they were saved: nothing is demanded of them. */
  answers: JsonObject;
  /** How long it is kept after the applicant last did something, and until when that is. */
  keepMs?: number;
  expiresAt?: Instant;
  /** Why it was not taken when it was handed in last: facts that have changed since they were shown, or demands that are not met. */
  refusal?: { changed?: string[]; unmet?: UnmetDemand[] };
  /** It is handed in, and what is too old is being looked up again. */
  submitted?: {
    disputes?: DisputeClaim[];
    derived?: Record<string, JsonValue>;
    /** Steps of the case that are done again, and the values that the applicant was shown of them, by place. */
    again: string[];
    shown: Record<string, JsonValue>;
  };
}

/** One applicant's run of a plan. Plain JSON. */
export interface CaseState {
  formatVersion: 2;
  /** Hash of the plan that the case is pinned to. */
  plan: string;
  status: CaseStatus;
  startedAt?: Instant;
  endedAt?: Instant;
  /** By what the host finds the applicant's cases again. */
  reference?: string;
  /** Before it is handed in. */
  draft?: CaseDraft;
  /** By role, or by item as in `child[anna]`. */
  consents?: Record<string, Consent>;
  /** How often a look-up had been made before the case began anew: what is looked up then has another key. */
  roundsBefore?: number;
  retry: RetryPolicy;
  /** One object shaped like the form: role, element. */
  data: JsonObject;
  /**
   * Who says each element, material, choice and item of the data, by place. Where several say something of one place, the
   * data hold what the one says who counts most, whichever came first.
   */
  sources: Record<string, PlaceSource>;
  /** By step key: the id, or `id[item]`. */
  steps: Record<string, StepState>;
  open: OpenItem[];
  /** What the applicant says is wrong; of one place, the last word. */
  disputes?: Dispute[];
  /** How many steps have been submitted. */
  submissions: number;
  calledOff?: { by: 'applicant' | 'rejection' | 'eligibility'; because?: Message };
  /** The demands of the bundle that the applicant does not meet, where the case is refused or stopped for them. */
  unmet?: UnmetDemand[];
}

const settled: ReadonlySet<string> = new Set<SettledStatus>(settledStatuses);

/** Has the step come to its end? */
export function isSettled(status: StepStatus): status is SettledStatus {
  return settled.has(status);
}

/** Has the case come to its end? Materials may still be due. */
export function isOver(status: CaseStatus): boolean {
  return status === 'done' || status === 'cancelled' || status === 'stopped' || isUnheard(status);
}

/** Has it ended before it ever ran? */
function isUnheard(status: CaseStatus): boolean {
  return status === 'refused' || status === 'expired';
}

/** The patience that a case has unless it says otherwise: seconds at first, an hour at most. */
export const defaultRetry: RetryPolicy = {
  attempts: 20,
  registryAttempts: 4,
  firstMs: 1_000,
  factor: 2,
  mostMs: 3_600_000,
};

/** The version of the format of a state. */
export const stateFormat = 2;

/** The state of a case before its first event. */
export function initialState(planHash: string): CaseState {
  return {
    formatVersion: stateFormat,
    plan: planHash,
    status: 'new',
    retry: { ...defaultRetry },
    data: {},
    sources: {},
    steps: {},
    open: [],
    submissions: 0,
  };
}

/** What two runs of the same events in different orders agree on: no times, no numbers of attempts. */
export function outcomeOf(state: CaseState): JsonValue {
  assertArguments('outcomeOf', { state: 'object' }, { state });
  const { status, data, steps, open } = state;
  assertArguments('outcomeOf', { data: 'object', steps: 'object', open: 'list' }, { data, steps, open });
  const statuses = Object.entries(steps).map(([key, step]): [string, JsonValue] => [key, step.status]);
  return {
    status,
    data,
    steps: Object.fromEntries(statuses),
    open: open.map((item) => `${item.step} ${item.at}`).sort(),
  };
}
