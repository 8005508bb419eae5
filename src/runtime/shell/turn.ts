import { deepEqual } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { isHandlerCommand } from './attempt-events.js';
import { timed } from '../machine/event.js';
import type { Refusal, Untimed } from '../machine/event.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { consider, decide } from '../machine/machine.js';
import type { Command } from '../machine/machine.js';
import { summaryOf } from './case-summary.js';
import type { Commit, LogEntry } from './ports.js';
import type { CaseState } from '../machine/state.js';
import { transitionsBetween } from '../machine/transitions.js';

/** Events that are applied together and written together, before anything is done about them. */
export class Turn {
  /** What the log gains. */
  readonly entries: LogEntry[] = [];
  /** Places of what was said and nobody asked. */
  readonly notTaken: string[] = [];
  readonly #plan: Plan;
  readonly #seq: number;
  readonly #before: CaseState;
  #state: CaseState;

  /** @param seq of the last entry in the log; 0 before the first */
  constructor(plan: Plan, state: CaseState, seq: number) {
    this.#plan = plan;
    this.#before = state;
    this.#state = state;
    this.#seq = seq;
  }

  /** The state after the events so far. */
  get state(): CaseState {
    return this.#state;
  }

  /** The state before the first of the events. */
  get before(): CaseState {
    return this.#before;
  }

  /** The seq of the last entry. */
  get seq(): number {
    return this.#seq + this.entries.length;
  }

  /** Applies an event that happens now; gives why it is refused, where it is, and then nothing has changed. */
  apply(untimed: Untimed, at: Instant): Refusal | undefined {
    const event = timed(untimed, at);
    const { state, refusal, notTaken = [] } = consider(this.#plan, this.#state, event);
    if (refusal !== undefined) return refusal;
    this.notTaken.push(...notTaken);
    const transitions = transitionsBetween(this.#state, state);
    // What comes a second time, or a look at the clock too early, is not worth a line in the log.
    if (transitions.length === 0 && deepEqual(state, this.#state)) return undefined;
    this.entries.push({ seq: this.#seq + this.entries.length + 1, event, transitions });
    this.#state = state;
    return undefined;
  }
}

/**
 * What a store writes of a turn, all of it or nothing.
 * @param commands what is to be done after it, where that is known already
 */
export function commitOf(id: string, plan: Plan, turn: Turn, commands = decide(plan, turn.state)): Commit {
  const { entries, state, before, seq } = turn;
  const active = commands.some(isHandlerCommand);
  const summary = summaryOf(plan, { id, seq, state });
  return { id, plan: plan.hash, entries, state, before, summary, wakeAt: wakeOf(commands), active };
}

/** Milliseconds since 1970 of the next moment at which the clock alone changes something. */
export function wakeOf(commands: readonly Command[]): number | undefined {
  const wake = commands.find((command) => command.type === 'wake');
  return wake === undefined ? undefined : msOf(wake.at);
}
