import { own } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { Plan } from '../model/index.js';
import { viewOf } from './case-view.js';
import type { CaseView } from './case-view.js';
import { assertHandlers, assertPlan } from './check-plan.js';
import { createSystemClock } from './clock.js';
import type { Answer, CaseEvent, Refusal } from './event.js';
import type { Instant } from './instant.js';
import { refuse } from './refuse.js';
import { createMemoryStore } from './memory-store.js';
import { createNotices } from './notices.js';
import type { Notice } from './notices.js';
import type { CaseFilter, CaseStore, CaseSummary, Clock, Handlers, LogEntry, Pending } from './ports.js';
import type { ConcurrencyLimits } from './slots.js';
import type { CaseState, RetryPolicy } from './state.js';
import { createTokens } from './tokens.js';
import type { TokenContent, Tokens } from './tokens.js';
import { Workshop } from './workshop.js';
import type { EventMaker } from './workshop.js';

/** What a runner needs. */
export interface RunnerOptions {
  handlers: Handlers;
  /** Left out: in memory, gone with the process. */
  store?: CaseStore;
  /** Left out: the machine's clock. */
  clock?: Clock;
  limits?: ConcurrencyLimits;
  /** After so many milliseconds an attempt counts as failed; 60,000 unless told. */
  attemptTimeoutMs?: number;
  /** How new cases repeat failed attempts. */
  retry?: Partial<RetryPolicy>;
}

/** What came of handing something to a runner. What is accepted is durable. */
export type Receipt = { accepted: true; case: string } | { accepted: false; refusal: Refusal };

