import type { Context } from '@restatedev/restate-sdk';
import { createTokens, makeAttempt } from '../../runtime/index.js';
import type { CaseApi, CounterApi, WorkRequest } from './protocol.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';

/**
 * Makes one attempt, if the case still wants it: services may have been away for long since it was sent. Its effects
 * outside happen at least once: the idempotency key is the same each time.
 */
export async function attempt(
  ctx: Context,
  options: RestateOptions,
  { request, slot }: WorkRequest,
): Promise<void> {
  const names = serviceNames(options.name);
  const ofCase = { name: names.cases };
  const { key, type, round, attempt: number } = request;
  const attemptName = { key, type, round, attempt: number };
  try {
    if (!(await ctx.objectClient<CaseApi>(ofCase, request.case).wanted(attemptName))) return;
    const outcome = await ctx.run('handler', () =>
      makeAttempt(request, {
        handlers: options.handlers,
        tokens: createTokens(options.secret),
        signal: AbortSignal.timeout(options.attemptTimeoutMs ?? 60_000),
      }),
    );
    ctx.objectSendClient<CaseApi>(ofCase, request.case).report({ ...attemptName, outcome });
  } finally {
    // Also where an operator ends the invocation. A service that dies takes nothing with it: the invocation goes on.
    if (slot !== undefined)
      ctx.objectSendClient<CounterApi>({ name: names.counter }, slot.counter).leave(slot);
  }
}
