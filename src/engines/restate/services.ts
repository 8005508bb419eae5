import { assertArguments } from '../../messages/index.js';
import * as restate from '@restatedev/restate-sdk';
import { assertSecret } from '../../runtime/index.js';
import type { AttemptName, Notice, Untimed } from '../../runtime/index.js';
import { attempt } from './attempt.js';
import {
  forget,
  granted,
  history,
  look,
  open,
  start,
  submit,
  takeReport,
  wake,
  wanted,
} from './case-object.js';
import { leave, queue } from './counter.js';
import type { AttemptReport, OpenRequest, StartRequest, Ticket, WorkRequest } from './protocol.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';
import { provideWithResolvers } from './with-resolvers.js';

type Ctx = restate.ObjectContext;

/**
 * A repeated call of a client comes within seconds, and its answer need not be kept for a day; nor need what an invocation
 * was given and gave: both hold what applicants said.
 */
const retention = { idempotencyRetention: { hours: 1 }, journalRetention: { hours: 1 } };

/**
 * The services that run cases on Restate: a virtual object for each case, which holds its state and takes one event at
 * a time; a stateless worker, which makes each attempt as an invocation of its own; and, for authorities that take
 * only so many at once, their counters, which give slots in the order of waiting. Serve them on every node.
 * @throws UsageError `usage/secret` where the secret is too short to sign with
 */
export function createRestateServices(
  options: RestateOptions,
): (restate.VirtualObjectDefinition<string, unknown> | restate.ServiceDefinition<string, unknown>)[] {
  provideWithResolvers();
  assertArguments('createRestateServices', { options: 'object' }, { options });
  assertSecret(options.secret);
  const kinds = { handlers: 'object', name: 'text?', offset: 'text?', notify: 'function?' } as const;
  assertArguments('createRestateServices', kinds, { ...options });
  assertArguments('createRestateServices', { blocks: 'object' }, { ...options.handlers });
  const names = serviceNames(options.name);
  const cases = restate.object({
    name: names.cases,
    handlers: {
      start: (ctx: Ctx, request: StartRequest) => start(ctx, options, request),
      open: (ctx: Ctx, request: OpenRequest) => open(ctx, options, request),
      submit: (ctx: Ctx, event: Untimed) => submit(ctx, options, event),
      report: internal((ctx: Ctx, report: AttemptReport) => takeReport(ctx, options, report)),
      wake: internal((ctx: Ctx) => wake(ctx, options)),
      granted: internal((ctx: Ctx, slot: Ticket) => granted(ctx, options, slot)),
      wanted: internal((ctx: Ctx, name: AttemptName) => wanted(ctx, name)),
      look: restate.handlers.object.shared(look),
      history: restate.handlers.object.shared(history),
      forget: (ctx: Ctx, request?: { force?: boolean }) => forget(ctx, request),
    },
    // The log lies with the state and grows: a call is sent only what it reads.
    options: { enableLazyState: true, ...retention },
  });
  const worker = restate.service({
    name: names.worker,
    handlers: {
      attempt: (ctx: restate.Context, request: WorkRequest) => attempt(ctx, options, request),
    },
    options: { ingressPrivate: true, ...retention },
  });
  const counter = restate.object({
    name: names.counter,
    handlers: {
      queue: (ctx: Ctx, ticket: Ticket) => queue(ctx, options, ticket),
      leave: (ctx: Ctx, ticket: Ticket) => leave(ctx, options, ticket),
    },
    // The line may be long: a call is sent only what it reads.
    options: { ingressPrivate: true, enableLazyState: true, ...retention },
  });
  const notices = restate.object({
    name: names.notices,
    handlers: { tell: (ctx: Ctx, list: Notice[]) => tell(ctx, options, list) },
    options: { ingressPrivate: true, ...retention },
  });
  return [cases, worker, counter, notices];
}

/** For the services among themselves: the ingress refuses to call it. */
function internal<F extends (ctx: Ctx, request: never) => Promise<unknown>>(handler: F): F {
  return restate.handlers.object.exclusive({ ingressPrivate: true }, handler);
}

async function tell(ctx: Ctx, { notify }: RestateOptions, list: readonly Notice[]): Promise<void> {
  if (notify === undefined) return;
  for (const notice of list) await ctx.run(`notice ${notice.seq}`, async () => notify(notice));
}
