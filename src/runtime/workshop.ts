import { deepEqual } from '../base/index.js';
import type { Plan } from '../model/index.js';
import { Activities } from './activities.js';
import type { ActivityOptions, Start } from './activities.js';
import type { CaseEvent, Refusal } from './event.js';
import { msOf } from './instant.js';
import type { Instant } from './instant.js';
import { consider, decide } from './machine.js';
import type { Notice } from './notices.js';
import type { CaseStore, LogEntry } from './ports.js';
import { refuse } from './refuse.js';
import { Serial } from './serial.js';
import { initialState } from './state.js';
import type { CaseState } from './state.js';
import { transitionsBetween } from './transitions.js';
import { WakeTimer } from './wake-timer.js';

/** What a workshop needs. */
export interface WorkshopOptions extends Omit<ActivityOptions, 'report' | 'poke'> {
  store: CaseStore;
  publish: (notice: Notice) => void;
}

/** Makes an event from the state that it is to be applied to. */
export type EventMaker = (state: CaseState, at: Instant) => CaseEvent;

/** A case in memory. */
export interface LiveCase {
  id: string;
  plan: Plan;
  state: CaseState;
  seq: number;
}

/** After the store failed, the case is taken up again. */
const storeRetryMs = 1_000;
const page = 500;
/** So many cases are kept in memory; the others are read when something happens to them. */
const mostLive = 2_000;

/** Where cases are worked on: one transition of a case at a time, written before it is acted upon. */
export class Workshop {
  readonly #options: WorkshopOptions;
  readonly #queue = new Serial();
  readonly #plans = new Map<string, Plan>();
  readonly #live = new Map<string, LiveCase>();
  readonly #activities: Activities;
  readonly #timer: WakeTimer;
  #closing = false;

