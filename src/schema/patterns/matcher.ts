import { classOf } from './alphabet.js';
import { limits, NotRepresentable } from './limits.js';
import { createMachine, Machine } from './machine.js';
import { parsePattern } from './parse.js';
import { compile } from './program.js';

/**
 * A test for a pattern that takes time linear in the text, whatever the pattern: the automaton is made while it runs
 * and forgotten when it has grown too large. Needs no backtracking, hence has no catastrophic case.
 *
 * @returns undefined where the pattern is none, or is not regular (backreferences)
 */
export function createMatcher(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const program = compile(parsePattern(pattern));
    const make = (): Machine => createMachine(program, { left: Infinity });
    let machine = make();
    // A pattern that needs what automata lack says so at its first steps, not in the middle of a form.
    machine.acceptsAtEnd(machine.begin());
    return (text) => {
      let state = machine.begin();
      for (const char of text) {
        state = machine.step(state, classOf(program.alphabet, char.codePointAt(0)!));
        if (state <= Machine.decided) return state === Machine.decided;
      }
      const accepted = machine.acceptsAtEnd(state);
      if (machine.size > limits.remembered) machine = make();
      return accepted;
    };
  } catch (error) {
    if (error instanceof NotRepresentable) return undefined;
    throw error;
  }
}
