import { assertArguments, UsageError } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import { BoundedCache } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { dateIn } from '../../time/index.js';
import { assertCaseFilter } from '../shell/case-filter.js';
import { createCalls, receiptOf } from '../shell/calls.js';
import { openedBy, startedBy, withDerived } from '../shell/start.js';
import type { DraftGiven, StartGiven } from '../shell/start.js';
import type { Calls, Receipt } from '../shell/calls.js';
import { assertCaseId, assertReference } from '../shell/case-id.js';
import { viewOf } from '../machine/case-view.js';
import type { CaseView } from '../machine/case-view.js';
import { assertHandlers, assertPlan } from '../shell/check-plan.js';
import { createSystemClock } from '../shell/clock.js';
import { createMemoryStore } from './memory-store.js';
import type { CaseSummary } from '../shell/case-summary.js';
import { tell } from '../shell/messages.js';
import { assertEventsOptions, createFeed } from '../shell/feed.js';
import type { EventsOptions } from '../shell/feed.js';
import type { Forgotten } from '../shell/files.js';
import type { Notice } from '../shell/notices.js';
import type { CaseFilter, CaseStore, Clock, Handlers, LogEntry } from '../shell/ports.js';
import type { ConcurrencyLimits } from '../shell/slots.js';
import type { RetryPolicy } from '../machine/state.js';
import { createTroubleTeller } from '../shell/trouble.js';
import type { TroubleOptions } from '../shell/trouble.js';
import { trustedStore } from '../shell/trusted-store.js';
import { createTokens } from '../shell/tokens.js';
import { Workshop } from './workshop.js';

/** Of so many plans it is remembered that they are sound. */
const mostChecked = 10_000;

/** What a runner needs. */
export interface RunnerOptions extends TroubleOptions {
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
  /** A draft to which nothing has happened for so many milliseconds expires; 30 days unless told, `Infinity`: never. */
  draftExpiryMs?: number;
}

/** What a host hands over to start a case. */
export interface CaseStart extends Omit<StartGiven, 'derived'> {
  id?: string;
}

/** What a host hands over to open a draft. */
export interface DraftStart extends DraftGiven {
  id?: string;
}