  constructor(options: WorkshopOptions) {
    this.#options = options;
    this.#activities = new Activities({
      ...options,
      report: (id, make, otherwise) => this.#report(id, make, otherwise),
      poke: (id) => void this.#turn(id),
    });
    this.#timer = new WakeTimer(options.store, options.clock, (id, at) =>
      this.submit(id, () => ({ type: 'reached', at })),
    );
  }

  /** Takes up every case that has something to do. */
  async open(): Promise<void> {
    let after: string | undefined;
    for (;;) {
      const ids = await this.#options.store.active(after, page);
      await Promise.all(ids.map((id) => this.#turn(id)));
      after = ids.at(-1);
      if (ids.length < page) break;
    }
    await this.#timer.look();
  }

  begin(id: string, plan: Plan, started: (at: Instant) => CaseEvent): Promise<Refusal | undefined> {
    return this.#queue.run(id, async () => {
      if (this.#closing) return closed;
      if ((await this.look(id)) !== undefined) {
        return refuse('already-started', 'The case has already been started.');
      }
      const kept = (await this.#planOf(plan.hash)) ?? plan;
      const live = { id, plan: kept, state: initialState(plan.hash), seq: 0 };
      return this.#work(live, started(this.#options.clock.now()));
    });
  }

  submit(id: string, make: EventMaker): Promise<Refusal | undefined> {
    return this.#queue.run(id, async () => {
      if (this.#closing) return closed;
      const live = await this.look(id);
      if (live === undefined) return refuse('unknown-case', 'There is no such case.');
      return this.#work(live, make(live.state, this.#options.clock.now()));
    });
  }

  /** A case as it stands. */
  async look(id: string): Promise<LiveCase | undefined> {
    const known = this.#live.get(id);
    if (known !== undefined) return known;
    const record = await this.#options.store.load(id);
    const plan = record === undefined ? undefined : await this.#planOf(record.plan);
    if (record === undefined || plan === undefined) return undefined;
    return { id, plan, state: record.state, seq: record.seq };
  }

  async idle(): Promise<void> {
    while (this.#queue.busy || this.#activities.count > 0) {
      await this.#queue.drained();
      await this.#activities.settled();
    }
  }

  async close(graceMs: number): Promise<void> {
    this.#timer.stop();
    await this.#activities.finish(graceMs);
    this.#closing = true;
    await this.#queue.drained();
  }

  /** What a handler said enters the case; where the plan does not allow it, the attempt has failed. */
  async #report(id: string, make: EventMaker, otherwise: (why: Refusal) => EventMaker): Promise<void> {
    try {
      const refusal = await this.submit(id, make);
      if (refusal !== undefined && !passing.has(refusal.code)) await this.submit(id, otherwise(refusal));
    } catch {
      this.#later(id);
    }
  }

  /** Takes up what a case has to do now. */
  async #turn(id: string): Promise<void> {
    try {
      await this.#queue.run(id, async () => {
        const live = this.#closing ? undefined : await this.look(id);
        if (live !== undefined) await this.#work(live, undefined);
      });
    } catch {
      this.#later(id);
    }
  }

  #later(id: string): void {
    if (!this.#closing) this.#options.clock.after(storeRetryMs, () => void this.#turn(id));
  }

  async #planOf(hash: string): Promise<Plan | undefined> {
    let plan = this.#plans.get(hash);
    if (plan === undefined) {
      plan = await this.#options.store.loadPlan(hash);
      if (plan !== undefined) this.#plans.set(hash, plan);
    }
    return plan;
  }

  /** Applies an event, takes up what follows from it, writes all of that at once, and only then acts. */
  async #work(live: LiveCase, event: CaseEvent | undefined): Promise<Refusal | undefined> {
    const { plan } = live;
    const transition = new Transition(live);
    const refusal = event === undefined ? undefined : transition.apply(event);
    if (refusal !== undefined) return refusal;
    const starts = this.#takeUp(live, transition);
    const { entries, state } = transition;
    const commands = decide(plan, state);
    const wake = commands.find((command) => command.type === 'wake');
    const wakeAt = wake === undefined ? undefined : msOf(wake.at);
    const wanted = new Set(
      commands.flatMap((command) =>
        command.type === 'execute' || command.type === 'undo' ? [command.key] : [],
      ),
    );
    if (entries.length > 0) {
      try {
        const active = wanted.size > 0;
        await this.#options.store.commit({ id: live.id, plan: plan.hash, entries, state, wakeAt, active });
      } catch (error) {
        this.#live.delete(live.id);
        for (const start of starts) this.#activities.giveUp(live.id, start);
        throw error;
      }
    }
    this.#keep({ ...live, state, seq: live.seq + entries.length });
    for (const {
      seq,
      event: { at },
      transitions,
    } of entries) {
      this.#options.publish({ case: live.id, seq, at, transitions });
    }
    this.#activities.keep(live.id, wanted);
    for (const start of starts) this.#activities.start(live.id, plan, state, start);
    this.#timer.by(wakeAt);
    return undefined;
  }

  /** Takes a slot for everything that is to be done and not under way; an attempt is in the log before it is made. */
  #takeUp(live: LiveCase, transition: Transition): Start[] {
    if (this.#closing || this.#activities.closed) return [];
    const starts: Start[] = [];
    for (const command of decide(live.plan, transition.state)) {
      if (command.type !== 'execute' && command.type !== 'undo') continue;
      if (!this.#activities.reserve(live.id, live.plan, transition.state, command)) continue;
      if (!command.begun) transition.apply(beginning(command, this.#options.clock.now()));
      starts.push(command);
    }
    return starts;
  }

  #keep(live: LiveCase): void {
    this.#live.delete(live.id);
    this.#live.set(live.id, live);
    if (this.#live.size <= mostLive) return;
    const oldest = this.#live.keys().next();
    if (oldest.done !== true) this.#live.delete(oldest.value);
  }
}

const closed = refuse('closed', 'The runner is stopping.');

/** Refusals of an outcome that came too late; all others say that the outcome itself is wrong. */
const passing: ReadonlySet<string> = new Set(['settled', 'stale', 'case-over', 'unknown-case', 'closed']);

/** Events that are applied together and written together. */
class Transition {
  readonly entries: LogEntry[] = [];
  state: CaseState;

  constructor(readonly live: LiveCase) {
    this.state = live.state;
  }

  apply(event: CaseEvent): Refusal | undefined {
    const { state, refusal } = consider(this.live.plan, this.state, event);
    if (refusal !== undefined) return refusal;
    const transitions = transitionsBetween(this.state, state);
    // What comes a second time, or a look at the clock too early, is not worth a line in the log.
    if (transitions.length === 0 && deepEqual(state, this.state)) return undefined;
    const seq = this.live.seq + this.entries.length + 1;
    this.entries.push({ seq, event, transitions });
    this.state = state;
    return undefined;
  }
}

function beginning(command: Start, at: Instant): CaseEvent {
  const { step, attempt } = command;
  return command.type === 'execute'
    ? { type: 'attempted', at, step, round: command.round, attempt }
    : { type: 'undoing', at, step, attempt };
}
