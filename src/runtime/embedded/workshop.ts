import type { Plan } from '../../model/index.js';
import { Activities } from './activities.js';
import type { ActivityOptions } from './activities.js';
import { beginningOf, handIn, isHandlerCommand } from '../shell/attempt-events.js';
import type { AttemptName, HandlerCommand } from '../shell/attempt-events.js';
import type { HandlerOutcome } from '../shell/call-handler.js';
import type { CallEvent } from '../shell/calls.js';
import type { Refusal, Untimed } from '../machine/event.js';
import type { Instant } from '../machine/instant.js';
import { decide } from '../machine/machine.js';
import { noticesOf } from '../shell/notices.js';
import type { Notice } from '../shell/notices.js';
import type { CaseStore } from '../shell/ports.js';
import { refuse, unknownCase } from '../machine/refuse.js';
import { Serial } from './serial.js';
import { initialState } from '../machine/state.js';
import type { CaseState } from '../machine/state.js';
import { commitOf, Turn } from '../shell/turn.js';
import { WakeTimer } from './wake-timer.js';

/** What a workshop needs. */
export interface WorkshopOptions extends Omit<ActivityOptions, 'report' | 'poke'> {
  store: CaseStore;
  publish: (notice: Notice) => void;
}

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
      report: (id, name, outcome, taking) => this.#report(id, name, outcome, taking),
      poke: (id) => void this.#turn(id),
    });
    this.#timer = new WakeTimer(options.store, options.clock, (id, at) =>
      this.submit(id, { type: 'reached' }, at),
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

  begin(id: string, plan: Plan, started: Untimed): Promise<Refusal | undefined> {
    return this.#queue.run(id, async () => {
      if (this.#closing) return closed;
      if ((await this.look(id)) !== undefined) {
        return refuse('already-started', 'The case has already been started.');
      }
      const kept = (await this.#planOf(plan.hash)) ?? plan;
      const live = { id, plan: kept, state: initialState(plan.hash), seq: 0 };
      return this.#work(live, started);
    });
  }

  /** @param at the moment at which it happened; now unless told */
  submit(id: string, event: CallEvent, at?: Instant): Promise<Refusal | undefined> {
    return this.#queue.run(id, async () => {
      if (this.#closing) return closed;
      const live = await this.look(id);
      if (live === undefined) return unknownCase;
      return this.#work(live, typeof event === 'function' ? event(live.state) : event, at);
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
  async #report(id: string, name: AttemptName, outcome: HandlerOutcome, taking: () => void): Promise<void> {
    const submit = (event: Untimed): Promise<Refusal | undefined> =>
      this.submit(id, () => {
        taking();
        return event;
      });
    try {
      await handIn(name, outcome, submit);
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
  async #work(live: LiveCase, event: Untimed | undefined, at?: Instant): Promise<Refusal | undefined> {
    const { plan } = live;
    const turn = new Turn(plan, live.state, live.seq);
    const refusal = event === undefined ? undefined : turn.apply(event, at ?? this.#options.clock.now());
    if (refusal !== undefined) return refusal;
    const starts = this.#takeUp(live, turn);
    const { entries, state } = turn;
    const commands = decide(plan, state);
    const commit = commitOf(live.id, plan, turn, commands);
    const wanted = new Set(commands.filter(isHandlerCommand).map(({ key }) => key));
    if (entries.length > 0) {
      try {
        await this.#options.store.commit(commit);
      } catch (error) {
        this.#live.delete(live.id);
        for (const start of starts) this.#activities.giveUp(live.id, start);
        throw error;
      }
    }
    this.#keep({ ...live, state, seq: live.seq + entries.length });
    for (const notice of noticesOf(live.id, entries)) this.#options.publish(notice);
    this.#activities.keep(live.id, wanted);
    for (const start of starts) this.#activities.start(live.id, plan, state, start);
    this.#timer.by(commit.wakeAt);
    return undefined;
  }

  /** Takes a slot for everything that is to be done and not under way; an attempt is in the log before it is made. */
  #takeUp(live: LiveCase, turn: Turn): HandlerCommand[] {
    if (this.#closing || this.#activities.closed) return [];
    const starts: HandlerCommand[] = [];
    for (const command of decide(live.plan, turn.state).filter(isHandlerCommand)) {
      if (!this.#activities.reserve(live.id, live.plan, turn.state, command)) continue;
      if (!command.begun) turn.apply(beginningOf(command), this.#options.clock.now());
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
