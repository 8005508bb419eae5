import { omitUndefined } from '../../base/index.js';
import { UsageError, assertArguments } from '../../messages/index.js';
import {
  assertCaseFilter,
  assertCaseId,
  assertEventsOptions,
  assertPlan,
  assertReference,
  assertSecret,
  createCalls,
  createFeed,
  createTokens,
  isAboutToStart,
  isLookingUp,
  isRefusal,
  receiptOf,
  takenNow,
  viewOf,
} from '../../runtime/index.js';
import type {
  CaseState,
  CaseView,
  EventsOptions,
  Forgotten,
  LogEntry,
  LoggedEntry,
  Notice,
  Outcome,
  Runner,
} from '../../runtime/index.js';
import { createIngress } from './ingress.js';
import { createAdmin, listCases } from './list-cases.js';
import { tell } from './messages.js';
import type { NoticeHub } from './notice-hub.js';
import type { Looked, OpenRequest, StartRequest } from './protocol.js';
import { serviceNames } from './service-names.js';

/** Where the cluster is. */
export interface RestateClientOptions {
  /** The ingress of the cluster, as in "http://localhost:8080"; of several nodes, one that answers is used. */
  ingress: string | readonly string[];
  /** The admin interface, as in "http://localhost:9070": what `cases` asks. */
  admin?: string;
  /** The same as for the services. */
  secret: string;
  name?: string;
  /** What the services in this process tell: what `events` listens to. */
  notices?: NoticeHub;
  /** For so many milliseconds a call is repeated while no node takes it; 10,000 unless told. */
  patienceMs?: number;
}

/**
 * The calls of the embedded runner, on a cluster. What is accepted is durable there. `cases` needs the admin address of
 * a node, `events` a case, or the notices of services that run in the same process.
 */
export type RestateClient = Omit<Runner, 'idle' | 'stop' | 'backup'>;

/** So often the log of a case is looked at by whoever listens to it. */
const pollMs = 1_000;

/** A client for hosts: the same calls as the embedded runner has. */
export function createRestateClient(options: RestateClientOptions): RestateClient {
  assertClientOptions(options);
  const { cases: service } = serviceNames(options.name);
  const urls = typeof options.ingress === 'string' ? [options.ingress] : options.ingress;
  const patienceMs = options.patienceMs ?? 10_000;
  const ingress = createIngress({ urls, patienceMs });
  const admin = options.admin === undefined ? undefined : createAdmin({ urls: [options.admin], patienceMs });
  const call = <T>(id: string, handler: string, body?: unknown): Promise<T> =>
    ingress.call<T>(service, id, handler, body);
  const look = (id: string): Promise<Looked | null> => call<Looked | null>(id, 'look');
  return {
    async start(plan, given) {
      assertArguments('start', { plan: 'object', given: 'object' }, { plan, given });
      const { answers, known, consents, reference, disputes, id = globalThis.crypto.randomUUID() } = given;
      assertCaseId(id);
      assertReference(reference);
      assertPlan(plan);
      const request: StartRequest = {
        plan,
        answers,
        ...omitUndefined({ known, consents, reference, disputes }),
      };
      const outcome = await call<Outcome>(id, 'start', request);
      return receiptOf(id, await whenStarted(() => look(id), outcome));
    },
    open: opener(call, look),
    ...createCalls({
      started: (id, outcome) => whenStarted(() => look(id), outcome),
      tokens: createTokens(options.secret),
      submit: async (id, event) => {
        const made = typeof event === 'function' ? event((await look(id))?.state) : event;
        return call<Outcome>(id, 'submit', made);
      },
    }),
    async case(id): Promise<CaseView | undefined> {
      assertCaseId(id);
      const found = await look(id);
      return found === null ? undefined : viewOf(found.plan, found);
    },
    async cases(filter = {}) {
      assertCaseFilter(filter);
      if (admin === undefined) throw new UsageError(tell('usage/no-admin'));
      return listCases(admin, service, filter);
    },
    async history(id) {
      assertCaseId(id);
      return call<LogEntry[]>(id, 'history');
    },
    events(wanted = {}) {
      assertEventsOptions(wanted);
      const { case: id } = wanted;
      if (id === undefined) return eventsOfAll(options, wanted);
      const read = (after: number, limit: number): Promise<LogEntry[]> =>
        call<LogEntry[]>(id, 'history', { after, limit });
      return eventsOfCase(id, read, wanted.after ?? 0);
    },
    async forget(id, { force = false } = {}) {
      assertCaseId(id);
      return call<Forgotten>(id, 'forget', { force });
    },
  };
}

