import { omitUndefined } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { tablesOf } from '../machine/case-tables.js';
import type { Plan, PlanStep } from '../../model/index.js';
import type { AttemptName, HandlerCommand } from './attempt-events.js';
import { callHandler, callUndo } from './call-handler.js';
import type { HandlerOutcome } from './call-handler.js';
import type { Handling } from '../machine/handling.js';
import { tell } from './messages.js';
import type { HandlerContext, Handlers } from './ports.js';
import type { CaseState } from '../machine/state.js';
import type { Tokens } from './tokens.js';

/** One attempt, with all that whoever makes it has to know: plain JSON, and no plan. */
export interface AttemptRequest extends AttemptName, Pick<HandlerContext, 'plan' | 'bundle' | 'version'> {
  case: string;
  item?: string;
  step: PlanStep;
  /** The same for every attempt of one submission. */
  idempotencyKey: string;
  /** For undoing: the idempotency key of the submission. */
  of: string;
  input: JsonObject;
  handling?: Handling;
  wanted?: string[];
  disputes?: HandlerContext['disputes'];
  /** The date at the counter, as in "2026-09-24". */
  today: string;
}

/** The step of the plan that a command is about. */
export function planStepOf(plan: Plan, state: CaseState, command: HandlerCommand): PlanStep {
  const id = tablesOf(state).steps.get(command.step)!.step;
  return plan.steps.find((step) => step.id === id)!;
}

/**
 * The attempt that a command asks for.
 * @param today the date at the counter
 */
export function attemptOf(
  id: string,
  plan: Plan,
  state: CaseState,
  command: HandlerCommand,
  today: string,
): AttemptRequest {
  const { item, round } = tablesOf(state).steps.get(command.step)!;
  return {
    case: id,
    plan: { id: plan.id, hash: plan.hash },
    bundle: plan.id,
    version: plan.catalogue.version,
    key: command.step,
    ...omitUndefined({ item }),
    step: planStepOf(plan, state, command),
    type: command.type,
    round,
    attempt: command.attempt,
    idempotencyKey: `${id}/${command.key}`,
    of: `${id}/${command.step}#${round}`,
    input: command.type === 'execute' ? command.input : {},
    ...(command.type === 'execute'
      ? omitUndefined({ handling: command.handling, wanted: command.wanted, disputes: command.disputes })
      : {}),
    today,
  };
}

/**
 * Calls the handler; never rejects for anything that a handler does. Whoever does not come back before the signal is
 * left behind: the attempt counts as failed.
 */
export async function makeAttempt(
  request: AttemptRequest,
  { handlers, tokens, signal }: { handlers: Handlers; tokens: Tokens; signal: AbortSignal },
): Promise<HandlerOutcome> {
  const {
    case: id,
    plan,
    bundle,
    version,
    key,
    item,
    step,
    round,
    attempt,
    idempotencyKey,
    handling,
    wanted,
    disputes,
  } = request;
  const context: HandlerContext = {
    case: id,
    plan,
    bundle,
    version,
    step: key,
    ...omitUndefined({ item }),
    attempt,
    idempotencyKey,
    token: await tokens.issue({ case: id, step: key, round }),
    ...omitUndefined({ handling, wanted, disputes }),
    signal,
  };
  let leave!: () => void;
  const givenUp = new Promise<HandlerOutcome>((resolve) => {
    leave = () => resolve({ kind: 'failed', error: tell('attempt.too-long'), final: false });
  });
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  const call =
    request.type === 'undo'
      ? callUndo(step, handlers, { ...context, of: request.of })
      : callHandler(step, handlers, request.input, context, request.today);
  try {
    return await Promise.race([call, givenUp]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