/** Runs cases of plans in one process. */
export interface Runner {
  /**
   * Starts a case. The plan is kept with it: later versions of the plan do not touch it.
   * @param given `answers` for the form; `known`: what signing in told, shaped like the form; `id` for the case, so that
   * a repeated call does not start a second one
   * @throws UsageError `usage/plan` where it is no plan or its hash does not fit, `usage/missing-handler`
   */
  start(plan: Plan, given: { answers: JsonObject; known?: JsonObject; id?: string }): Promise<Receipt>;
  /** An authority answers with the token that the handler was given. */
  complete(token: string, answer: Answer | Pending): Promise<Receipt>;
  /** An authority stops the clock of a step, or lets it go on. */
  pause(token: string, reason?: string): Promise<Receipt>;
  resume(token: string): Promise<Receipt>;
  /** The applicant fills in a later form. */
  fill(id: string, step: string, answers: JsonObject): Promise<Receipt>;
  /** The applicant supplies what a returned step needs, by place, as the case view lists it. */
  supplement(id: string, step: string, values: Record<string, JsonValue>): Promise<Receipt>;
  /** The applicant delivers a material that was allowed to follow. */
  deliver(id: string, step: string, place: string, value: JsonValue): Promise<Receipt>;
  withdraw(id: string, step: string, reason?: string): Promise<Receipt>;
  cancel(id: string, reason?: string): Promise<Receipt>;
  /** The operator has a stalled step tried again. */
  retry(id: string, step: string): Promise<Receipt>;
  /** Where is my case? */
  case(id: string): Promise<CaseView | undefined>;
  cases(filter?: CaseFilter): Promise<CaseSummary[]>;
  /** The log of a case, from its first event. */
  history(id: string): Promise<LogEntry[]>;
  /** What happens from now on, to all cases. Holds nothing of what applicants said. */
  events(): AsyncIterableIterator<Notice>;
  /** Resolves when nothing is under way: all that can be done without anybody's answer is done. */
  idle(): Promise<void>;
  /** Takes nothing new, waits for handlers at most so long (5,000 ms), aborts the rest and closes the store. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * A runner that takes up every case of its store where it was left.
 * @throws UsageError where the store cannot be read
 */
export async function createRunner(options: RunnerOptions): Promise<Runner> {
  const store = options.store ?? createMemoryStore();
  const notices = createNotices();
  const tokens = createTokens(await store.secret());
  const workshop = new Workshop({
    store,
    clock: options.clock ?? createSystemClock(),
    tokens,
    handlers: options.handlers,
    limits: options.limits ?? {},
    attemptTimeoutMs: options.attemptTimeoutMs ?? 60_000,
    publish: (notice) => notices.publish(notice),
  });
  await workshop.open();
  return {
    start: starter(workshop, store, options),
    ...authorityCalls(workshop, tokens),
    ...applicantCalls(workshop),
    async case(id) {
      const record = await workshop.look(id);
      return record && viewOf(record.plan, record);
    },
    cases: (filter = {}) => store.list(filter),
    history: (id) => store.history(id),
    events: () => notices.listen(),
    idle: () => workshop.idle(),
    async stop(graceMs = 5_000) {
      await workshop.close(graceMs);
      notices.end();
      await store.close();
    },
  };
}

function starter(workshop: Workshop, store: CaseStore, options: RunnerOptions): Runner['start'] {
  const checked = new Set<string>();
  return async (plan, { answers, known, id = globalThis.crypto.randomUUID() }) => {
    if (!checked.has(plan.hash)) {
      assertPlan(plan);
      assertHandlers(plan, options.handlers);
    }
    await store.savePlan(plan);
    checked.add(plan.hash);
    const refusal = await workshop.begin(id, plan, (at) => ({
      type: 'started',
      at,
      answers,
      ...(known === undefined ? {} : { known }),
      ...(options.retry === undefined ? {} : { retry: options.retry }),
    }));
    return receiptOf(id, refusal);
  };
}

type AuthorityCalls = Pick<Runner, 'complete' | 'pause' | 'resume'>;

function authorityCalls(workshop: Workshop, tokens: Tokens): AuthorityCalls {
  const submit = async (
    token: string,
    make: (content: TokenContent, state: CaseState, at: Instant) => CaseEvent,
  ): Promise<Receipt> => {
    const content = await tokens.read(token);
    if (content === undefined) {
      return { accepted: false, refusal: refuse('unknown-token', 'The token was not issued here.') };
    }
    const id = content.case;
    return receiptOf(id, await workshop.submit(id, (state, at) => make(content, state, at)));
  };
  return {
    complete: (token, answer) =>
      submit(token, ({ step, round }, _state, at) =>
        answer.status === 'pending'
          ? { type: 'accepted', at, step, round }
          : { type: 'answered', at, step, round, answer },
      ),
    pause: (token, reason) =>
      submit(token, ({ step }, state, at) => {
        const pause = (state.steps[step]?.clock?.pauses ?? 0) + 1;
        return { type: 'paused', at, step, pause, ...reasonOf(reason) };
      }),
    resume: (token) =>
      submit(token, ({ step }, state, at) => {
        return { type: 'resumed', at, step, pause: state.steps[step]?.clock?.pauses ?? 0 };
      }),
  };
}

type ApplicantCalls = Pick<Runner, 'fill' | 'supplement' | 'deliver' | 'withdraw' | 'cancel' | 'retry'>;

function applicantCalls(workshop: Workshop): ApplicantCalls {
  const submit = async (id: string, make: EventMaker): Promise<Receipt> =>
    receiptOf(id, await workshop.submit(id, make));
  return {
    fill: (id, step, answers) => submit(id, (_state, at) => ({ type: 'filled', at, step, answers })),
    supplement: (id, step, values) =>
      submit(id, (state, at) => {
        return { type: 'supplemented', at, step, round: own(state.steps, step)?.round ?? 0, values };
      }),
    deliver: (id, step, place, value) =>
      submit(id, (_state, at) => ({ type: 'delivered', at, step, place, value })),
    withdraw: (id, step, reason) =>
      submit(id, (_state, at) => ({ type: 'withdrawn', at, step, ...reasonOf(reason) })),
    cancel: (id, reason) => submit(id, (_state, at) => ({ type: 'cancelled', at, ...reasonOf(reason) })),
    retry: (id, step) =>
      submit(id, (state, at) => {
        const { round = 0, attempt = 0 } = own(state.steps, step) ?? {};
        return { type: 'retried', at, step, round, attempt };
      }),
  };
}

function receiptOf(id: string, refusal: Refusal | undefined): Receipt {
  return refusal === undefined ? { accepted: true, case: id } : { accepted: false, refusal };
}

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}
