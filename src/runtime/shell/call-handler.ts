import { byKey, isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { derivations } from '../../derive/index.js';
import { literal, literals, UnavailableError, UsageError } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import type { PlanStep, Transfer } from '../../model/index.js';
import type { Answer } from '../machine/event.js';
import { isBoundedJson } from '../machine/limits.js';
import type { Issue } from '../machine/prepared-plan.js';
import { tell } from './messages.js';
import type {
  BlockHandler,
  CheckHandler,
  HandlerContext,
  Handlers,
  RegistryHandler,
  TransferHandler,
} from './ports.js';
import { onlyWanted } from '../machine/wanted.js';
import { isAnswer } from '../machine/well-formed.js';

/** What calling a handler came to. Only this steers; what a handler throws never leaves here. */
export type HandlerOutcome =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'pending' }
  /** `issues`: where the case refused what the handler said. */
  | { kind: 'failed'; error: Message; issues?: Issue[]; final: boolean };

/** The handlers that a plan needs and the host does not have, each once, in the order of their words. */
export function missingHandlers(steps: readonly PlanStep[], handlers: Handlers): Message[] {
  const missing = new Map<string, Message>();
  const add = (
    what: 'block' | 'undo' | 'transfer' | 'check' | 'derivation' | 'registry',
    id: string,
  ): void => {
    const handler = tell(`handler.${what}`, { id });
    missing.set(handler.message, handler);
  };
  for (const step of steps) {
    if (step.kind === 'block' && step.block !== undefined) {
      if (own(handlers.blocks, step.block) === undefined) add('block', step.block);
      const undo = own(handlers.undo ?? {}, step.block);
      if (step.compensation === true && undo === undefined) add('undo', step.block);
    }
    if (step.transfer !== undefined && own(handlers.transfers ?? {}, step.transfer.from) === undefined)
      add('transfer', step.transfer.from);
    if (step.check !== undefined && own(handlers.checks ?? {}, step.check.block) === undefined)
      add('check', step.check.block);
    if (step.kind !== 'registry') continue;
    if (step.local !== undefined) {
      const derive = own(handlers.derivations ?? {}, step.local) ?? own(derivations, step.local);
      if (derive === undefined) add('derivation', step.local);
    } else if (step.registry !== undefined && own(handlers.registries ?? {}, step.registry) === undefined) {
      add('registry', step.registry);
    }
  }
  return [...missing.values()].sort(byKey(({ message }) => message));
}

/** Calls the handler of a step and makes sense of whatever it gives or throws. */
export async function callHandler(
  step: PlanStep,
  handlers: Handlers,
  input: JsonObject,
  context: HandlerContext,
  today: string,
): Promise<HandlerOutcome> {
  try {
    if (step.kind === 'registry') return await callRegistry(step, handlers, input, context, today);
    const result = await callAuthority(step, handlers, input, context);
    if (result === undefined)
      return failed(tell('attempt.no-handler', { handler: handlerName(step) }), false);
    if (isObject(result) && result['status'] === 'pending') return { kind: 'pending' };
    if (!isBoundedJson(result) || !isAnswer(result)) return failed(tell('attempt.no-answer'), false);
    return { kind: 'answer', answer: result as unknown as Answer };
  } catch (error) {
    return failed(failureOf(error), isFinal(error));
  }
}

function handlerName({ block = '', transfer, check }: PlanStep): Message {
  if (check !== undefined) return tell('handler.check', { id: check.block });
  return transfer === undefined
    ? tell('handler.block', { id: block })
    : tell('handler.transfer', { id: transfer.from });
}

async function callAuthority(
  step: PlanStep,
  handlers: Handlers,
  input: JsonObject,
  context: HandlerContext,
): Promise<unknown> {
  const { transfer, check } = step;
  if (transfer !== undefined) return callTransfer(transfer, handlers, input, context);
  if (check === undefined) return callBlock(step, handlers, input, context);
  const handler = own(handlers.checks ?? {}, check.block);
  if (handler === undefined) return undefined;
  return (await (handler as CheckHandler)(input, { ...context, check })) ?? null;
}

