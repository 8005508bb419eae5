import { alphabetOf, type Alphabet } from './alphabet.js';
import { everything, isEverything, keyOfSet, type CharSet } from './char-set.js';
import { limits, NotRepresentable } from './limits.js';
import type { Sequence, Syntax, Term } from './parse.js';

/** A node of a nondeterministic automaton; `to` are indices of nodes. */
export type Node =
  | { kind: 'char'; set: number; to: number }
  | { kind: 'split'; to: number[] }
  /** `body` counts the bodies of that kind; `edge`: the end of the text itself, `^` or `$`. */
  | { kind: 'ahead' | 'behind'; negate: boolean; body: number; edge: boolean; to: number }
  | { kind: 'accept' };

export interface Nfa {
  readonly nodes: Node[];
  readonly start: number;
  /** Where the pattern itself starts, after the search for a place to start. */
  readonly entry: number;
  /** Once accepted, accepted for good, whatever follows. */
  readonly sticky: boolean;
}

/** A pattern as automata: the whole text, and the bodies of its lookarounds. */
export interface Program {
  readonly alphabet: Alphabet;
  /** For each set of characters, the classes in it. */
  readonly members: readonly Uint8Array[];
  readonly root: Nfa;
  /** The bodies of lookarounds, inner ones before outer ones. */
  readonly bodies: readonly Body[];
}

export interface Body {
  readonly kind: 'ahead' | 'behind';
  readonly nfa: Nfa;
}

/**
 * Compiles a syntax tree (Thompson's construction). The root searches: it accepts a text that *contains* a match,
 * as `pattern` of JSON Schema asks.
 *
 * @throws NotRepresentable past the {@link limits}
 */
export function compile(syntax: Syntax, options: CompileOptions = {}): Program {
  const compiler = new Compiler(options);
  const root = compiler.automaton(syntax.alternatives, { search: true, sticky: true });
  return { ...alphabetOf(compiler.sets), root, bodies: compiler.bodies };
}

export interface CompileOptions {
  /** Counted repetition becomes a loop, and an empty round of it a way of its own: for judging the risk only. */
  readonly relaxed?: boolean;
}

function isAnyCharacter(alternatives: readonly Sequence[]): boolean {
  const [sequence] = alternatives;
  if (alternatives.length !== 1 || sequence?.length !== 1) return false;
  const [term] = sequence;
  return term?.type === 'set' && isEverything(term.set);
}

class Compiler {
  readonly sets: CharSet[] = [everything];
  readonly bodies: Body[] = [];
  readonly #known = new Map<string, number>([[keyOfSet(everything), 0]]);
  #nodes: Node[] = [];
  #count = 0;
  #rounds = 0;

  constructor(private readonly options: CompileOptions) {}

  automaton(
    alternatives: readonly Sequence[],
    { search, sticky }: { search: boolean; sticky: boolean },
  ): Nfa {
    const outer = this.#nodes;
    const nodes: Node[] = [];
    this.#nodes = nodes;
    const accept = this.#add({ kind: 'accept' });
    const entry = this.#choice(alternatives, accept);
    let start = entry;
    if (search) {
      const loop = this.#add({ kind: 'split', to: [start] });
      (nodes[loop] as { to: number[] }).to.push(this.#add({ kind: 'char', set: 0, to: loop }));
      start = loop;
    }
    this.#nodes = outer;
    return { nodes, start, entry, sticky };
  }

  #add(node: Node): number {
    if (++this.#count > limits.nodes) throw new NotRepresentable('too many nodes');
    return this.#nodes.push(node) - 1;
  }

  #choice(alternatives: readonly Sequence[], to: number): number {
    if (alternatives.length === 1) return this.#sequence(alternatives[0]!, to);
    return this.#add({ kind: 'split', to: alternatives.map((sequence) => this.#sequence(sequence, to)) });
  }

  #sequence(sequence: Sequence, to: number): number {
    let next = to;
    for (let index = sequence.length - 1; index >= 0; index--) {
      next = this.#term(sequence[index]!, next);
    }
    return next;
  }

  #term(term: Term, to: number): number {
    switch (term.type) {
      case 'set':
        return this.#add({ kind: 'char', set: this.#set(term.set), to });
      case 'group':
        return this.#choice(term.alternatives, to);
      case 'repetition':
        return this.#repeat(term.alternatives, term.min, term.max, to);
      case 'lookaround': {
        const { kind, negate } = term;
        // Inner lookarounds register first: a lookbehind is followed along the text with those before it.
        const nfa = this.automaton(term.alternatives, {
          search: kind === 'behind',
          sticky: kind === 'ahead',
        });
        const body = this.bodies.filter((other) => other.kind === kind).length;
        this.bodies.push({ kind, nfa });
        return this.#add({ kind, negate, body, edge: negate && isAnyCharacter(term.alternatives), to });
      }
    }
  }

  #repeat(body: readonly Sequence[], min: number, max: number, to: number): number {
    let next = to;
    if (this.options.relaxed === true && max !== Infinity && max >= 2) {
      const loop = this.#add({ kind: 'split', to: [to] });
      // Two bodies in turn, so that a round without a character comes back to another node than it left.
      (this.#nodes[loop] as { to: number[] }).to.unshift(this.#choice(body, this.#choice(body, loop)));
      return loop;
    }
    if (max === Infinity) {
      const loop = this.#add({ kind: 'split', to: [to] });
      const round = this.#choice(body, loop);
      (this.#nodes[loop] as { to: number[] }).to.unshift(round);
      // Entering is another node than coming round again: a way that meets one node twice is an empty round.
      next = this.#add({ kind: 'split', to: [round, to] });
    } else {
      for (let count = min; count < max; count++) {
        next = this.#add({ kind: 'split', to: [this.#choice(body, next), to] });
      }
    }
    for (let count = 0; count < min; count++) next = this.#choice(body, this.#counted(next));
    return next;
  }

  /** A round of what may be empty costs a node too: no number of rounds is beyond the limit. */
  #counted(node: number): number {
    if (++this.#rounds > limits.nodes) throw new NotRepresentable('too many rounds');
    return node;
  }

  #set(characters: CharSet): number {
    const key = keyOfSet(characters);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.sets.push(characters) - 1;
      this.#known.set(key, index);
    }
    return index;
  }
}
