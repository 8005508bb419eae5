import type { Alphabet } from './alphabet.js';

/** A complete deterministic automaton over code points; state 0 is the start. */
export interface Dfa {
  readonly alphabet: Alphabet;
  /** `next[state * alphabet.size + class]`. */
  readonly next: Int32Array;
  readonly accepting: Uint8Array;
}
