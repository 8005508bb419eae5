import { omitUndefined } from '../../base/index.js';
import { UsageError, assertArguments } from '../../messages/index.js';
import {
  assertCaseFilter,
  assertCaseId,
  assertPlan,
  assertSecret,
  createCalls,
  createTokens,
  receiptOf,
  viewOf,
} from '../../runtime/index.js';
import type { CaseView, LogEntry, Outcome, Runner } from '../../runtime/index.js';
import { createIngress } from './ingress.js';
import { listCases } from './list-cases.js';
import { tell } from './messages.js';
import type { NoticeHub } from './notice-hub.js';
import type { Looked, StartRequest } from './protocol.js';
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
 * a node, `events` the notices of services that run in the same process.
 */
export type RestateClient = Omit<Runner, 'idle' | 'stop'>;

/** A client for hosts: the same calls as the embedded runner has. */
export function createRestateClient(options: RestateClientOptions): RestateClient {
  assertClientOptions(options);
  const { cases: service } = serviceNames(options.name);
  const urls = typeof options.ingress === 'string' ? [options.ingress] : options.ingress;
  const ingress = createIngress({ urls, patienceMs: options.patienceMs ?? 10_000 });
  const call = <T>(id: string, handler: string, body?: unknown): Promise<T> =>
    ingress.call<T>(service, id, handler, body);
  const look = (id: string): Promise<Looked | null> => call<Looked | null>(id, 'look');
  return {
    async start(plan, given) {
      assertArguments('start', { plan: 'object', given: 'object' }, { plan, given });
      const { answers, known, id = globalThis.crypto.randomUUID() } = given;
      assertCaseId(id);
      assertPlan(plan);
      const request: StartRequest = { plan, answers, ...omitUndefined({ known }) };
      return receiptOf(id, await call<Outcome>(id, 'start', request));
    },
    ...createCalls({
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
      if (options.admin === undefined) {
        throw new UsageError(tell('usage/no-admin'));
      }
      return listCases(options.admin, service, filter);
    },
    async history(id) {
      assertCaseId(id);
      return call<LogEntry[]>(id, 'history');
    },
    events() {
      if (options.notices === undefined) {
        throw new UsageError(tell('usage/no-notices'), tell('usage/no-notices:help'));
      }
      return options.notices.events();
    },
  };
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
