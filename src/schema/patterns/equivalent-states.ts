import type { Dfa } from './automaton.js';

/**
 * For each state the number of its class, where two states are in one class if no word tells them apart; classes are
 * numbered in the order of their first state. A class that was split splits others by its smaller part alone, so that
 * the work is that of the transitions times the logarithm of the states (Hopcroft, "An n log n algorithm for minimizing
 * states in a finite automaton", 1971).
 */
export function equivalentStates(dfa: Dfa): Int32Array {
  const { accepting } = dfa;
  const sources = sourcesByClass(dfa);
  const partition = new Partition(accepting.length);
  accepting.forEach((accepts, state) => {
    if (accepts === 1) partition.mark(state);
  });
  const open = partition.split();
  for (let splitter = open.pop(); splitter !== undefined; splitter = open.pop()) {
    const members = partition.membersOf(splitter);
    for (const { start, states } of sources) {
      for (const member of members)
        for (let at = start[member]!; at < start[member + 1]!; at++) partition.mark(states[at]!);
      open.push(...partition.split());
    }
  }
  return partition.numbers();
}

interface Sources {
  /** Where the states begin from which a character of the class leads to a state. */
  readonly start: Int32Array;
  readonly states: Int32Array;
}

function sourcesByClass({ alphabet: { size }, next, accepting }: Dfa): Sources[] {
  const count = accepting.length;
  return Array.from({ length: size }, (_, cls) => {
    const start = new Int32Array(count + 1);
    for (let state = 0; state < count; state++) start[next[state * size + cls]! + 1]!++;
    for (let state = 0; state < count; state++) start[state + 1]! += start[state]!;
    const free = start.slice(0, count);
    const states = new Int32Array(count);
    for (let state = 0; state < count; state++) states[free[next[state * size + cls]!]!++] = state;
    return { start, states };
  });
}

/** Numbers in classes that are split by marking members. */
class Partition {
  readonly #members: Int32Array;
  readonly #place: Int32Array;
  readonly #class: Int32Array;
  /** Of each class, where its members begin, where those that are marked end, and where it ends. */
  readonly #begin = [0];
  readonly #marked = [0];
  readonly #end: number[];
  #touched: number[] = [];

  constructor(count: number) {
    this.#members = Int32Array.from({ length: count }, (_, index) => index);
    this.#place = this.#members.slice();
    this.#class = new Int32Array(count);
    this.#end = [count];
  }

  mark(member: number): void {
    const cls = this.#class[member]!;
    const place = this.#place[member]!;
    const to = this.#marked[cls]!;
    if (place < to) return;
    if (to === this.#begin[cls]) this.#touched.push(cls);
    const other = this.#members[to]!;
    this.#members[place] = other;
    this.#place[other] = place;
    this.#members[to] = member;
    this.#place[member] = to;
    this.#marked[cls]!++;
  }

  /** Splits every class of which some members are marked. @returns the smaller parts, which are classes of their own */
  split(): number[] {
    const parts: number[] = [];
    for (const cls of this.#touched) {
      const [begin, marked, end] = [this.#begin[cls]!, this.#marked[cls]!, this.#end[cls]!];
      if (marked === end) {
        this.#marked[cls] = begin;
        continue;
      }
      const isFirst = marked - begin <= end - marked;
      const [from, to] = isFirst ? [begin, marked] : [marked, end];
      const added = this.#begin.push(from) - 1;
      this.#marked.push(from);
      this.#end.push(to);
      for (let place = from; place < to; place++) this.#class[this.#members[place]!] = added;
      if (isFirst) this.#begin[cls] = marked;
      else this.#end[cls] = marked;
      this.#marked[cls] = this.#begin[cls]!;
      parts.push(added);
    }
    this.#touched = [];
    return parts;
  }

  membersOf(cls: number): Int32Array {
    return this.#members.slice(this.#begin[cls], this.#end[cls]);
  }

  numbers(): Int32Array {
    const known = new Map<number, number>();
    return this.#class.map((cls) => {
      const number = known.get(cls) ?? known.size;
      known.set(cls, number);
      return number;
    });
  }
}
