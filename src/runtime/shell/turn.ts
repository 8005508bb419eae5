import { deepEqual } from '../../base/index.js';
import type { Table } from '../../base/index.js';
import { assertArguments, literal } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import type { Plan } from '../../model/index.js';
import { timed } from '../machine/event.js';
import type { Refusal, Untimed } from '../machine/event.js';
import { draftRefusalOf, ineligibleSteps } from '../machine/eligibility.js';
import type { Outcome, Taken } from './calls.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { ofCase } from '../machine/arguments.js';
import { stateArgument, tablesOf } from '../machine/case-tables.js';
import { consider, isActive } from '../machine/machine.js';
import { nextWake } from '../machine/wake.js';
import { summaryOf } from './case-summary.js';
import { tell } from './messages.js';
import type { Commit, LogEntry } from './ports.js';
import type { CaseState } from '../machine/state.js';
import { withoutUnwanted } from '../machine/unwanted.js';
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
    assertArguments('Turn', { ...ofCase, seq: 'integer' }, { plan, state, seq });
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

  /** The steps of the case that differ from before. */
  get changed(): string[] {
    const { steps } = tablesOf(this.#state);
    return steps.changesSince(tablesOf(this.#before).steps).map(([key]) => key);
  }

  /** What came of the events, where they are taken. */
  get taken(): Taken {
    const ineligible = ineligibleSteps(this.#state, this.#before);
    return {
      notTaken: this.notTaken,
      ...(ineligible.length === 0 ? {} : { ineligible }),
      ...(this.#state.status === 'starting' ? { isStarting: true as const } : {}),
    };
  }

  /** What the host is told: also a draft that is handed in and taken may come back at once. */
  get outcome(): Outcome {
    const [first] = this.entries;
    const isBack = first?.event.type === 'submitted' && this.#state.status === 'draft';
    return (isBack ? draftRefusalOf(this.#state) : undefined) ?? this.taken;
  }

  /** Applies an event that happens now; gives why it is refused, where it is, and then nothing has changed. */
  apply(untimed: Untimed, at: Instant): Refusal | undefined {
    const event = withoutUnwanted(this.#plan, this.#state, timed(untimed, at));
    const { state, refusal, notTaken = [] } = consider(this.#plan, this.#state, event);
    if (refusal !== undefined) return refusal;
    this.notTaken.push(...notTaken);
    const transitions = transitionsBetween(this.#state, state);
    // What comes a second time, or a look at the clock too early, is not worth a line in the log.
    if (transitions.length === 0 && isSame(this.#state, state)) return undefined;
    this.entries.push({ seq: this.#seq + this.entries.length + 1, event, transitions });
    this.#state = state;
    return undefined;
  }
}

/** Do two states say the same, of which one follows from the other? */
function isSame(before: CaseState, after: CaseState): boolean {
  const [old, now] = [tablesOf(before), tablesOf(after)];
  const isSameTable = <T>(of: Table<T>, from: Table<T>): boolean =>
    of.size === from.size && of.changesSince(from).every(([key, value]) => deepEqual(value, from.get(key)));
  return (
    isSameTable(now.steps, old.steps) &&
    isSameTable(now.sources, old.sources) &&
    deepEqual(now.rest, old.rest)
  );
}

const turnArgument: OwnKind = {
  is: (value) => value instanceof Turn,
  what: tell('argument.instance', { name: literal('Turn') }),
};

/** What a store writes of a turn, all of it or nothing. */
export function commitOf(id: string, plan: Plan, turn: Turn): Commit {
  assertArguments('commitOf', { id: 'text', plan: ofCase.plan, turn: turnArgument }, { id, plan, turn });
  const { entries, state, before, seq } = turn;
  const summary = summaryOf(plan, { id, seq, state });
  const active = isActive(state);
  return { id, plan: plan.hash, entries, state, before, summary, wakeAt: wakeOf(state), active };
}

/** Milliseconds since 1970 of the next moment at which the clock alone changes something. */
export function wakeOf(state: CaseState): number | undefined {
  assertArguments('wakeOf', { state: stateArgument }, { state });
  const at = nextWake(state);
  return at === undefined ? undefined : msOf(at);
}
