import { NotRepresentable } from './limits.js';
import type { Nfa, Program } from './program.js';

/**
 * Where one thread of the automaton stands: at a node, and still owing `debts`: states of lookahead bodies that must
 * (or must not) come to accept. A debt is `(state * bodies + body) * 2 + (negated ? 1 : 0)`.
 */
interface Thread {
  readonly node: number;
  readonly debts: readonly number[];
}

interface State {
  readonly threads: readonly Thread[];
  /** The states of the lookbehind bodies that this automaton can ask, at the same place of the text. */
  readonly behinds: readonly number[];
  readonly next: Map<number, number>;
  atEnd: boolean | undefined;
}

/** Steps that may still be made; shared by the automata of one pattern. */
export interface Fuel {
  left: number;
}

/**
 * The subset construction, made while it is used. Lookaheads become debts of a thread, lookbehinds run along from the
 * beginning of the text, so that every pattern without backreferences is matched in one pass.
 */
export class Machine {
  /** No thread is left: nothing that follows can be accepted. */
  static readonly dead = 0;
  /** Accepted, whatever follows. */
  static readonly decided = 1;
  #states: State[] = [];
  #ids = new Map<string, number>();

  constructor(
    private readonly nfa: Nfa,
    private readonly program: Program,
    private readonly aheads: readonly Machine[],
    private readonly behindBodies: readonly Machine[],
    private readonly fuel: Fuel,
  ) {
    this.forget();
  }

  /** How many states are remembered. */
  get size(): number {
    return this.#states.length;
  }

  /** Drops all remembered states but those two that are always there. */
  forget(): void {
    const fixed = (atEnd: boolean): State => ({ threads: [], behinds: [], next: new Map(), atEnd });
    this.#states = [fixed(false), fixed(true)];
    this.#ids = new Map();
  }

  /** The state at the beginning of the text. */
  begin(): number {
    const behinds: number[] = [];
    for (const body of this.behindBodies) behinds.push(body.start(behinds));
    return this.start(behinds);
  }

  /** The state of an automaton that starts here, where the lookbehind bodies stand as given. */
  start(behinds: readonly number[]): number {
    const own = behinds.slice(0, this.behindBodies.length);
    return this.#settle([{ node: this.nfa.start, debts: [] }], own);
  }

  /** The state after a character of the class. */
  step(id: number, cls: number): number {
    if (id <= Machine.decided) return id;
    const state = this.#states[id]!;
    const known = state.next.get(cls);
    if (known !== undefined) return known;
    const behinds = state.behinds.map((behind, index) => this.behindBodies[index]!.step(behind, cls));
    const moved: Thread[] = [];
    for (const thread of state.threads) {
      this.#burn(1);
      const node = this.nfa.nodes[thread.node]!;
      let to: number;
      if (node.kind === 'char') {
        if (this.program.members[node.set]![cls] === 0) continue;
        to = node.to;
      } else if (this.nfa.sticky) {
        to = thread.node;
      } else {
        continue;
      }
      const debts = this.#stepDebts(thread.debts, cls);
      if (debts) moved.push({ node: to, debts });
    }
    const next = this.#settle(moved, behinds);
    state.next.set(cls, next);
    return next;
  }

  /** Is a text that ends here accepted? */
  acceptsAtEnd(id: number): boolean {
    const state = this.#states[id]!;
    state.atEnd ??= state.threads.some(
      (thread) => this.#isAccept(thread.node) && thread.debts.every((debt) => this.#paidAtEnd(debt)),
    );
    return state.atEnd;
  }