async function callBlock(
  step: PlanStep,
  handlers: Handlers,
  input: JsonObject,
  context: HandlerContext,
): Promise<unknown> {
  const handler = own(handlers.blocks, step.block ?? '');
  return handler === undefined ? undefined : ((await (handler as BlockHandler)(input, context)) ?? null);
}

async function callTransfer(
  transfer: Transfer,
  handlers: Handlers,
  input: JsonObject,
  context: HandlerContext,
): Promise<unknown> {
  const handler = own(handlers.transfers ?? {}, transfer.from);
  if (handler === undefined) return undefined;
  return (await (handler as TransferHandler)(input, { ...context, transfer })) ?? null;
}

async function callRegistry(
  step: PlanStep,
  handlers: Handlers,
  input: JsonObject,
  context: HandlerContext,
  today: string,
): Promise<HandlerOutcome> {
  if (step.local !== undefined) return derive(step, step.local, handlers, input, today);
  const id = step.registry ?? '';
  const handler = own(handlers.registries ?? {}, id);
  if (handler === undefined)
    return failed(tell('attempt.no-handler', { handler: tell('handler.registry', { id }) }), false);
  const output: unknown = await (handler as RegistryHandler)(input, context);
  if (!isBoundedJson(output) || !isObject(output)) return failed(tell('attempt.no-object'), false);
  // What nobody takes is not written down.
  const [kept, dropped] = onlyWanted(output, context.wanted ?? Object.keys(step.out));
  const answer: Answer = { status: 'approved', output: kept };
  return { kind: 'answer', answer: dropped.length === 0 ? answer : { ...answer, dropped } };
}

function derive(
  step: PlanStep,
  name: string,
  handlers: Handlers,
  input: JsonObject,
  today: string,
): HandlerOutcome {
  const derivation = own(handlers.derivations ?? {}, name) ?? own(derivations, name);
  if (derivation === undefined) return failed(tell('attempt.no-derivation', { name }), true);
  const given = Object.keys(step.in).map((key) => own(input, key) ?? null);
  let values: JsonValue[];
  try {
    values = derivation(given, step.options ?? {}, today) ?? [];
  } catch (error) {
    const inputs = literals(Object.keys(step.in));
    return failed(tell('attempt.derivation-fails', { name, inputs, error: failureOf(error) }), true);
  }
  const output: JsonObject = {};
  Object.keys(step.out).forEach((key, index) => {
    const value: JsonValue | undefined = values[index];
    if (value !== undefined) output[key] = value;
  });
  return { kind: 'answer', answer: { status: 'approved', output } };
}

function failed(error: Message, final: boolean): HandlerOutcome {
  return { kind: 'failed', error, final };
}

/** Where nobody could call the handler. */
export const notCalled: HandlerOutcome = failed(tell('attempt.not-called'), false);

/** Where a bug of ours keeps an answer from the case. */
export const notTakenIn: HandlerOutcome = failed(tell('attempt.not-taken-in'), false);

/** Why an attempt failed, of what a handler threw: it throws whatever it likes. */
export function failureOf(error: unknown): Message {
  if (error instanceof UnavailableError || error instanceof UsageError) return error.said;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : error;
  if (typeof text !== 'string') return tell('attempt.threw-no-error');
  return tell('attempt.threw', { error: literal(text.slice(0, 500)) });
}

function isFinal(error: unknown): boolean {
  return error instanceof Error && (error as { final?: unknown }).final === true;
}

/** Calls the handler that undoes a block. */
export async function callUndo(
  step: PlanStep,
  handlers: Handlers,
  context: HandlerContext & { of: string },
): Promise<HandlerOutcome> {
  const { block = '' } = step;
  const undo = own(handlers.undo ?? {}, block);
  if (undo === undefined) return failed(tell('attempt.no-undo', { block }), false);
  try {
    await undo(context);
    return { kind: 'answer', answer: { status: 'approved', output: {} } };
  } catch (error) {
    return failed(failureOf(error), false);
  }
}
