import type { Position, Range } from '../diagnostics/index.js';

const lineFeed = 10;
const carriageReturn = 13;

/** Lines and columns of a text. Lines end with LF, CR LF or a lone CR (YAML 1.2.2 section 5.4). */
export class LineTable {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit === carriageReturn) {
        if (text.charCodeAt(index + 1) === lineFeed) index++;
        this.#starts.push(index + 1);
      } else if (unit === lineFeed) {
        this.#starts.push(index + 1);
      }
    }
  }

  /** The position of an offset; beyond the end it is the end. */
  position(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: bounded - this.#starts[low]! + 1, offset: bounded };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }
}
