import type { Context } from '@restatedev/restate-sdk';
import { scatter } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';
import { callHandler, callUndo, createTokens } from '../../runtime/index.js';
import type { HandlerOutcome } from '../../runtime/index.js';
import type { AttemptRequest, CaseApi } from './messages.js';
import type { RestateOptions } from './options.js';
import { serviceNames } from './service-names.js';

/** Makes one attempt. Its effects outside happen at least once: the idempotency key is the same each time. */
export async function attempt(ctx: Context, options: RestateOptions, request: AttemptRequest): Promise<void> {
  const { case: id, key, type, round, attempt: number } = request;
  const outcome = await ctx.run('handler', () => callOutside(options, request));
  const cases = { name: serviceNames(options.name).cases };
  ctx.objectSendClient<CaseApi>(cases, id).report({ key, type, round, attempt: number, outcome });
}

async function callOutside(options: RestateOptions, request: AttemptRequest): Promise<HandlerOutcome> {
  const { case: id, key, item, step, type, round, attempt: number, of, input, handling, today } = request;
  const signal = AbortSignal.timeout(options.attemptTimeoutMs ?? 60_000);
  const context = {
    case: id,
    step: key,
    ...(item === undefined ? {} : { item }),
    attempt: number,
    idempotencyKey: request.idempotencyKey,
    token: await createTokens(options.secret).issue({ case: id, step: key, round }),
    ...(handling === undefined ? {} : { handling }),
    signal,
  };
  const late = new Promise<HandlerOutcome>((resolve) => {
    const leave = () => resolve({ kind: 'failed', error: 'The attempt took too long.', final: false });
    signal.addEventListener('abort', leave, { once: true });
  });
  const call =
    type === 'undo'
      ? callUndo(step, options.handlers, { ...context, of })
      : callHandler(step, options.handlers, input, context, today);
  return Promise.race([call, late]);
}

/** The place at the authority's counter where an attempt is made, where only so many are made at once. */
export function placeAtCounter(
  step: PlanStep,
  idempotencyKey: string,
  limits: RestateOptions['limits'],
): string | undefined {
  const name = step.authority ?? step.registry ?? '';
  const authorities = limits?.authorities ?? {};
  const limit = Object.hasOwn(authorities, name) ? authorities[name]! : undefined;
  return limit === undefined
    ? undefined
    : `${name}#${Math.floor(scatter(idempotencyKey) * Math.max(1, limit))}`;
}
