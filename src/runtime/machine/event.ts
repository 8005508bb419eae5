import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import type { Text, UnmetDemand } from '../../model/index.js';
import type { Instant } from '../../time/index.js';
import type { Issue } from './prepared-plan.js';
import type { DisputeClaim } from './dispute-claim.js';
import type { ConsentDecision, RetryPolicy } from './state.js';

/**
 * What an authority, a registry or a derivation says in the end, or for the time being. `reason`: in words, or the same per
 * locale.
 */
export type Answer =
  /** `dropped`: names of what a registry answered besides, which nobody takes. */
  | { status: 'approved'; output: JsonObject; dropped?: string[] }
  | { status: 'rejected'; reason?: Text }
  /** Returned for supplements: the block's own names of the inputs that it wants anew. */
  | { status: 'returned'; needs: string[]; reason?: Text }
  /** The authority gives it back undecided. */
  | { status: 'withdrawn'; reason?: Text };

/** What can happen to a case. `step` is a step key: the id, or `id[item]`. `at` is when it happened. */
export type CaseEvent =
  /**
   * The applicant hands the form in. `known`: what signing in told the host, shaped like the form; `derived`: what
   * derivations of the host have come to, by place.
   */
  | {
      type: 'started';
      at: Instant;
      known?: JsonObject;
      answers: JsonObject;
      derived?: Record<string, JsonValue>;
      /** Roles that consent to look-ups, and items of roles, as in `child[anna]`. */
      consents?: string[];
      /** By what the host finds the applicant's cases again. */
      reference?: string;
      disputes?: DisputeClaim[];
      retry?: Partial<RetryPolicy>;
    }
  /** A draft is opened. `keepMs`: how long it is kept after the applicant last did something. */
  | {
      type: 'opened';
      at: Instant;
      known?: JsonObject;
      /** Answers to begin with. */
      answers?: JsonObject;
      reference?: string;
      keepMs?: number;
      retry?: Partial<RetryPolicy>;
    }
  /** The answers so far are kept in the draft. */
  | { type: 'saved'; at: Instant; answers: JsonObject }
  /** A role, or the item of a repeated one, has said whether look-ups that need its consent may be made. */
  | { type: 'consented'; at: Instant; role: string; item?: string; decision: ConsentDecision }
  /**
   * The applicant hands the draft in. Left out: the answers that were saved; `known`: what signing in tells now; `derived`: what
   * derivations of the host have come to, by place.
   */
  | {
      type: 'submitted';
      at: Instant;
      answers?: JsonObject;
      known?: JsonObject;
      derived?: Record<string, JsonValue>;
      disputes?: DisputeClaim[];
    }
  /** An attempt to hand a step over begins. */
  | { type: 'attempted'; at: Instant; step: string; round: number; attempt: number }
  /** The attempt failed. `final`: there is no sense in another one. */
  | {
      type: 'failed';
      at: Instant;
      step: string;
      round: number;
      attempt: number;
      error: Message;
      /** Where the output was refused, if that is why. */
      issues?: Issue[];
      final?: boolean;
    }
  /** The authority has received it and answers later. */
  | { type: 'accepted'; at: Instant; step: string; round: number }
  | { type: 'answered'; at: Instant; step: string; round: number; answer: Answer }
  /** The applicant fills in a later form. */
  | { type: 'filled'; at: Instant; step: string; answers: JsonObject; disputes?: DisputeClaim[] }
  /** The applicant supplies what a returned step needs, by place. `returned`: the return that it answers, from 1. */
  | {
      type: 'supplemented';
      at: Instant;
      step: string;
      round: number;
      returned?: number;
      values: Record<string, JsonValue>;
      disputes?: DisputeClaim[];
    }
  /** A deferred material arrives. */
  | { type: 'delivered'; at: Instant; step: string; place: string; value: JsonValue }
  /**
   * The authority stops the clock for the `pause`-th time (hearing, inspection, test), and lets it go on. `id` is what
   * the authority knows the pause by; left out, its reason.
   */
  | { type: 'paused'; at: Instant; step: string; pause: number; id?: string; reason?: string }
  | { type: 'resumed'; at: Instant; step: string; pause: number }
  /** The applicant gives one matter up. */
  | { type: 'withdrawn'; at: Instant; step: string; reason?: string }
  /** The operator has a stalled step tried again. `attempt`: the one at which it stalled. */
  | { type: 'retried'; at: Instant; step: string; round: number; attempt: number }
  /** The applicant calls the whole case off. */
  | { type: 'cancelled'; at: Instant; reason?: string }
  | { type: 'undoing'; at: Instant; step: string; attempt: number }
  | { type: 'undone'; at: Instant; step: string; attempt: number; error?: Message }
  /** The clock shows this time. */
  | { type: 'reached'; at: Instant };

export type EventType = CaseEvent['type'];

/** An event without its time: a shell gives it the time at which the case takes it. */
export type Untimed<E extends CaseEvent = CaseEvent> = E extends CaseEvent ? Omit<E, 'at'> : never;

/** The event with its time, which stands behind its type. What came from outside and is no event stays none. */
export function timed(event: Untimed, at: Instant): CaseEvent {
  const given: unknown = event;
  if (!isObject(given)) return given as CaseEvent;
  const head = { type: event.type, at };
  return { ...head, ...event, at };
}

/** Why an event is refused: a message that holds no personal data. A refused event changes nothing. */
export interface Refusal extends Message<RefusalCode> {
  /** What does not meet the plan's schema: places, keywords and messages, no values. */
  issues?: Issue[];
  /** How many further issues there are: twenty are named. */
  moreIssues?: number;
  /** The demands that the applicant does not meet, as the plan words them. */
  unmet?: UnmetDemand[];
  /** Places of what has changed since the applicant was shown it. */
  changed?: string[];
}

export type RefusalCode =
  | 'malformed'
  | 'too-large'
  | 'already-started'
  | 'id-taken'
  | 'case-open'
  | 'not-started'
  | 'not-eligible'
  | 'answers-refused'
  | 'dispute-refused'
  | 'facts-changed'
  | 'consent-unknown'
  | 'output-refused'
  | 'duplicate-key'
  | 'unknown-step'
  | 'unknown-input'
  | 'not-asked'
  | 'changes-situation'
  | 'stale'
  | 'settled'
  | 'case-over'
  | 'unknown-case'
  | 'unknown-token';
