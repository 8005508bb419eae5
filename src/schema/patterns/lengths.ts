import { rangesByClass } from './alphabet.js';
import type { Dfa } from './dfa.js';

/** How many states of layers may be looked at for one automaton. */
const layerBudget = 4_000_000;

/**
 * From which states a word of exactly `n` characters is accepted, for n = 0, 1, 2, …; made while asked.
 * With `plain`, characters that can only be lone surrogates are left out.
 */
export class Layers {
  readonly #layers: Uint8Array[];
  readonly #successors: readonly (readonly number[])[];
  #left = layerBudget;

  constructor(dfa: Dfa, { plain }: { plain: boolean }) {
    const { size } = dfa.alphabet;
    const wanted = rangesByClass(dfa.alphabet).map((ranges) => !plain || !ranges.every(isSurrogates));
    this.#layers = [dfa.accepting];
    this.#successors = Array.from(dfa.accepting, (_, state) => [
      ...new Set(dfa.next.subarray(state * size, (state + 1) * size).filter((_to, cls) => wanted[cls])),
    ]);
  }

  /** Can a word of exactly `length` more characters be accepted from the state? Undefined past the bound. */
  reaches(state: number, length: number): boolean | undefined {
    while (this.#layers.length <= length) {
      const last = this.#layers.at(-1)!;
      if ((this.#left -= last.length) < 0) return undefined;
      this.#layers.push(
        Uint8Array.from(this.#successors, (to) => (to.some((next) => last[next] === 1) ? 1 : 0)),
      );
    }
    return this.#layers[length]![state] === 1;
  }

  /** The shortest accepted length in the range, `none` where there is none, undefined past the bound. */
  shortest(min: number, max: number | undefined): number | 'none' | undefined {
    // After `min` characters the automaton is in some state, and from each state a shortest word visits no state twice.
    const last = Math.min(max ?? Infinity, min + this.#successors.length);
    for (let length = min; length <= last; length++) {
      const here = this.reaches(0, length);
      if (here === undefined) return undefined;
      if (here) return length;
    }
    return 'none';
  }
}

function isSurrogates([start, end]: readonly [number, number]): boolean {
  return start >= 0xd800 && end <= 0xdfff;
}
