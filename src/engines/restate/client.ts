import { own, UsageError } from '../../base/index.js';
import { assertPlan, createTokens, viewOf } from '../../runtime/index.js';
import type { CaseView, LogEntry, Receipt, Refusal, Runner } from '../../runtime/index.js';
import { createIngress } from './ingress.js';
import { listCases } from './list-cases.js';
import type { Looked, StartRequest, Untimed } from './messages.js';
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
  /** For so many milliseconds a call is repeated while no node takes it; 10,000 unless told. */
  patienceMs?: number;
}

/**
 * The calls of the embedded runner, on a cluster. What is accepted is durable there. What happens is told to the
 * `notify` of the services; there is no `events` here.
 */
export type RestateClient = Omit<Runner, 'events' | 'idle' | 'stop'>;

/** A client for hosts: the same calls as the embedded runner has. */
export function createRestateClient(options: RestateClientOptions): RestateClient {
  const tokens = createTokens(options.secret);
  const { cases: service } = serviceNames(options.name);
  const urls = typeof options.ingress === 'string' ? [options.ingress] : options.ingress;
  const ingress = createIngress({ urls, patienceMs: options.patienceMs ?? 10_000 });
  const call = <T>(id: string, handler: string, body?: unknown): Promise<T> =>
    ingress.call<T>(service, id, handler, body);
  const submit = async (id: string, event: Untimed): Promise<Receipt> =>
    receiptOf(id, await call<Refusal | null>(id, 'submit', event));
  const look = (id: string): Promise<Looked | null> => call<Looked | null>(id, 'look');
  return {
    async start(plan, { answers, known, id = globalThis.crypto.randomUUID() }) {
      assertPlan(plan);
      const request: StartRequest = { plan, answers, ...(known === undefined ? {} : { known }) };
      return receiptOf(id, await call<Refusal | null>(id, 'start', request));
    },
    ...authorityCalls(tokens, submit, look),
    ...applicantCalls(submit, look),
    async case(id): Promise<CaseView | undefined> {
      const found = await look(id);
      return found === null ? undefined : viewOf(found.plan, found);
    },
    async cases(filter = {}) {
      if (options.admin === undefined) {
        throw new UsageError(
          'usage/no-admin',
          'To list cases, the client needs the admin address of a node.',
        );
      }
      return listCases(options.admin, service, filter);
    },
    history: (id) => call<LogEntry[]>(id, 'history'),
  };
}

type Submit = (id: string, event: Untimed) => Promise<Receipt>;
type Look = (id: string) => Promise<Looked | null>;

function authorityCalls(
  tokens: ReturnType<typeof createTokens>,
  submit: Submit,
  look: Look,
): Pick<RestateClient, 'complete' | 'pause' | 'resume'> {
  const unknown: Receipt = {
    accepted: false,
    refusal: { code: 'unknown-token', message: 'The token was not issued here.' },
  };
  const pausesOf = async (id: string, step: string): Promise<number> =>
    own((await look(id))?.state.steps ?? {}, step)?.clock?.pauses ?? 0;
  return {
    async complete(token, answer) {
      const content = await tokens.read(token);
      if (content === undefined) return unknown;
      const { case: id, step, round } = content;
      return answer.status === 'pending'
        ? submit(id, { type: 'accepted', step, round })
        : submit(id, { type: 'answered', step, round, answer });
    },
    async pause(token, reason) {
      const content = await tokens.read(token);
      if (content === undefined) return unknown;
      const { case: id, step } = content;
      return submit(id, { type: 'paused', step, pause: (await pausesOf(id, step)) + 1, ...reasonOf(reason) });
    },
    async resume(token) {
      const content = await tokens.read(token);
      if (content === undefined) return unknown;
      const { case: id, step } = content;
      return submit(id, { type: 'resumed', step, pause: await pausesOf(id, step) });
    },
  };
}

function applicantCalls(
  submit: Submit,
  look: Look,
): Pick<RestateClient, 'fill' | 'supplement' | 'deliver' | 'withdraw' | 'cancel' | 'retry'> {
  const stateOf = async (id: string, step: string) => own((await look(id))?.state.steps ?? {}, step);
  return {
    fill: (id, step, answers) => submit(id, { type: 'filled', step, answers }),
    async supplement(id, step, values) {
      const round = (await stateOf(id, step))?.round ?? 0;
      return submit(id, { type: 'supplemented', step, round, values });
    },
    deliver: (id, step, place, value) => submit(id, { type: 'delivered', step, place, value }),
    withdraw: (id, step, reason) => submit(id, { type: 'withdrawn', step, ...reasonOf(reason) }),
    cancel: (id, reason) => submit(id, { type: 'cancelled', ...reasonOf(reason) }),
    async retry(id, step) {
      const { round = 0, attempt = 0 } = (await stateOf(id, step)) ?? {};
      return submit(id, { type: 'retried', step, round, attempt });
    },
  };
}

function receiptOf(id: string, refusal: Refusal | null): Receipt {
  return refusal === null ? { accepted: true, case: id } : { accepted: false, refusal };
}

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}
