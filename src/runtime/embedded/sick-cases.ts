import { backoffMs } from '../../base/index.js';
import { UnavailableError } from '../../messages/index.js';
import type { Backoff } from '../../base/index.js';
import type { Clock } from '../shell/ports.js';
import { troubleOf } from '../shell/trouble.js';
import type { TellTrouble } from '../shell/trouble.js';

/** What failed is tried again after a second, and at last every five minutes. */
export const patience: Backoff = { firstMs: 1_000, factor: 2, mostMs: 300_000 };

interface Sickness {
  failures: number;
  /** Calls off the next attempt; absent while one is made, and where the case is set aside. */
  cancel: (() => void) | undefined;
  isSetAside: boolean;
  /** It had nothing to write when it was tried again: it is worked on as any other, and its failures still count. */
  isResting: boolean;
  /** It is tried at once as the store works again, once: what fails even so has a fault of its own. */
  isHastened: boolean;
}

/** What is needed to look after cases that failed. */
export interface SickCasesOptions {
  clock: Clock;
  tell: TellTrouble;
  /** Tries a case again. */
  again: (id: string) => void;
}

/**
 * Cases that could not be worked on. One whose store fails is tried again with growing patience; one that is damaged, or
 * that trips over a bug of ours, is told of once and set aside. The others go on.
 */
export class SickCases {
  readonly #options: SickCasesOptions;
  readonly #cases = new Map<string, Sickness>();
  /** The store fails for cases that were well before. */
  #isOutage = false;
  #closed = false;

  constructor(options: SickCasesOptions) {
    this.#options = options;
  }

  /** Is the case left alone until it is tried again? */
  has(id: string): boolean {
    return this.#cases.get(id)?.isResting === false;
  }

  /** Work on a case has failed. */
  failed(id: string, error: unknown): void {
    if (this.#closed) return;
    const sickness = this.#cases.get(id) ?? {
      failures: 0,
      cancel: undefined,
      isSetAside: false,
      isResting: false,
      isHastened: false,
    };
    this.#cases.set(id, sickness);
    sickness.isResting = false;
    sickness.cancel?.();
    sickness.cancel = undefined;
    sickness.failures += 1;
    if (error instanceof UnavailableError && error.isRetryable) this.#tryLater(id, sickness, error);
    else this.#setAside(id, sickness, error);
  }

  /** A case was tried again and could be read, and there was nothing to write: whether that can be done is not known. */
  rested(id: string): void {
    const sickness = this.#cases.get(id);
    if (sickness !== undefined) sickness.isResting = true;
  }

  /** Something was written of a case. @returns whether an outage is over by this */
  recovered(id: string): boolean {
    this.#forget(id);
    const wasOutage = this.#isOutage;
    this.#isOutage = false;
    if (!wasOutage) return false;
    for (const [other, sickness] of [...this.#cases]) {
      if (sickness.isResting) this.#forget(other);
      if (sickness.cancel === undefined || sickness.isHastened) continue;
      sickness.isHastened = true;
      sickness.cancel();
      sickness.cancel = undefined;
      this.#options.again(other);
    }
    return true;
  }

  close(): void {
    this.#closed = true;
    for (const id of [...this.#cases.keys()]) this.#forget(id);
  }

  #tryLater(id: string, sickness: Sickness, error: UnavailableError): void {
    const { clock, tell, again } = this.#options;
    const { failures, isHastened } = sickness;
    // An outage befalls all cases and is told of once; a case that fails on while others go on is told of by itself.
    if ((failures === 1 && !this.#isOutage) || (failures === 2 && isHastened)) {
      tell(troubleOf(error, { at: clock.now(), case: id, then: 'retried' }));
    }
    if (failures === 1) this.#isOutage = true;
    sickness.cancel = clock.after(backoffMs(patience, failures), () => {
      sickness.cancel = undefined;
      again(id);
    });
  }

  #setAside(id: string, sickness: Sickness, error: unknown): void {
    const { clock, tell } = this.#options;
    if (!sickness.isSetAside) tell(troubleOf(error, { at: clock.now(), case: id, then: 'set-aside' }));
    sickness.isSetAside = true;
  }

  #forget(id: string): void {
    this.#cases.get(id)?.cancel?.();
    this.#cases.delete(id);
  }
}
