import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { derivations } from '../../derive/index.js';
import type { PlanStep, Transfer } from '../../model/index.js';
import type { Answer } from '../machine/event.js';
import { isBoundedJson } from '../machine/limits.js';
import type { Issue } from '../machine/prepared-plan.js';
import type { BlockHandler, HandlerContext, Handlers, RegistryHandler, TransferHandler } from './ports.js';
import { isAnswer } from '../machine/well-formed.js';

/** What calling a handler came to. Only this steers; what a handler throws never leaves here. */
export type HandlerOutcome =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'pending' }
  /** `issues`: where the case refused what the handler said. */
  | { kind: 'failed'; error: string; issues?: Issue[]; final: boolean };

/** The handlers that a plan needs and the host does not have, as "block x", "registry y" or "transfer z". */
export function missingHandlers(steps: readonly PlanStep[], handlers: Handlers): string[] {
  const missing = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'block' && step.block !== undefined) {
      if (own(handlers.blocks, step.block) === undefined) missing.add(`block "${step.block}"`);
      const undo = own(handlers.undo ?? {}, step.block);
      if (step.compensation === true && undo === undefined) missing.add(`undo of block "${step.block}"`);
    }
    if (step.transfer !== undefined && own(handlers.transfers ?? {}, step.transfer.from) === undefined)
      missing.add(`transfer "${step.transfer.from}"`);
    if (step.kind !== 'registry') continue;
    if (step.local !== undefined) {
      const derive = own(handlers.derivations ?? {}, step.local) ?? own(derivations, step.local);
      if (derive === undefined) missing.add(`derivation "${step.local}"`);
    } else if (step.registry !== undefined && own(handlers.registries ?? {}, step.registry) === undefined) {
      missing.add(`registry "${step.registry}"`);
    }
  }
  return [...missing].sort();
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
    const result = await (step.transfer === undefined
      ? callBlock(step, handlers, input, context)
      : callTransfer(step.transfer, handlers, input, context));
    if (result === undefined) return failed(`There is no handler for ${handlerName(step)}.`, false);
    if (isObject(result) && result['status'] === 'pending') return { kind: 'pending' };
    if (!isBoundedJson(result) || !isAnswer(result)) return failed('The handler gave no answer.', false);
    return { kind: 'answer', answer: result as unknown as Answer };
  } catch (error) {
    return failed(textOf(error), isFinal(error));
  }
}

function handlerName({ block, transfer }: PlanStep): string {
  return transfer === undefined ? `block "${block}"` : `transfer "${transfer.from}"`;
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
  const handler = own(handlers.registries ?? {}, step.registry ?? '');
  if (handler === undefined) return failed(`There is no handler for registry "${step.registry}".`, false);
  const output: unknown = await (handler as RegistryHandler)(input, context);
  if (!isBoundedJson(output) || !isObject(output)) return failed('The registry gave no object.', false);
  return { kind: 'answer', answer: { status: 'approved', output } };
}

function derive(
  step: PlanStep,
  name: string,
  handlers: Handlers,
  input: JsonObject,
  today: string,
): HandlerOutcome {
  const derivation = own(handlers.derivations ?? {}, name) ?? own(derivations, name);
  if (derivation === undefined) return failed(`There is no derivation "${name}".`, true);
  const given = Object.keys(step.in).map((key) => own(input, key) ?? null);
  let values: JsonValue[];
  try {
    values = derivation(given, step.options ?? {}, today) ?? [];
  } catch (error) {
    const inputs = Object.keys(step.in).join(', ');
    return failed(`The derivation "${name}" fails for ${inputs}: ${textOf(error)}`, true);
  }
  const output: JsonObject = {};
  Object.keys(step.out).forEach((key, index) => {
    const value: JsonValue | undefined = values[index];
    if (value !== undefined) output[key] = value;
  });
  return { kind: 'answer', answer: { status: 'approved', output } };
}

function failed(error: string, final: boolean): HandlerOutcome {
  return { kind: 'failed', error, final };
}

/** A handler throws whatever it likes. */
function textOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`.slice(0, 500);
  return typeof error === 'string' ? error.slice(0, 500) : 'The handler threw something that is no error.';
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
  const undo = own(handlers.undo ?? {}, step.block ?? '');
  if (undo === undefined) return failed(`There is no undo handler for block "${step.block}".`, false);
  try {
    await undo(context);
    return { kind: 'answer', answer: { status: 'approved', output: {} } };
  } catch (error) {
    return failed(textOf(error), false);
  }
}
