import type { Plan, PlanStep } from '../model/index.js';
import { callHandler, callUndo } from './call-handler.js';
import type { HandlerOutcome } from './call-handler.js';
import type { CaseEvent, Refusal } from './event.js';
import { dateOf } from './instant.js';
import type { Command } from './machine.js';
import type { Clock, HandlerContext, Handlers } from './ports.js';
import { createSlots } from './slots.js';
import type { ConcurrencyLimits, Slots } from './slots.js';
import type { CaseState } from './state.js';
import type { Tokens } from './tokens.js';
import type { EventMaker } from './workshop.js';

/** A command that a handler carries out. */
export type Start = Extract<Command, { type: 'execute' | 'undo' }>;

/** What activities need. */
export interface ActivityOptions {
  clock: Clock;
  tokens: Tokens;
  handlers: Handlers;
  limits: ConcurrencyLimits;
  attemptTimeoutMs: number;
  /** Hands an outcome to the case; `otherwise` makes the event for an outcome that the case refuses. */
  report: (id: string, event: EventMaker, otherwise: (why: Refusal) => EventMaker) => Promise<void>;
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
  reserve(id: string, plan: Plan, state: CaseState, command: Start): boolean {
    if (this.#underway.get(id)?.has(command.key) === true) return false;
    const step = stepOf(plan, state, command);
    const slot = step.authority ?? step.registry ?? '';
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
  giveUp(id: string, command: Start, only?: AbortController): void {
    const ofCase = this.#underway.get(id);
    const activity = ofCase?.get(command.key);
    if (ofCase === undefined || activity === undefined) return;
    if (only !== undefined && activity.controller !== only) return;
    ofCase.delete(command.key);
    if (ofCase.size === 0) this.#underway.delete(id);
    for (const waiter of this.#slots.release(activity.slot)) if (!this.closed) this.#options.poke(waiter);
  }

  start(id: string, plan: Plan, state: CaseState, command: Start): void {
    const activity = this.#underway.get(id)?.get(command.key);
    if (activity === undefined) return;
    const done = this.#run(id, plan, state, command, activity.controller);
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

  async #run(id: string, plan: Plan, state: CaseState, command: Start, controller: AbortController) {
    const step = stepOf(plan, state, command);
    const outcome = await this.#attempt(id, step, state, command, controller).catch((): HandlerOutcome => ({
      kind: 'failed',
      error: 'The handler could not be called.',
      final: false,
    }));
    // Under way until the turn that takes the outcome in: a turn before it would make the attempt once more.
    const eventFor =
      (told: HandlerOutcome): EventMaker =>
      (_state, at) => {
        this.giveUp(id, command, controller);
        return eventOf(command, told, at);
      };
    if (controller.signal.reason !== stopping) {
      await this.#options.report(id, eventFor(outcome), (why) =>
        eventFor({ kind: 'failed', error: `${why.code}: ${why.message}`, final: false }),
      );
    }
    this.giveUp(id, command, controller);
  }

  async #attempt(
    id: string,
    step: PlanStep,
    state: CaseState,
    command: Start,
    controller: AbortController,
  ): Promise<HandlerOutcome> {
    const { clock, handlers, attemptTimeoutMs } = this.#options;
    const context = await this.#contextOf(id, state, command, controller.signal);
    // Whoever does not come back is left behind: the attempt counts as failed.
    const givenUp = new Promise<HandlerOutcome>((resolve) => {
      const leave = () => resolve({ kind: 'failed', error: 'The attempt took too long.', final: false });
      controller.signal.addEventListener('abort', leave, { once: true });
    });
    const cancel = clock.after(attemptTimeoutMs, () => controller.abort(new Error('Too long.')));
    const { round } = state.steps[command.step]!;
    const call =
      command.type === 'undo'
        ? callUndo(step, handlers, { ...context, of: `${id}/${command.step}#${round}` })
        : callHandler(step, handlers, command.input, context, dateOf(clock.now()));
    try {
      return await Promise.race([call, givenUp]);
    } finally {
      cancel();
    }
  }

  async #contextOf(
    id: string,
    state: CaseState,
    command: Start,
    signal: AbortSignal,
  ): Promise<HandlerContext> {
    const { item, round } = state.steps[command.step]!;
    const token = await this.#options.tokens.issue({ case: id, step: command.step, round });
    return {
      case: id,
      step: command.step,
      ...(item === undefined ? {} : { item }),
      attempt: command.attempt,
      idempotencyKey: `${id}/${command.key}`,
      token,
      ...(command.type === 'execute' && command.handling !== undefined ? { handling: command.handling } : {}),
      signal,
    };
  }
}

const stopping = new Error('The runner stops.');

function stepOf(plan: Plan, state: CaseState, command: Start): PlanStep {
  const id = state.steps[command.step]!.step;
  return plan.steps.find((step) => step.id === id)!;
}

/** The event that an outcome is to the case. */
export function eventOf(command: Start, outcome: HandlerOutcome, at: string): CaseEvent {
  const { step, attempt } = command;
  if (command.type === 'undo') {
    const error = outcome.kind === 'failed' ? { error: outcome.error } : {};
    return { type: 'undone', at, step, attempt, ...error };
  }
  const { round } = command;
  if (outcome.kind === 'pending') return { type: 'accepted', at, step, round };
  if (outcome.kind === 'answer') return { type: 'answered', at, step, round, answer: outcome.answer };
  const final = outcome.final ? { final: true } : {};
  return { type: 'failed', at, step, round, attempt, error: outcome.error, ...final };
}
