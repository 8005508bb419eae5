import { rangesByClass } from './alphabet.js';
import type { Dfa } from './automaton.js';

/** How many states of layers, and ways from them, may be looked at for one automaton. */
const layerBudget = 20_000_000;

/**
 * From which states a word of exactly `n` characters is accepted, for n = 0, 1, 2, …; made while asked.
 * With `plain`, characters that can only be lone surrogates are left out.
 */
export class Layers {
  readonly #layers: Uint8Array[];
  /** The states after each state, one after the other, and where those of each state begin. */
  readonly #successors: Int32Array;
  readonly #begin: Int32Array;
  #left = layerBudget;

  constructor(dfa: Dfa, { plain }: { plain: boolean }) {
    const { size } = dfa.alphabet;
    const count = dfa.accepting.length;
    const wanted = rangesByClass(dfa.alphabet).map((ranges) => !plain || !ranges.every(isSurrogates));
    const successors: number[] = [];
    const seenFrom = new Int32Array(count).fill(-1);
    this.#begin = new Int32Array(count + 1);
    for (let state = 0; state < count; state++) {
      for (let cls = 0; cls < size; cls++) {
        const to = dfa.next[state * size + cls]!;
        if (!wanted[cls] || seenFrom[to] === state) continue;
        seenFrom[to] = state;
        successors.push(to);
      }
      this.#begin[state + 1] = successors.length;
    }
    this.#successors = Int32Array.from(successors);
    this.#layers = [dfa.accepting];
  }

  /** Can a word of exactly `length` more characters be accepted from the state? Undefined past the bound. */
  reaches(state: number, length: number): boolean | undefined {
    while (this.#layers.length <= length) {
      if ((this.#left -= this.#successors.length + this.#begin.length) < 0) return undefined;
      this.#layers.push(this.#before(this.#layers.at(-1)!));
    }
    return this.#layers[length]![state] === 1;
  }

  /** The states from which one character leads to one of these. */
  #before(states: Uint8Array): Uint8Array {
    const found = new Uint8Array(states.length);
    for (let state = 0; state < found.length; state++) {
      for (let at = this.#begin[state]!; at < this.#begin[state + 1]!; at++) {
        if (states[this.#successors[at]!] !== 1) continue;
        found[state] = 1;
        break;
      }
    }
    return found;
  }

  /** The shortest accepted length in the range, `none` where there is none, undefined past the bound. */
  shortest(min: number, max: number | undefined): number | 'none' | undefined {
    // After `min` characters the automaton is in some state, and from each state a shortest word visits no state twice.
    const last = Math.min(max ?? Infinity, min + this.#begin.length - 1);
    for (let length = min; length <= last; length++) {
      const here = this.reaches(0, length);
      if (here === undefined) return undefined;
      if (here) return length;
    }
    return 'none';
  }
}

/** Is there a class of characters with nothing but lone surrogates in it? */
export function hasOnlySurrogates({ alphabet }: Dfa): boolean {
  return rangesByClass(alphabet).some((ranges) => ranges.every(isSurrogates));
}

function isSurrogates([start, end]: readonly [number, number]): boolean {
  return start >= 0xd800 && end <= 0xdfff;
}
