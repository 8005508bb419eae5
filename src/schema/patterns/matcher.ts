import { classOf } from './alphabet.js';
import { limits, representable } from './limits.js';
import { createMachine, Machine } from './machine.js';
import { parsePattern } from './parse.js';
import { compile, type Program } from './program.js';

/**
 * A test for a pattern that takes time linear in the text, whatever the pattern: the automaton is made while it runs
 * and forgotten when it has grown too large. Needs no backtracking, hence has no catastrophic case. It gives undefined
 * for a text on which the automaton takes more steps than the {@link limits} allow.
 *
 * @returns undefined where the pattern is none, or is not regular (backreferences)
 */
export function createMatcher(pattern: string): ((text: string) => boolean | undefined) | undefined {
  return representable(() => {
    const program = compile(parsePattern(pattern));
    const fuel = { left: limits.steps };
    let machine = createMachine(program, fuel);
    // A pattern that needs what automata lack says so at its first steps, not in the middle of a form.
    machine.acceptsAtEnd(machine.begin());
    return (text) => {
      fuel.left = limits.steps;
      const accepted = representable(() => run(machine, program, text));
      if (machine.size > limits.remembered) machine = createMachine(program, fuel);
      return accepted;
    };
  });
}

function run(machine: Machine, { alphabet }: Program, text: string): boolean {
  let state = machine.begin();
  for (const char of text) {
    state = machine.step(state, classOf(alphabet, char.codePointAt(0)!));
    if (state <= Machine.decided) return state === Machine.decided;
  }
  return machine.acceptsAtEnd(state);
}
