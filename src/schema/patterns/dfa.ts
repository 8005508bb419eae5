import type { Dfa } from './automaton.js';
import { classOf, refine, type Alphabet } from './alphabet.js';
import { equivalentStates } from './equivalent-states.js';
import { limits, NotRepresentable } from './limits.js';
import { createMachine, Machine } from './machine.js';
import type { Program } from './program.js';

/** Makes the automaton of a program deterministic. @throws NotRepresentable past the {@link limits} */
export function determinize(program: Program): Dfa {
  const machine = createMachine(program, { left: limits.steps });
  return explore(program.alphabet, machine.begin(), {
    step: (state, cls) => machine.step(state, cls),
    accepts: (state) => machine.acceptsAtEnd(state),
    settled: (state) => state <= Machine.decided,
  });
}

/** The words that both automata accept. @throws NotRepresentable past the {@link limits} */
export function product(a: Dfa, b: Dfa): Dfa {
  const { alphabet, left, right } = refine(a.alphabet, b.alphabet);
  const width = b.accepting.length;
  return explore(alphabet, 0, {
    step: (state, cls) => {
      const first = a.next[Math.floor(state / width) * a.alphabet.size + left[cls]!]!;
      return first * width + b.next[(state % width) * b.alphabet.size + right[cls]!]!;
    },
    accepts: (state) => a.accepting[Math.floor(state / width)] === 1 && b.accepting[state % width] === 1,
    settled: () => false,
  });
}

/** The words that the automaton does not accept. */
export function complement(dfa: Dfa): Dfa {
  return { ...dfa, accepting: dfa.accepting.map((accepting) => 1 - accepting) };
}

/** The state after each text, in one pass. */
export function run(dfa: Dfa, text: string): number {
  const { alphabet, next } = dfa;
  let state = 0;
  for (const char of text) state = next[state * alphabet.size + classOf(alphabet, char.codePointAt(0)!)]!;
  return state;
}

interface Steps {
  step: (state: number, cls: number) => number;
  accepts: (state: number) => boolean;
  /** Never left again; saves asking for each class. */
  settled: (state: number) => boolean;
}

function explore(alphabet: Alphabet, start: number, { step, accepts, settled }: Steps): Dfa {
  const numbers = new Map<number, number>([[start, 0]]);
  const states = [start];
  const next: number[] = [];
  let budget = limits.steps;
  for (let index = 0; index < states.length; index++) {
    const state = states[index]!;
    if ((budget -= alphabet.size) < 0) throw new NotRepresentable('too many steps');
    for (let cls = 0; cls < alphabet.size; cls++) {
      const target = settled(state) ? state : step(state, cls);
      let number = numbers.get(target);
      if (number === undefined) {
        number = states.push(target) - 1;
        if (number >= limits.states) throw new NotRepresentable('too many states');
        numbers.set(target, number);
      }
      next.push(number);
    }
  }
  return reduce({
    alphabet,
    next: Int32Array.from(next),
    accepting: Uint8Array.from(states, (state) => (accepts(state) ? 1 : 0)),
  });
}

/** Joins states that no word tells apart, then classes of characters that no state tells apart. */
function reduce(dfa: Dfa): Dfa {
  return mergeClasses(quotient(dfa, equivalentStates(dfa)));
}

/** Blocks are numbered in the order of their first state, so that the start stays state 0. */
function quotient(dfa: Dfa, blocks: Int32Array): Dfa {
  const size = dfa.alphabet.size;
  const count = blocks.reduce((most, block) => Math.max(most, block + 1), 0);
  const next = new Int32Array(count * size);
  const accepting = new Uint8Array(count);
  blocks.forEach((block, state) => {
    accepting[block] = dfa.accepting[state]!;
    for (let cls = 0; cls < size; cls++) next[block * size + cls] = blocks[dfa.next[state * size + cls]!]!;
  });
  return { alphabet: dfa.alphabet, next, accepting };
}

function mergeClasses(dfa: Dfa): Dfa {
  const { size } = dfa.alphabet;
  const states = dfa.accepting.length;
  const known = new Map<string, number>();
  const columns: number[] = [];
  const merged: number[] = [];
  for (let cls = 0; cls < size; cls++) {
    const column: number[] = [];
    for (let state = 0; state < states; state++) column.push(dfa.next[state * size + cls]!);
    const key = column.join();
    let number = known.get(key);
    if (number === undefined) {
      number = columns.push(cls) - 1;
      known.set(key, number);
    }
    merged.push(number);
  }
  if (columns.length === size) return dfa;
  const next = new Int32Array(states * columns.length);
  for (let state = 0; state < states; state++) {
    columns.forEach((cls, index) => {
      next[state * columns.length + index] = dfa.next[state * size + cls]!;
    });
  }
  return { alphabet: joinRanges(dfa.alphabet, merged, columns.length), next, accepting: dfa.accepting };
}

function joinRanges(alphabet: Alphabet, merged: readonly number[], size: number): Alphabet {
  const starts: number[] = [];
  const classes: number[] = [];
  alphabet.starts.forEach((start, index) => {
    const cls = merged[alphabet.classes[index]!]!;
    if (classes.at(-1) === cls) return;
    starts.push(start);
    classes.push(cls);
  });
  return { starts, classes, size };
}
