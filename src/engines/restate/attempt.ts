import type { Context } from '@restatedev/restate-sdk';
import { own, scatter } from '../../base/index.js';
import { counterOf, createTokens, makeAttempt } from '../../runtime/index.js';
import type { AttemptRequest } from '../../runtime/index.js';
import type { CaseApi } from './protocol.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';

/** Makes one attempt. Its effects outside happen at least once: the idempotency key is the same each time. */
export async function attempt(ctx: Context, options: RestateOptions, request: AttemptRequest): Promise<void> {
  const { key, type, round, attempt: number } = request;
  const outcome = await ctx.run('handler', () =>
    makeAttempt(request, {
      handlers: options.handlers,
      tokens: createTokens(options.secret),
      signal: AbortSignal.timeout(options.attemptTimeoutMs ?? 60_000),
    }),
  );
  const cases = { name: serviceNames(options.name).cases };
  const report = { key, type, round, attempt: number, outcome };
  ctx.objectSendClient<CaseApi>(cases, request.case).report(report);
}

/** The place at the authority's counter where an attempt is made, where only so many are made at once. */
export function placeAtCounter(
  { step, idempotencyKey }: AttemptRequest,
  limits: RestateOptions['limits'],
): string | undefined {
  const name = counterOf(step);
  const limit = own(limits?.authorities ?? {}, name);
  return limit === undefined
    ? undefined
    : `${name}#${Math.floor(scatter(idempotencyKey) * Math.max(1, limit))}`;
}
