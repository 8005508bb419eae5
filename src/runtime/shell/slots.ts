import { assertArguments } from '../../messages/index.js';
import type { PlanStep } from '../../model/index.js';

/** How many steps may be handed over at once. */
export interface ConcurrencyLimits {
  /** Over all authorities; 256 unless told. */
  total?: number;
  /**
   * By authority (or, for a registry without one, by its id). Of one that is not named, a quarter of the total: one that
   * never answers holds up nobody else.
   */
  authorities?: Readonly<Record<string, number>>;
}

/** Whose limit counts for a step: its authority's; for a registry without one, its own. */
export function counterOf(step: PlanStep): string {
  assertArguments('counterOf', { step: 'object' }, { step });
  const { authority, registry } = step;
  return authority ?? registry ?? '';
}

/** Where one submission of a case stands at a counter. */
interface Ticket {
  counter: string;
  id: string;
  key: string;
  /** Tickets are served in this order. */
  order: number;
  /** `granted`: it has a slot that its case has not taken yet. */
  status: 'waiting' | 'granted' | 'taken';
}

/**
 * Slots at the counters of authorities. Whoever finds none waits, and is given one in the order of waiting; a slot that
 * was given stays with the case until it is taken or given back, so that nobody overtakes.
 */
export interface Slots {
  /** Takes a slot for a submission of a case, or has it wait for one. Asking again keeps the place. */
  take(counter: string, id: string, key: string): boolean;
  /** Has a submission wait, also where a slot is free: it is given one by `serve`. */
  queue(counter: string, id: string, key: string): void;
  /** Gives a slot back, or leaves the queue. */
  leave(id: string, key: string): void;
  /** The submissions of a case that wait or have a slot that is not taken yet. */
  untaken(id: string): string[];
  /** Gives what is free to whoever waits, in the order of waiting. */
  serve(): void;
  /** Gives nothing to anybody until `serve` is called. */
  halt(): void;
}

const defaultTotal = 256;

/**
 * Slots for the limits given.
 * @param granted is told the case that has been given a slot while it waited
 */
export function createSlots(limits: ConcurrencyLimits, granted: (id: string, key: string) => void): Slots {
  return new CountedSlots(limits, granted);
}

class CountedSlots implements Slots {
  readonly #total: number;
  readonly #limits: ConcurrencyLimits;
  readonly #granted: (id: string, key: string) => void;
  /** By case, by submission. */
  readonly #tickets = new Map<string, Map<string, Ticket>>();
  /** By counter, in the order of waiting. */
  readonly #waiting = new Map<string, Set<Ticket>>();
  readonly #used = new Map<string, number>();
  #all = 0;
  #order = 0;
  #isHalted = false;

  constructor(limits: ConcurrencyLimits, granted: (id: string, key: string) => void) {
    this.#limits = limits;
    this.#total = limits.total ?? defaultTotal;
    this.#granted = granted;
  }

  take(counter: string, id: string, key: string): boolean {
    let ticket = this.#tickets.get(id)?.get(key);
    // Whoever waits does so for want of room: where there is room, nobody is overtaken.
    if (ticket === undefined && !this.#isHalted && this.#hasRoom(counter)) {
      ticket = this.#issue(counter, id, key);
      this.#give(ticket);
    }
    if (ticket?.status === 'granted') ticket.status = 'taken';
    if (ticket === undefined) this.queue(counter, id, key);
    return ticket?.status === 'taken';
  }

  queue(counter: string, id: string, key: string): void {
    if (this.#tickets.get(id)?.has(key) === true) return;
    const ticket = this.#issue(counter, id, key);
    const line = this.#waiting.get(counter);
    if (line === undefined) this.#waiting.set(counter, new Set([ticket]));
    else line.add(ticket);
  }

  leave(id: string, key: string): void {
    const ofCase = this.#tickets.get(id);
    const ticket = ofCase?.get(key);
    if (ofCase === undefined || ticket === undefined) return;
    ofCase.delete(key);
    if (ofCase.size === 0) this.#tickets.delete(id);
    if (ticket.status === 'waiting') {
      this.#leaveLine(ticket);
      return;
    }
    this.#used.set(ticket.counter, this.#used.get(ticket.counter)! - 1);
    this.#all -= 1;
    if (!this.#isHalted) this.#serveAll();
  }

  untaken(id: string): string[] {
    const ofCase = this.#tickets.get(id);
    if (ofCase === undefined) return [];
    return [...ofCase.values()].filter(({ status }) => status !== 'taken').map(({ key }) => key);
  }

  serve(): void {
    this.#isHalted = false;
    this.#serveAll();
  }

  halt(): void {
    this.#isHalted = true;
  }

  #serveAll(): void {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#leaveLine(next);
      this.#give(next);
      this.#granted(next.id, next.key);
    }
  }

  /** Who has waited longest of all for whom there is room. */
  #next(): Ticket | undefined {
    if (this.#all >= this.#total) return undefined;
    let first: Ticket | undefined;
    for (const [counter, line] of this.#waiting) {
      const head = line.values().next();
      if (head.done === true || !this.#hasRoom(counter)) continue;
      if (first === undefined || head.value.order < first.order) first = head.value;
    }
    return first;
  }

  #issue(counter: string, id: string, key: string): Ticket {
    const ticket: Ticket = { counter, id, key, order: (this.#order += 1), status: 'waiting' };
    const ofCase = this.#tickets.get(id) ?? new Map<string, Ticket>();
    this.#tickets.set(id, ofCase.set(key, ticket));
    return ticket;
  }

  #give(ticket: Ticket): void {
    ticket.status = 'granted';
    this.#used.set(ticket.counter, (this.#used.get(ticket.counter) ?? 0) + 1);
    this.#all += 1;
  }

  #leaveLine(ticket: Ticket): void {
    const line = this.#waiting.get(ticket.counter);
    line?.delete(ticket);
    if (line?.size === 0) this.#waiting.delete(ticket.counter);
  }

  #hasRoom(counter: string): boolean {
    const { authorities } = this.#limits;
    const limit =
      authorities !== undefined && Object.hasOwn(authorities, counter)
        ? authorities[counter]!
        : Math.ceil(this.#total / 4);
    return this.#all < this.#total && (this.#used.get(counter) ?? 0) < limit;
  }
}
