import { msOf } from '../machine/instant.js';
import type { Instant } from '../machine/instant.js';
import type { CaseStore, Clock } from '../shell/ports.js';

/** After the store failed, it is asked again. */
const storeRetryMs = 1_000;
const page = 500;

/** Tells cases what time it is, when that changes something for them. */
export class WakeTimer {
  #cancel: (() => void) | undefined;
  #atMs = Infinity;
  #stopped = false;

  /** @param tell tells one case the time */
  constructor(
    readonly store: CaseStore,
    readonly clock: Clock,
    readonly tell: (id: string, now: Instant) => Promise<unknown>,
  ) {}

  /** Something is due at that moment. */
  by(atMs: number | undefined): void {
    if (atMs !== undefined && atMs < this.#atMs) this.#set(atMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  /** Tells every case for which something is due, and waits for the next. */
  async look(): Promise<void> {
    this.#atMs = Infinity;
    try {
      const now = this.clock.now();
      let last = -1;
      for (;;) {
        const ids = await this.store.due(msOf(now), page);
        // A case that cannot be told now is told at the next look, and does not hold up the others.
        await Promise.allSettled(ids.map((id) => this.tell(id, now)));
        if (ids.length < page || ids.length === last || this.#stopped) break;
        last = ids.length;
      }
      this.by(await this.store.nextWake());
    } catch {
      this.by(msOf(this.clock.now()) + storeRetryMs);
    }
  }

  #set(atMs: number): void {
    this.#cancel?.();
    if (this.#stopped) return;
    this.#atMs = atMs;
    this.#cancel = this.clock.after(Math.max(0, atMs - msOf(this.clock.now())), () => void this.look());
  }
}