/** Runs cases of plans in one process. */
export interface Runner extends Calls {
  /**
   * Starts a case. The plan is kept with it: later versions of the plan do not touch it.
   * @param given `answers` for the form; `known`: what signing in told, shaped like the form; `disputes`: what of it
   * the applicant says is wrong; `reference`: by what the host finds the applicant's cases again; `id` for the case, so that a
   * repeated call does not start a second one
   * @throws UsageError `usage/plan` where it is no plan or its hash does not fit, `usage/missing-handler`,
   * `usage/case-id` where the id is empty or longer than 512 characters
   */
  start(plan: Plan, given: CaseStart): Promise<Receipt>;
  /**
   * Opens a draft: what rests on nothing but what is known is looked up and derived, each after the consent that its registry
   * names. Resolves when that is done, as far as it needs no consent and nobody answers later; `case` gives what the form is
   * drawn from. Opened again with the same, it is the same draft.
   * @param given `known`: what signing in told; `answers` to begin with; `reference` and `id` as of `start`
   * @throws UsageError as `start`
   */
  open(plan: Plan, given?: DraftStart): Promise<Receipt>;
  /** Where is my case? */
  case(id: string): Promise<CaseView | undefined>;
  cases(filter?: CaseFilter): Promise<CaseSummary[]>;
  /** The log of a case, from its first event. */
  history(id: string): Promise<LogEntry[]>;
  /**
   * What happens, out of the log, at least once: from now on, or behind a position; of all cases, or of one. Holds nothing
   * personal. Whoever is slow holds up nothing, and misses nothing but what has been forgotten since.
   */
  events(options?: EventsOptions): AsyncIterableIterator<Notice>;
  /**
   * Removes a case: what is known, its log, and its plan where nobody else is pinned to it. Tells the files that it
   * referred to. One that runs, or owes materials, is refused unless `force` says so.
   */
  forget(id: string, options?: { force?: boolean }): Promise<Forgotten>;
  /**
   * Writes a copy of the store, as it stands, to a file that does not exist yet, while the runner works.
   * @throws UsageError `usage/file-exists`, `usage/no-backup` where the store is no file
   */
  backup(path: string): Promise<void>;
  /** Resolves when nothing is under way: all that can be done without anybody's answer is done. */
  idle(): Promise<void>;
  /** Takes nothing new, waits for handlers at most so long (5,000 ms), aborts the rest and closes the store. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * A runner that takes up every case of its store where it was left.
 * @throws UnavailableError where the store cannot be read
 */
export async function createRunner(options: RunnerOptions): Promise<Runner> {
  assertRunnerOptions(options);
  const store = trustedStore(options.store ?? createMemoryStore());
  const clock = options.clock ?? createSystemClock();
  let position = await store.position();
  const feed = createFeed({
    read: (after, limit, id) => store.log(after, limit, id),
    last: () => position,
  });
  const tokens = createTokens(await store.secret());
  const workshop = new Workshop({
    store,
    clock,
    tokens,
    handlers: options.handlers,
    limits: options.limits ?? {},
    attemptTimeoutMs: options.attemptTimeoutMs ?? 60_000,
    written: (last) => {
      position = Math.max(position, last);
      feed.changed();
    },
    tell: createTroubleTeller(options),
  });
  await workshop.open();
  return {
    start: starter(workshop, { ...options, clock }),
    open: opener(workshop, options),
    ...createCalls({
      tokens,
      submit: (id, event) => workshop.submit(id, event),
      started: (id, outcome) => workshop.started(id, outcome),
    }),
    async case(id) {
      assertArguments('case', { id: 'text' }, { id });
      const record = await workshop.look(id);
      return record && viewOf(record.plan, record);
    },
    async cases(filter = {}) {
      assertCaseFilter(filter);
      return store.list(filter);
    },
    async history(id) {
      assertArguments('history', { id: 'text' }, { id });
      return store.history(id);
    },
    events(options = {}) {
      assertEventsOptions(options);
      return feed.listen(options);
    },
    async forget(id, options = {}) {
      assertArguments('forget', { id: 'text', options: 'object' }, { id, options });
      return workshop.forget(id, options.force === true);
    },
    async backup(path) {
      assertArguments('backup', { path: 'text' }, { path });
      if (store.backup === undefined) {
        throw new UsageError(tell('usage/no-backup'));
      }
      await store.backup(path);
    },
    idle: () => workshop.idle(),
    async stop(graceMs = 5_000) {
      assertArguments('stop', { graceMs: 'milliseconds?' }, { graceMs });
      await workshop.close(graceMs);
      await feed.end().catch(() => undefined);
      await store.close();
    },
  };
}

function starter(workshop: Workshop, options: RunnerOptions & { clock: Clock }): Runner['start'] {
  const checked = new BoundedCache<true>(mostChecked);
  return async (plan, given) => {
    assertArguments('start', { plan: 'object', given: 'object' }, { plan, given });
    const { id = globalThis.crypto.randomUUID(), ...content } = given;
    assertCaseId(id);
    assertReference(content.reference);
    if (!checked.has(plan.hash)) {
      assertPlan(plan);
      assertHandlers(plan, options.handlers);
    }
    checked.set(plan.hash, true);
    const { handlers, clock, retry } = options;
    const told = withDerived(plan, content, { handlers, today: dateIn(plan.calendar, clock.now()) });
    const outcome = await workshop.begin(id, plan, startedBy(told, retry));
    return receiptOf(id, await workshop.started(id, outcome));
  };
}

function opener(workshop: Workshop, options: RunnerOptions): Runner['open'] {
  return async (plan, given = {}) => {
    assertArguments('open', { plan: 'object', given: 'object' }, { plan, given });
    const { id = globalThis.crypto.randomUUID(), ...content } = given;
    assertCaseId(id);
    assertReference(content.reference);
    assertPlan(plan);
    assertHandlers(plan, options.handlers);
    const outcome = await workshop.begin(id, plan, openedBy(content, options));
    await workshop.lookedUp(id);
    return receiptOf(id, outcome);
  };
}

/** Milliseconds, or for ever. */
const patience: OwnKind = {
  is: (value) => value === undefined || (typeof value === 'number' && value > 0),
  what: tell('argument.patience'),
};

/** @throws UsageError `usage/argument` */
function assertRunnerOptions(options: RunnerOptions): void {
  const call = 'createRunner';
  assertArguments(call, { options: 'object' }, { options });
  const kinds = {
    handlers: 'object',
    store: 'object?',
    clock: 'object?',
    limits: 'object?',
    attemptTimeoutMs: 'milliseconds?',
    retry: 'object?',
    draftExpiryMs: patience,
    onError: 'function?',
    logger: 'object?',
  } as const;
  assertArguments(call, kinds, { ...options });
  const { handlers, limits = {} } = options;
  const tables = { blocks: 'object', registries: 'object?', transfers: 'object?', undo: 'object?' } as const;
  assertArguments(call, tables, { ...handlers });
  assertArguments(call, { total: 'count?', authorities: 'object?' }, { ...limits });
  for (const [name, limit] of Object.entries(limits.authorities ?? {})) {
    assertArguments(call, { [name]: 'count?' }, { [name]: limit });
  }
}
