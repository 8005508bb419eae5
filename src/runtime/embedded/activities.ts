import type { Plan } from '../../model/index.js';
import type { AttemptName, HandlerCommand } from '../shell/attempt-events.js';
import { attemptOf, makeAttempt, planStepOf } from '../shell/attempt.js';
import type { AttemptRequest } from '../shell/attempt.js';
import { notCalled } from '../shell/call-handler.js';
import type { HandlerOutcome } from '../shell/call-handler.js';
import { dateIn } from '../../time/index.js';
import type { Clock, Handlers } from '../shell/ports.js';
import { counterOf, createSlots } from '../shell/slots.js';
import type { ConcurrencyLimits, Slots } from '../shell/slots.js';
import type { CaseState } from '../machine/state.js';
import type { Tokens } from '../shell/tokens.js';
import { troubleOf } from '../shell/trouble.js';
import type { TellTrouble } from '../shell/trouble.js';

/** What activities need. */
export interface ActivityOptions {
  clock: Clock;
  tokens: Tokens;
  handlers: Handlers;
  limits: ConcurrencyLimits;
  attemptTimeoutMs: number;
  tell: TellTrouble;
  /** Hands an outcome to the case; `written` is called in the turn that takes it in, once that is in the store. */
  report: (
    id: string,
    name: AttemptName,
    key: string,
    outcome: HandlerOutcome,
    written: () => void,
  ) => Promise<void>;
  /** A case is given a slot for a submission, and may have a turn now. */
  poke: (id: string, key: string) => void;
}

/** Handlers under way: each submission is made by one at a time. */
export class Activities {
  readonly #options: ActivityOptions;
  readonly #slots: Slots;
  /** By case and submission. */
  readonly #underway = new Map<string, Map<string, AbortController>>();
  readonly #all = new Set<Promise<void>>();
  closed = false;

  constructor(options: ActivityOptions) {
    this.#options = options;
    this.#slots = createSlots(options.limits, (id, key) => {
      if (!this.closed) options.poke(id, key);
    });
  }

  /** Has a command wait for a slot, behind those that wait already. */
  queue(id: string, plan: Plan, state: CaseState, command: HandlerCommand): void {
    this.#slots.queue(counterOf(planStepOf(plan, state, command)), id, command.key);
  }

  /** Gives free slots to whoever waits, in the order of waiting. */
  serve(): void {
    this.#slots.serve();
  }

  /** The store fails: whoever is given a slot now could not take it. */
  halt(): void {
    this.#slots.halt();
  }

  isUnderWay(id: string, key: string): boolean {
    return this.#underway.get(id)?.has(key) === true;
  }

  /** Takes a slot for a command, unless it is under way already or has to wait for one. */
  reserve(id: string, plan: Plan, state: CaseState, command: HandlerCommand): boolean {
    if (this.isUnderWay(id, command.key)) return false;
    const counter = counterOf(planStepOf(plan, state, command));
    if (!this.#slots.take(counter, id, command.key)) return false;
    const ofCase = this.#underway.get(id) ?? new Map<string, AbortController>();
    this.#underway.set(id, ofCase);
    ofCase.set(command.key, new AbortController());
    return true;
  }

  /**
   * Gives back what was reserved.
   * @param only the activity that is meant: a later attempt of the same submission keeps its place
   */
  giveUp(id: string, key: string, only?: AbortController): void {
    const ofCase = this.#underway.get(id);
    const controller = ofCase?.get(key);
    if (ofCase === undefined || controller === undefined) return;
    if (only !== undefined && controller !== only) return;
    ofCase.delete(key);
    if (ofCase.size === 0) this.#underway.delete(id);
    this.#slots.leave(id, key);
  }

  start(id: string, plan: Plan, state: CaseState, command: HandlerCommand): void {
    const controller = this.#underway.get(id)?.get(command.key);
    if (controller === undefined) return;
    const request = attemptOf(id, plan, state, command, dateIn(plan.calendar, this.#options.clock.now()));
    const done = this.#run(request, command.key, controller);
    this.#all.add(done);
    void done.then(() => this.#all.delete(done));
  }

  /** The submissions of a case that are under way, or wait for a slot. */
  held(id: string): string[] {
    return [...(this.#underway.get(id)?.keys() ?? []), ...this.#slots.untaken(id)];
  }

  /** The case does not want a submission any more: it is aborted, or waits no longer. */
  drop(id: string, key: string): void {
    const controller = this.#underway.get(id)?.get(key);
    if (controller === undefined) this.#slots.leave(id, key);
    else controller.abort(new Error('The step is over.'));
  }

  /** The case cannot be worked on now: it waits for nothing, and what it was given and has not taken goes to others. */
  letGo(id: string): void {
    for (const key of this.#slots.untaken(id)) this.#slots.leave(id, key);
  }

  get count(): number {
    return this.#all.size;
  }

  /** Resolves when what is under way now is over. */
  async settled(): Promise<void> {
    await Promise.all(this.#all);
  }

  /** Starts nothing new, waits, and aborts what is still under way then; a later runner makes those attempts again. */
  async finish(graceMs: number): Promise<void> {
    this.closed = true;
    let cancel: (() => void) | undefined;
    const grace = new Promise<'late'>((resolve) => {
      const timer = setTimeout(() => resolve('late'), graceMs);
      cancel = () => clearTimeout(timer);
    });
    await Promise.race([this.settled(), grace]);
    cancel?.();
    for (const ofCase of this.#underway.values()) {
      for (const controller of ofCase.values()) controller.abort(stopping);
    }
    await this.settled();
  }

  async #run(request: AttemptRequest, key: string, controller: AbortController): Promise<void> {
    const id = request.case;
    const outcome = await this.#attempt(request, controller).catch((error: unknown): HandlerOutcome => {
      // A bug of ours: whatever a handler does is an outcome.
      this.#options.tell(troubleOf(error, { at: this.#options.clock.now(), case: id, then: 'nothing' }));
      return notCalled;
    });
    // Under way until the outcome is in the store: a turn before that would make the attempt once more.
    const giveUp = (): void => this.giveUp(id, key, controller);
    if (controller.signal.reason !== stopping) await this.#options.report(id, request, key, outcome, giveUp);
    giveUp();
  }

  async #attempt(request: AttemptRequest, controller: AbortController): Promise<HandlerOutcome> {
    const { clock, handlers, tokens, attemptTimeoutMs } = this.#options;
    const cancel = clock.after(attemptTimeoutMs, () => controller.abort(new Error('Too long.')));
    try {
      return await makeAttempt(request, { handlers, tokens, signal: controller.signal });
    } finally {
      cancel();
    }
  }
}

const stopping = new Error('The runner stops.');
