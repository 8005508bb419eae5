import { omitUndefined } from '../../base/index.js';
import { assertArguments, literal } from '../../messages/index.js';
import type { HandlerOutcome } from './call-handler.js';
import { tell } from './messages.js';
import type { RefusalCode, Untimed } from '../machine/event.js';
import { isRefusal } from '../machine/refuse.js';
import type { Outcome } from './calls.js';
import { decide } from '../machine/machine.js';
import type { Command } from '../machine/machine.js';
import type { CaseState } from '../machine/state.js';
import type { Plan } from '../../model/index.js';

/** A command that a handler carries out. */
export type HandlerCommand = Extract<Command, { type: 'execute' | 'undo' }>;

/** Is it for a handler? */
export function isHandlerCommand(command: Command): command is HandlerCommand {
  assertArguments('isHandlerCommand', { command: 'from decide' }, { command });
  return command.type === 'execute' || command.type === 'undo';
}

/** Which attempt it is. */
export interface AttemptName {
  /** The step key: the id, or `id[item]`. */
  key: string;
  type: HandlerCommand['type'];
  /** Of the submission. */
  round: number;
  /** 1 for the first attempt of a round, or of undoing. */
  attempt: number;
}

/** Has the case begun this attempt, and does it still wait for what it comes to? */
export function isUnderWay(plan: Plan, state: CaseState, name: AttemptName): boolean {
  assertArguments('isUnderWay', { name: 'object' }, { name });
  return decide(plan, state, [name.key]).some(
    (command) =>
      isHandlerCommand(command) &&
      command.begun &&
      command.type === name.type &&
      command.step === name.key &&
      command.attempt === name.attempt &&
      (command.type === 'undo' || command.round === name.round),
  );
}

/** The event that is in the log before the attempt is made. */
export function beginningOf(command: HandlerCommand): Untimed {
  assertArguments('beginningOf', { command: 'from decide' }, { command });
  const { step, attempt } = command;
  return command.type === 'execute'
    ? { type: 'attempted', step, round: command.round, attempt }
    : { type: 'undoing', step, attempt };
}

/**
 * Hands in what an attempt came to. Where the case refuses what the handler said, the attempt has failed; where it came
 * too late, nothing is left to do.
 * @param submit applies an event to the case
 */
export async function handIn(
  name: AttemptName,
  outcome: HandlerOutcome,
  submit: (event: Untimed) => Promise<Outcome>,
): Promise<void> {
  const kinds = { name: 'object', outcome: 'object', submit: 'function' } as const;
  assertArguments('handIn', kinds, { name, outcome, submit });
  const refusal = (await submit(eventOf(name, outcome))) ?? undefined;
  if (refusal === undefined || !isRefusal(refusal) || tooLate.has(refusal.code)) return;
  const { code, issues, unmet: _unmet, ...said } = refusal;
  const error = tell('attempt.refused', { code: literal(code), refusal: { code, ...said } });
  await submit(eventOf(name, { kind: 'failed', error, final: false, ...omitUndefined({ issues }) }));
}

/** Refusals of an outcome that came too late; all others say that the outcome itself is wrong. */
const tooLate: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'settled',
  'stale',
  'case-over',
  'unknown-case',
]);

/** The event that an outcome is to the case. */
function eventOf({ key: step, type, round, attempt }: AttemptName, outcome: HandlerOutcome): Untimed {
  if (type === 'undo') {
    const error = outcome.kind === 'failed' ? { error: outcome.error } : {};
    return { type: 'undone', step, attempt, ...error };
  }
  if (outcome.kind === 'pending') return { type: 'accepted', step, round };
  if (outcome.kind === 'answer') return { type: 'answered', step, round, answer: outcome.answer };
  const more = omitUndefined({ issues: outcome.issues, final: outcome.final ? true : undefined });
  return { type: 'failed', step, round, attempt, error: outcome.error, ...more };
}