  /** Has the body of a lookbehind just been matched? */
  #matchedHere(id: number): boolean {
    if (id === Machine.decided) return true;
    const matches = this.#states[id]!.threads.filter((thread) => this.#isAccept(thread.node));
    if (matches.length === 0) return false;
    // A lookahead in a lookbehind may look past its end; what it will find is not known here.
    if (matches.every((thread) => thread.debts.length > 0))
      throw new NotRepresentable('lookahead in lookbehind');
    return true;
  }

  #settle(threads: readonly Thread[], behinds: readonly number[]): number {
    const closed = this.#close(threads, behinds);
    if (closed.length === 0) return Machine.dead;
    if (
      this.nfa.sticky &&
      closed.some((thread) => this.#isAccept(thread.node) && thread.debts.length === 0)
    ) {
      return Machine.decided;
    }
    const free = new Set(closed.filter((thread) => thread.debts.length === 0).map((thread) => thread.node));
    const kept = closed.filter((thread) => thread.debts.length === 0 || !free.has(thread.node));
    const key = `${kept
      .map((thread) => keyOf(thread))
      .sort()
      .join(' ')}|${behinds.join(',')}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#states.push({ threads: kept, behinds, next: new Map(), atEnd: undefined }) - 1;
    this.#ids.set(key, id);
    return id;
  }

  /** Follows everything that takes no character. */
  #close(threads: readonly Thread[], behinds: readonly number[]): Thread[] {
    const closed: Thread[] = [];
    const seen = new Set<string>();
    const open = [...threads];
    for (let thread = open.pop(); thread; thread = open.pop()) {
      const key = keyOf(thread);
      if (seen.has(key)) continue;
      seen.add(key);
      this.#burn(1 + thread.debts.length);
      const node = this.nfa.nodes[thread.node]!;
      if (node.kind === 'split') {
        for (const to of node.to) open.push({ node: to, debts: thread.debts });
      } else if (node.kind === 'behind') {
        if (this.behindBodies[node.body]!.#matchedHere(behinds[node.body]!) !== node.negate) {
          open.push({ node: node.to, debts: thread.debts });
        }
      } else if (node.kind === 'ahead') {
        const debt = this.#owe(node.body, this.aheads[node.body]!.start(behinds), node.negate);
        if (debt !== 'failed') {
          open.push({ node: node.to, debts: debt === 'paid' ? thread.debts : withDebt(thread.debts, debt) });
        }
      } else {
        closed.push(thread);
      }
    }
    return closed;
  }

  #owe(body: number, state: number, negate: boolean): number | 'paid' | 'failed' {
    if (state === Machine.dead) return negate ? 'paid' : 'failed';
    if (state === Machine.decided) return negate ? 'failed' : 'paid';
    return (state * this.aheads.length + body) * 2 + (negate ? 1 : 0);
  }

  #stepDebts(debts: readonly number[], cls: number): readonly number[] | undefined {
    if (debts.length === 0) return debts;
    const stepped = new Set<number>();
    this.#burn(debts.length);
    for (const debt of debts) {
      const { body, state, negate } = this.#read(debt);
      const next = this.#owe(body, this.aheads[body]!.step(state, cls), negate);
      if (next === 'failed') return undefined;
      if (next !== 'paid') stepped.add(next);
    }
    return [...stepped].sort((a, b) => a - b);
  }

  #paidAtEnd(debt: number): boolean {
    const { body, state, negate } = this.#read(debt);
    return this.aheads[body]!.acceptsAtEnd(state) !== negate;
  }

  #read(debt: number): { body: number; state: number; negate: boolean } {
    const rest = Math.floor(debt / 2);
    const bodies = this.aheads.length;
    return { body: rest % bodies, state: Math.floor(rest / bodies), negate: debt % 2 === 1 };
  }

  #isAccept(node: number): boolean {
    return this.nfa.nodes[node]!.kind === 'accept';
  }

  #burn(steps: number): void {
    if ((this.fuel.left -= steps) < 0) throw new NotRepresentable('too many steps');
  }
}

function keyOf(thread: Thread): string {
  return thread.debts.length === 0 ? String(thread.node) : `${thread.node}:${thread.debts.join('+')}`;
}

function withDebt(debts: readonly number[], debt: number): readonly number[] {
  return debts.includes(debt) ? debts : [...debts, debt].sort((a, b) => a - b);
}

/** The automaton of a whole program, ready to {@link Machine.begin}. */
export function createMachine(program: Program, fuel: Fuel): Machine {
  const behinds: Machine[] = [];
  const aheads: Machine[] = [];
  // A body knows the lookarounds registered before it, which contain all those inside it.
  for (const { kind, nfa } of program.bodies) {
    const machine = new Machine(nfa, program, [...aheads], [...behinds], fuel);
    (kind === 'ahead' ? aheads : behinds).push(machine);
  }
  return new Machine(program.root, program, aheads, behinds, fuel);
}
