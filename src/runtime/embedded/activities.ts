import type { Plan } from '../../model/index.js';
import type { AttemptName, HandlerCommand } from '../shell/attempt-events.js';
import { attemptOf, makeAttempt, planStepOf } from '../shell/attempt.js';
import type { AttemptRequest } from '../shell/attempt.js';
import type { HandlerOutcome } from '../shell/call-handler.js';
import { dateOf } from '../machine/instant.js';
import type { Clock, Handlers } from '../shell/ports.js';
import { counterOf, createSlots } from '../shell/slots.js';
import type { ConcurrencyLimits, Slots } from '../shell/slots.js';
import type { CaseState } from '../machine/state.js';
import type { Tokens } from '../shell/tokens.js';

/** What activities need. */
export interface ActivityOptions {
  clock: Clock;
  tokens: Tokens;
  handlers: Handlers;
  limits: ConcurrencyLimits;
  attemptTimeoutMs: number;
  /** Hands an outcome to the case; `taking` is called in the turn that takes it in. */
  report: (id: string, name: AttemptName, outcome: HandlerOutcome, taking: () => void) => Promise<void>;
  /** A case may have a turn now. */
  poke: (id: string) => void;
}

interface Activity {
  slot: string;
  controller: AbortController;
}

/** Handlers under way: each submission is made by one at a time. */
export class Activities {
  readonly #options: ActivityOptions;
  readonly #slots: Slots;
  readonly #underway = new Map<string, Map<string, Activity>>();
  readonly #all = new Set<Promise<void>>();
  closed = false;

  constructor(options: ActivityOptions) {
    this.#options = options;
    this.#slots = createSlots(options.limits);
  }

  /** Takes a slot for a command, unless it is under way already or there is none. */
  reserve(id: string, plan: Plan, state: CaseState, command: HandlerCommand): boolean {
    if (this.#underway.get(id)?.has(command.key) === true) return false;
    const slot = counterOf(planStepOf(plan, state, command));
    if (!this.#slots.take(slot, id)) return false;
    const ofCase = this.#underway.get(id) ?? new Map<string, Activity>();
    this.#underway.set(id, ofCase);
    ofCase.set(command.key, { slot, controller: new AbortController() });
    return true;
  }

  /**
   * Gives back what was reserved.
   * @param only the activity that is meant: a later attempt of the same submission keeps its place
   */
  giveUp(id: string, command: HandlerCommand, only?: AbortController): void {
    const ofCase = this.#underway.get(id);
    const activity = ofCase?.get(command.key);
    if (ofCase === undefined || activity === undefined) return;
    if (only !== undefined && activity.controller !== only) return;
    ofCase.delete(command.key);
    if (ofCase.size === 0) this.#underway.delete(id);
    for (const waiter of this.#slots.release(activity.slot)) if (!this.closed) this.#options.poke(waiter);
  }

  start(id: string, plan: Plan, state: CaseState, command: HandlerCommand): void {
    const activity = this.#underway.get(id)?.get(command.key);
    if (activity === undefined) return;
    const request = attemptOf(id, plan, state, command, dateOf(this.#options.clock.now()));
    const done = this.#run(request, command, activity.controller);
    this.#all.add(done);
    void done.then(() => this.#all.delete(done));
  }

  /** Aborts what the case does not want any more. */
  keep(id: string, wanted: ReadonlySet<string>): void {
    for (const [key, { controller }] of this.#underway.get(id) ?? []) {
      if (!wanted.has(key)) controller.abort(new Error('The step is over.'));
    }
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
      for (const { controller } of ofCase.values()) controller.abort(stopping);
    }
    await this.settled();
  }

  async #run(request: AttemptRequest, command: HandlerCommand, controller: AbortController): Promise<void> {
    const id = request.case;
    const outcome = await this.#attempt(request, controller).catch((): HandlerOutcome => ({
      kind: 'failed',
      error: 'The handler could not be called.',
      final: false,
    }));
    // Under way until the turn that takes the outcome in: a turn before it would make the attempt once more.
    const giveUp = (): void => this.giveUp(id, command, controller);
    if (controller.signal.reason !== stopping) await this.#options.report(id, request, outcome, giveUp);
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
