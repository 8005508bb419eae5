/** Holds what was used last, up to a number of entries: what has not been used longest goes first. */
export class BoundedCache<Value> {
  readonly #most: number;
  readonly #entries = new Map<string, Value>();
  readonly #dropped: ((key: string, value: Value) => void) | undefined;

  /**
   * @param most how many entries are held
   * @param dropped is told what goes to make room
   */
  constructor(most: number, dropped?: (key: string, value: Value) => void) {
    this.#most = most;
    this.#dropped = dropped;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The value, which by this is the last one used. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#place(key, value);
    return value;
  }

  /** The value, or what the work comes to where there is none: for work that rests on nothing but the key. */
  remember(key: string, work: () => Value): Value {
    const known = this.get(key);
    if (known !== undefined || this.has(key)) return known as Value;
    const value = work();
    this.set(key, value);
    return value;
  }

  values(): Iterable<Value> {
    return this.#entries.values();
  }

  set(key: string, value: Value): void {
    this.#place(key, value);
    if (this.#entries.size <= this.#most) return;
    const [oldest] = this.#entries;
    if (oldest === undefined) return;
    this.#entries.delete(oldest[0]);
    this.#dropped?.(...oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  #place(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
  }
}