/** Opens a draft, and waits for what can be looked up at once. */
function opener(
  call: <T>(id: string, handler: string, body?: unknown) => Promise<T>,
  look: (id: string) => Promise<Looked | null>,
): RestateClient['open'] {
  return async (plan, given = {}) => {
    assertArguments('open', { plan: 'object', given: 'object' }, { plan, given });
    const { answers, known, reference, id = globalThis.crypto.randomUUID() } = given;
    assertCaseId(id);
    assertReference(reference);
    assertPlan(plan);
    const request: OpenRequest = { plan, ...omitUndefined({ answers, known, reference }) };
    const outcome = await call<Outcome>(id, 'open', request);
    await until(
      () => look(id),
      (state) => !isLookingUp(state),
    );
    return receiptOf(id, outcome);
  };
}

/** So often a case is looked at that is about to start. */
const startingMs = 50;

/** What came of a start: look-ups that tell whether the applicant may apply are waited for. */
async function whenStarted(look: () => Promise<Looked | null>, outcome: Outcome): Promise<Outcome> {
  if (outcome === null || outcome === undefined || isRefusal(outcome) || outcome.isStarting !== true)
    return outcome;
  const found = await until(look, (state) => !isAboutToStart(state));
  return found === null ? outcome : takenNow(found.state, outcome);
}

/** The case once it stands like that, or nothing where there is none. */
async function until(
  look: () => Promise<Looked | null>,
  isSo: (state: CaseState) => boolean,
): Promise<Looked | null> {
  for (;;) {
    const found = await look();
    if (found === null || isSo(found.state)) return found;
    await new Promise((resolve) => setTimeout(resolve, startingMs));
  }
}

/** What happens to one case, out of its log. */
function eventsOfCase(
  id: string,
  history: (after: number, limit: number) => Promise<LogEntry[]>,
  after: number,
): AsyncIterableIterator<Notice> {
  const read = async (position: number, limit: number): Promise<LoggedEntry[]> => {
    const entries = await history(position, limit);
    return entries.map((entry) => ({ position: entry.seq, case: id, entry }));
  };
  return createFeed({ read, last: () => after, pollMs }).listen({ after });
}

/** What services of this process tell from now on. */
function eventsOfAll(
  { notices }: RestateClientOptions,
  { after }: EventsOptions,
): AsyncIterableIterator<Notice> {
  if (after !== undefined) {
    throw new UsageError(tell('usage/no-feed'), tell('usage/no-feed:help'));
  }
  if (notices !== undefined) return notices.events();
  throw new UsageError(tell('usage/no-notices'), tell('usage/no-notices:help'));
}

/** @throws UsageError `usage/argument`, `usage/secret`, `usage/ingress` */
function assertClientOptions(options: RestateClientOptions): void {
  const call = 'createRestateClient';
  assertArguments(call, { options: 'object' }, { options });
  const kinds = { admin: 'text?', name: 'text?', notices: 'object?', patienceMs: 'milliseconds?' } as const;
  assertArguments(call, kinds, { ...options });
  assertSecret(options.secret);
  const { ingress } = options;
  const urls: readonly unknown[] = Array.isArray(ingress) ? ingress : [ingress];
  if (urls.length > 0 && urls.every((url) => typeof url === 'string' && URL.canParse(url))) return;
  throw new UsageError(tell('usage/ingress'));
}
