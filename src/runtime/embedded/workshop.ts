import { BoundedCache } from '../../base/index.js';
import { UnavailableError } from '../../messages/index.js';
import type { Plan } from '../../model/index.js';
import { Activities } from './activities.js';
import type { ActivityOptions } from './activities.js';
import { SickCases } from './sick-cases.js';
import { handIn, beginningOf, isHandlerCommand } from '../shell/attempt-events.js';
import type { AttemptName, HandlerCommand } from '../shell/attempt-events.js';
import { notTakenIn } from '../shell/call-handler.js';
import type { HandlerOutcome } from '../shell/call-handler.js';
import { readyToApply, startedAgain, takenNow } from '../shell/start.js';
import type { CallEvent, Outcome } from '../shell/calls.js';
import type { Untimed } from '../machine/event.js';
import { dateIn, msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { decide, stepOfCommand } from '../machine/machine.js';
import type { Command } from '../machine/machine.js';
import { assertCaseFormat } from '../shell/case-format.js';
import { filesIn, mayBeForgotten } from '../shell/files.js';
import type { Forgotten } from '../shell/files.js';
import type { CaseStore, Commit } from '../shell/ports.js';
import { closedError, noPlanError } from '../shell/store-errors.js';
import { isAboutToStart, isLookingUp } from '../machine/eligibility.js';
import { isRefusal, unknownCase } from '../machine/refuse.js';
import { Serial } from './serial.js';
import { initialState } from '../machine/state.js';
import type { CaseState } from '../machine/state.js';
import { troubleOf } from '../shell/trouble.js';
import { commitOf, Turn } from '../shell/turn.js';
import { WakeTimer } from './wake-timer.js';

/** What a workshop needs. */
export interface WorkshopOptions extends Omit<ActivityOptions, 'report' | 'poke'> {
  /** One whose failures are told apart from bugs: see `trustedStore`. */
  store: CaseStore;
  /** Something is written in the log, up to a position. */
  written: (position: number) => void;
}

/** A case in memory. */
export interface LiveCase {
  id: string;
  plan: Plan;
  state: CaseState;
  seq: number;
  /** What it has to do has been taken up, or waits for a slot: a turn has only to look at what it changes. */
  isTakenUp?: true;
}

/** What one turn of a case is about. */
interface Work {
  /** Left out: what the case has to do anyhow is taken up. */
  event?: Untimed;
  /** The moment at which it happened; now unless told. */
  at?: Instant | undefined;
  /** Called as soon as the event is in the store. */
  written?: () => void;
}

const page = 500;
/** So many cases, and plans, are kept in memory; the others are read when something happens to them. */
const mostLive = 2_000;
const mostPlans = 200;

/** Where cases are worked on: one transition of a case at a time, written before it is acted upon. */
export class Workshop {
  readonly #options: WorkshopOptions;
  readonly #queue = new Serial();
  readonly #live = new BoundedCache<LiveCase>(mostLive);
  /** A case in memory holds its plan: with the plan it goes. */
  readonly #plans = new BoundedCache<Plan>(mostPlans, (hash) => {
    for (const { id, plan } of this.#live.values()) if (plan.hash === hash) this.#live.delete(id);
  });
  readonly #activities: Activities;
  readonly #timer: WakeTimer;
  readonly #sick: SickCases;
  /** Outcomes that the store did not take, by case and submission: they are handed in again, and not made again. */
  readonly #untaken = new Map<string, Map<string, () => Promise<void>>>();
  /** By case, submissions that the next turn has to look at: they were given a slot, or an older attempt was under way. */
  readonly #lookAt = new Map<string, Set<string>>();
  readonly #retrying = new Set<string>();
  /** Who waits for a case to start. */
  readonly #starting = new Map<string, (() => void)[]>();
  #closing = false;

  constructor(options: WorkshopOptions) {
    this.#options = options;
    const { clock, tell } = options;
    this.#activities = new Activities({
      ...options,
      report: (id, name, key, outcome, written) => this.#report(id, name, key, outcome, written),
      poke: (id, key) => {
        this.#lookAgain(id, key);
        void this.#turn(id);
      },
    });
    this.#sick = new SickCases({ clock, tell, again: (id) => void this.#turnAgain(id) });
    this.#timer = new WakeTimer({ ...options, wake: (id, now) => this.#wake(id, now) });
  }

  /** Takes up every case that has something to do: first what was under way, then in the order of waiting. */
  async open(): Promise<void> {
    this.#activities.halt();
    const found: Resumed[] = [];
    let after: string | undefined;
    do {
      const ids = await this.#options.store.active(after, page);
      await Promise.all(ids.map((id) => this.#recall(id, found)));
      after = ids.length < page ? undefined : ids.at(-1);
    } while (after !== undefined);
    found.sort((a, b) => Number(b.begun) - Number(a.begun) || a.sinceMs - b.sinceMs);
    for (const { queue } of found) queue();
    this.#activities.serve();
    await this.#queue.drained();
    await this.#timer.look();
  }

  begin(id: string, plan: Plan, started: Untimed): Promise<Outcome> {
    return this.#heeding(id, async () => {
      if (this.#closing) throw closedError();
      const present = await this.look(id);
      // Whoever was refused may try again.
      if (present?.state.status === 'refused' && present.plan.hash === plan.hash)
        return this.#work(present, { event: started });
      if (present !== undefined) {
        const [first] = await this.#options.store.history(id, { limit: 1 });
        return startedAgain({ ...present, first: first?.event }, plan.hash, started);
      }
      const kept = this.#plans.get(plan.hash) ?? plan;
      this.#plans.set(plan.hash, kept);
      const live = { id, plan: kept, state: initialState(plan.hash), seq: 0 };
      return this.#work(live, { event: started });
    });
  }

  /** What came of a start: look-ups that tell whether the applicant may apply are waited for. */
  async started(id: string, outcome: Outcome): Promise<Outcome> {
    if (outcome === null || outcome === undefined || isRefusal(outcome) || outcome.isStarting !== true)
      return outcome;
    for (;;) {
      const live = await this.look(id);
      if (live === undefined) return outcome;
      if (!isAboutToStart(live.state) || this.#closing || this.#sick.has(id))
        return takenNow(live.state, outcome);
      await new Promise<void>((resolve) =>
        this.#starting.set(id, [...(this.#starting.get(id) ?? []), resolve]),
      );
    }
  }

  /** Resolves when the look-ups of a draft have told what they can tell at once. */
  async lookedUp(id: string): Promise<void> {
    for (;;) {
      const live = await this.look(id);
      if (live === undefined || !isLookingUp(live.state) || this.#closing || this.#sick.has(id)) return;
      await new Promise<void>((resolve) =>
        this.#starting.set(id, [...(this.#starting.get(id) ?? []), resolve]),
      );
    }
  }

  /** Something has happened to a case, or nothing more will. */
  #moved(id: string): void {
    const waiting = this.#starting.get(id) ?? [];
    this.#starting.delete(id);
    for (const look of waiting) look();
  }

  submit(id: string, event: CallEvent): Promise<Outcome> {
    return this.#heeding(id, () => this.#apply(id, event));
  }

  /** Removes a case and its log; what is under way for it is aborted. */
  forget(id: string, force: boolean): Promise<Forgotten> {
    return this.#heeding(id, async () => {
      if (this.#closing) throw closedError();
      const { store } = this.#options;
      const live = await this.look(id);
      if (live === undefined) return { accepted: false, refusal: unknownCase };
      const refusal = mayBeForgotten(live.state, force);
      if (refusal !== undefined) return { accepted: false, refusal };
      const log = await store.history(id);
      const files = filesIn([live.state, ...log.map(({ event }) => event)]);
      await store.forget(id);
      this.#live.delete(id);
      this.#lookAt.delete(id);
      this.#untaken.delete(id);
      this.#sick.recovered(id);
      for (const key of this.#activities.held(id)) this.#activities.drop(id, key);
      return { accepted: true, case: id, files };
    });
  }

  /** A case as it stands. */
  async look(id: string): Promise<LiveCase | undefined> {
    const known = this.#live.get(id);
    if (known !== undefined) return known;
    const record = await this.#options.store.load(id);
    if (record === undefined) return undefined;
    const plan = await this.#planOf(record.plan);
    if (plan === undefined) throw noPlanError(id);
    assertCaseFormat(record);
    return { id, plan, state: record.state, seq: record.seq };
  }

  async idle(): Promise<void> {
    while (this.#queue.busy || this.#activities.count > 0 || this.#timer.isLooking) {
      await this.#queue.drained();
      await this.#activities.settled();
      await this.#timer.settled();
    }
  }

  async close(graceMs: number): Promise<void> {
    this.#timer.stop();
    await this.#activities.finish(graceMs);
    this.#closing = true;
    this.#sick.close();
    await this.#queue.drained();
    await this.#timer.settled();
    for (const id of [...this.#starting.keys()]) this.#moved(id);
  }

  /** Reads what a case has to do, without doing it. */
  async #recall(id: string, found: Resumed[]): Promise<void> {
    try {
      const live = await this.look(id);
      if (live === undefined) return;
      const { plan, state } = live;
      for (const command of decide(plan, state).filter(isHandlerCommand)) {
        const queue = (): void => this.#activities.queue(id, plan, state, command);
        found.push({ begun: command.begun, sinceMs: msOf(state.steps[command.step]!.since), queue });
      }
    } catch (error) {
      this.#failed(id, error);
    }
  }

  /** Work that somebody asks for, who is told where it fails. */
  #heeding<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#queue.run(id, async () => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof UnavailableError) this.#failed(id, error);
        throw error;
      }
    });
  }

  async #apply(id: string, event: CallEvent, more: Omit<Work, 'event'> = {}): Promise<Outcome> {
    if (this.#closing) throw closedError();
    const live = await this.look(id);
    if (live === undefined) return unknownCase;
    const { handlers, clock } = this.#options;
    const made = typeof event === 'function' ? event(live.state) : event;
    const today = dateIn(live.plan.calendar, clock.now());
    return this.#work(live, { ...more, event: readyToApply(live, made, { handlers, today }) });
  }

  /** What a handler said enters the case; where the plan does not allow it, the attempt has failed. */
  async #report(
    id: string,
    name: AttemptName,
    key: string,
    outcome: HandlerOutcome,
    written: () => void,
  ): Promise<void> {
    const take = (said: HandlerOutcome): Promise<void> =>
      handIn(name, said, (event) => this.#queue.run(id, () => this.#apply(id, event, { written })));
    try {
      try {
        await take(outcome);
      } catch (error) {
        if (error instanceof UnavailableError) throw error;
        // A bug of ours: the attempt fails, and the case goes on by its own rules.
        this.#options.tell(troubleOf(error, { at: this.#options.clock.now(), case: id, then: 'nothing' }));
        await take(notTakenIn);
      }
    } catch (error) {
      if (error instanceof UnavailableError && error.isRetryable) {
        const untaken = this.#untaken.get(id) ?? new Map<string, () => Promise<void>>();
        this.#untaken.set(
          id,
          untaken.set(key, () => take(outcome)),
        );
      }
      this.#failed(id, error);
    }
  }

  /** Takes up what a case has to do now. */
  async #turn(id: string): Promise<void> {
    try {
      await this.#queue.run(id, async () => {
        if (this.#closing) return;
        if (this.#sick.has(id)) return this.#letGo(id);
        const live = await this.look(id);
        if (live !== undefined) await this.#work(live, {});
      });
    } catch (error) {
      this.#failed(id, error);
    }
  }

  /** Tries a case again that could not be worked on: what was not taken is handed in, and the clock is looked at. */
  async #turnAgain(id: string): Promise<void> {
    if (this.#closing || this.#retrying.has(id)) return;
    this.#retrying.add(id);
    this.#activities.serve();
    try {
      for (const [key, take] of this.#untaken.get(id) ?? []) {
        await take();
        this.#taken(id, key);
      }
      await this.#queue.run(id, () => this.#apply(id, { type: 'reached' }));
      this.#sick.rested(id);
    } catch (error) {
      this.#failed(id, error);
    } finally {
      this.#retrying.delete(id);
    }
  }

  async #wake(id: string, at: Instant): Promise<void> {
    if (this.#sick.has(id)) return;
    try {
      await this.#queue.run(id, () => this.#apply(id, { type: 'reached' }, { at }));
    } catch (error) {
      this.#failed(id, error);
    }
  }

  #failed(id: string, error: unknown): void {
    if (this.#closing) return;
    // Where the store fails, whoever is given a slot now would fail as well: all wait until it works again.
    if (!this.#sick.has(id) && error instanceof UnavailableError && error.isRetryable)
      this.#activities.halt();
    this.#letGo(id);
    this.#sick.failed(id, error);
    this.#moved(id);
  }

  /** The case waits for nothing any more: its next turn takes everything up anew. */
  #letGo(id: string): void {
    this.#live.delete(id);
    this.#lookAt.delete(id);
    this.#activities.letGo(id);
  }

  #recovered(id: string): void {
    if (this.#sick.recovered(id)) this.#activities.serve();
    if (this.#untaken.has(id)) void this.#turnAgain(id);
  }

  #taken(id: string, key: string): void {
    const untaken = this.#untaken.get(id);
    untaken?.delete(key);
    if (untaken?.size === 0) this.#untaken.delete(id);
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
  async #work(live: LiveCase, { event, at, written }: Work): Promise<Outcome> {
    const { id, plan } = live;
    const turn = new Turn(plan, live.state, live.seq);
    const refusal = event === undefined ? undefined : turn.apply(event, at ?? this.#options.clock.now());
    if (refusal !== undefined) return refusal;
    const starts = this.#takeUp(live, turn, decide(plan, turn.state, this.#concerned(live, turn)));
    const { entries, state } = turn;
    const commit = commitOf(id, plan, turn);
    if (entries.length > 0) await this.#write(live.seq === 0 ? { ...commit, newPlan: plan } : commit, starts);
    written?.();
    this.#live.set(id, { id, plan, state, seq: live.seq + entries.length, isTakenUp: true });
    this.#dropOver(live, turn);
    this.#moved(id);
    for (const start of starts) this.#activities.start(id, plan, state, start);
    this.#timer.by(commit.wakeAt);
    return turn.outcome;
  }

  /** The steps whose commands a turn has to look at: those that it changes, and those that are given a slot. */
  #concerned({ id, isTakenUp }: LiveCase, turn: Turn): string[] | undefined {
    const again = [...(this.#lookAt.get(id) ?? [])].map(stepOfCommand);
    this.#lookAt.delete(id);
    return isTakenUp === true ? [...turn.changed, ...again] : undefined;
  }

  #lookAgain(id: string, key: string): void {
    this.#lookAt.set(id, (this.#lookAt.get(id) ?? new Set()).add(key));
  }

  /** What the case wanted before a turn and does not want after it is given up. */
  #dropOver({ id, plan, isTakenUp }: LiveCase, { before, state, changed }: Turn): void {
    const keysIn = (of: CaseState): string[] =>
      decide(plan, of, isTakenUp === true ? changed : undefined)
        .filter(isHandlerCommand)
        .map(({ key }) => key);
    const wanted = new Set(keysIn(state));
    const held = isTakenUp === true ? keysIn(before) : this.#activities.held(id);
    for (const key of held) if (!wanted.has(key)) this.#activities.drop(id, key);
  }

  async #write(commit: Commit, starts: readonly HandlerCommand[]): Promise<void> {
    try {
      this.#options.written(await this.#options.store.commit(commit));
    } catch (error) {
      for (const { key } of starts) this.#activities.giveUp(commit.id, key);
      throw error;
    }
    this.#recovered(commit.id);
  }

  /** Takes a slot for everything that is to be done and not under way; an attempt is in the log before it is made. */
  #takeUp(live: LiveCase, turn: Turn, duties: readonly Command[]): HandlerCommand[] {
    if (this.#closing || this.#activities.closed) return [];
    const starts: HandlerCommand[] = [];
    const untaken = this.#untaken.get(live.id);
    for (const command of duties.filter(isHandlerCommand)) {
      if (untaken?.has(command.key) === true) continue;
      if (!this.#activities.reserve(live.id, live.plan, turn.state, command)) {
        if (!command.begun && this.#activities.isUnderWay(live.id, command.key))
          this.#lookAgain(live.id, command.key);
        continue;
      }
      if (!command.begun) turn.apply(beginningOf(command), this.#options.clock.now());
      starts.push(command);
    }
    return starts;
  }
}

/** Something that a case was doing, or waited to do, when the last process ended. */
interface Resumed {
  begun: boolean;
  sinceMs: number;
  queue: () => void;
}
