/** Runs work one at a time for each key, in the order of arrival; different keys do not wait for each other. */
export class Serial {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the work when everything before it under the same key is over, however that ended. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const tail = mine.catch(() => undefined);
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return mine;
  }

  get busy(): boolean {
    return this.#tails.size > 0;
  }

  /** Resolves when what is queued now is over. */
  async drained(): Promise<void> {
    await Promise.all([...this.#tails.values()]);
  }
}
