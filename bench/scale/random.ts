/** A seeded source of choices (mulberry32): the same seed gives the same catalogue on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** The front of the list more often than its end, as names and numbers are asked more often than anything else. */
  pickEarly<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() ** 2 * items.length)]!;
  }

  /** Around a mean, with a long tail: counts of inputs are spread so in published matters. */
  count(mean: number, most: number): number {
    const spread = -Math.log(1 - this.next() * 0.98);
    return Math.min(most, Math.max(0, Math.round(mean * (0.35 + 0.65 * spread))));
  }

  /** Different items, in the order of the list. */
  sample<T>(items: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    for (let tries = 0; chosen.size < Math.min(count, items.length) && tries < count * 8; tries++) {
      chosen.add(this.pickEarly(items));
    }
    return items.filter((item) => chosen.has(item));
  }
}
