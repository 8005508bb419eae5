/**
 * What one pattern may cost. A catalogue is untrusted input: past these bounds a pattern is not represented
 * (its verdicts become unknown) instead of taking the machine with it.
 */
export const limits = {
  /** Characters of the source text. */
  source: 10_000,
  /** Groups opened inside one another; the parsers below are recursive. */
  nesting: 250,
  /** Nodes of the nondeterministic automaton, after counted repetition is written out. */
  nodes: 60_000,
  /** States of a deterministic automaton. */
  states: 12_000,
  /** Elementary steps of making one deterministic automaton. */
  steps: 3_000_000,
  /** Classes of one pattern that the engine is asked for, such as `\p{L}`: it looks at every character there is. */
  engineSets: 64,
  /** States that the matcher keeps before it forgets them and starts anew. */
  remembered: 2_000,
} as const;

/** A pattern needs more than its {@link limits}, or what automata cannot express. Never leaves this room. */
export class NotRepresentable extends Error {}

/** What the work comes to; undefined where it needs more than the {@link limits}. */
export function representable<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotRepresentable) return undefined;
    throw error;
  }
}
