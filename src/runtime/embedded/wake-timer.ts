import { backoffMs } from '../../base/index.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import type { CaseStore, Clock, DueCase } from '../shell/ports.js';
import { troubleOf } from '../shell/trouble.js';
import type { TellTrouble } from '../shell/trouble.js';
import { patience } from './sick-cases.js';

const page = 500;

/** What a timer needs. */
export interface WakeTimerOptions {
  store: CaseStore;
  clock: Clock;
  tell: TellTrouble;
  /** Tells one case the time. Never rejects: a case that cannot be told is looked after by whoever tells it. */
  wake: (id: string, now: Instant) => Promise<void>;
}

/** Tells cases what time it is, when that changes something for them. */
export class WakeTimer {
  readonly #options: WakeTimerOptions;
  #cancel: (() => void) | undefined;
  #atMs = Infinity;
  #failures = 0;
  #looking: Promise<void> | undefined;
  #stopped = false;

  constructor(options: WakeTimerOptions) {
    this.#options = options;
  }

  /** Something is due at that moment. */
  by(atMs: number | undefined): void {
    if (atMs === undefined || atMs >= this.#atMs) return;
    this.#atMs = atMs;
    if (this.#looking === undefined) this.#set();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  /** Tells every case for which something is due, and waits for the next. One look at a time. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#atMs < Infinity) this.#set();
    });
    return this.#looking;
  }

  /** Resolves when no case is being told. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  get isLooking(): boolean {
    return this.#looking !== undefined;
  }

  async #look(): Promise<void> {
    const { store, clock, tell } = this.#options;
    this.#cancel?.();
    this.#atMs = Infinity;
    const now = clock.now();
    try {
      await this.#tellAll(now);
      // Later than now: what is due and could not be told is not waited for here, or the wait would never end.
      this.by(await store.nextWake(msOf(now)));
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === 1) tell(troubleOf(error, { at: now, then: 'retried' }));
      this.by(msOf(clock.now()) + backoffMs(patience, this.#failures));
    }
  }

  /** Page by page from one case to the next, so that cases which cannot be told hold up nobody behind them. */
  async #tellAll(now: Instant): Promise<void> {
    const { store, wake } = this.#options;
    let after: DueCase | undefined;
    do {
      const due = await store.due(msOf(now), page, after);
      await Promise.all(due.map(({ id }) => wake(id, now)));
      after = due.length < page ? undefined : due.at(-1);
    } while (after !== undefined && !this.#stopped);
  }

  #set(): void {
    this.#cancel?.();
    if (this.#stopped) return;
    this.#cancel = this.#options.clock.at(this.#atMs, () => void this.look());
  }
}
