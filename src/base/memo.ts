/**
 * Remembers what a text has come to, for work that rests on nothing but the text. When it holds as many answers as it
 * may, it begins again: what recurs is soon back, and memory stays bounded.
 */
export class Memo<T> {
  readonly #known = new Map<string, T>();

  /** @param most how many answers are held */
  constructor(readonly most: number) {}

  /** The answer for a text: what it came to before, or what the work comes to now. */
  get(text: string, work: () => T): T {
    const known = this.#known.get(text);
    if (known !== undefined || this.#known.has(text)) return known as T;
    const answer = work();
    if (this.#known.size >= this.most) this.#known.clear();
    this.#known.set(text, answer);
    return answer;
  }
}
