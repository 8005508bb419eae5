import { isObject, omitUndefined } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { assertArguments, literal } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import { ofCase } from '../machine/arguments.js';
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
  assertCommand('planStepOf', plan, state, command);
  const id = tablesOf(state).steps.get(command.step)!.step;
  return plan.steps.find((step) => step.id === id)!;
}

function assertCommand(call: string, plan: Plan, state: CaseState, command: HandlerCommand): void {
  assertArguments(call, ofCase, { plan, state });
  const { steps } = tablesOf(state);
  const isOfCase = (value: unknown): boolean =>
    isObject(value) && typeof value['step'] === 'string' && steps.get(value['step']) !== undefined;
  const kind = { is: isOfCase, what: tell('argument.handler-command') };
  assertArguments(call, { command: kind }, { command });
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
  assertArguments('attemptOf', { id: 'text', today: 'text' }, { id, today });
  assertCommand('attemptOf', plan, state, command);
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

const signalArgument: OwnKind = {
  is: (value) => isObject(value) && typeof value['addEventListener'] === 'function',
  what: tell('argument.instance', { name: literal('AbortSignal') }),
};

/**
 * Calls the handler; never rejects for anything that a handler does. Whoever does not come back before the signal is
 * left behind: the attempt counts as failed.
 */
export async function makeAttempt(
  request: AttemptRequest,
  host: { handlers: Handlers; tokens: Tokens; signal: AbortSignal },
): Promise<HandlerOutcome> {
  assertArguments('makeAttempt', { request: 'from attemptOf', host: 'object' }, { request, host });
  const { handlers, tokens, signal } = host;
  const kinds = { handlers: 'object', tokens: 'from createTokens', signal: signalArgument } as const;
  assertArguments('makeAttempt', kinds, { handlers, tokens, signal });
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
