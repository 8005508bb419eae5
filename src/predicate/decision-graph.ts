import type { JsonObject } from '../base/index.js';
import { setOwn } from '../base/index.js';
import type { Formula, FormulaStore } from './formula.js';
import { levelsOf, orderVariables } from './levels.js';
import type { Level } from './levels.js';
import { Work } from './work.js';

/** One answer for each variable of a group, and which conditions hold then. */
export interface Outcome {
  /** The conditions that hold, by their place among the given ones. */
  holds: ReadonlySet<number>;
  facts: JsonObject;
}

/** How many outcomes there are, and whether that has been settled. */
export interface Count {
  /** Exactly so many, or at least. */
  count: bigint;
  exact: boolean;
  /** Where the work was used up: how many variables had been gone through. */
  ended?: number;
}

/** Some outcomes. */
export interface Outcomes {
  outcomes: Outcome[];
  /** There are no others, or as many as were asked for. Otherwise the work was used up. */
  whole: boolean;
}

type State = readonly Formula[];

/** Words that leave the same states behind, and how many of them there are. */
interface Counted {
  states: State[];
  count: bigint;
}

/** States, each with where it comes from. */
type Branch = Map<string, { state: State; from: number; cell: number }>;

/** What one question about one group may cost, and what those about all groups of a bundle may. */
const mostWork = 2_000_000;
const mostWorkOfAll = 10_000_000;

/**
 * Conditions that hang together by the variables that they test, decided variable by variable. A state is what is left
 * of the conditions in play; states that are alike are one, so that a chain costs its length and not two to its power
 * (the idea of decision diagrams: Bryant, IEEE Trans. Comput. 35, 1986). Every question ends when its work is used up:
 * what is kept costs work as well, so that memory is bounded with it.
 */
export class DecisionGraph {
  /** Answers looked at, for golden counters. */
  steps = 0;
  readonly variables: readonly number[];
  private readonly levels: readonly Level[];

  /**
   * @param conditions places and formulas of the conditions of this group
   * @param work what the questions about all groups may cost together
   */
  constructor(
    private readonly store: FormulaStore,
    private readonly conditions: ReadonlyMap<number, Formula>,
    variables: readonly number[],
    private readonly work: Work,
  ) {
    this.variables = orderVariables(store, conditions, variables);
    this.levels = levelsOf(store, conditions, this.variables);
  }

  /** The places of the conditions of the group. */
  get places(): readonly number[] {
    return [...this.conditions.keys()];
  }

  /** Every variable has cells that can be looked at. */
  get isOpen(): boolean {
    return this.variables.every((variable) => !this.store.variables[variable]!.crowded);
  }

  /** Every cell of every variable holds a value. */
  get isExact(): boolean {
    return this.variables.every((variable) => this.store.variables[variable]!.exact);
  }

  /** The number of different sets of conditions that hold together; only cells that are proven count. */
  count(most = mostWork): Count {
    const isProven = this.variables.every((variable) =>
      this.store.variables[variable]!.cells.some((cell) => cell.isProven),
    );
    if (!this.isOpen || !isProven) return { count: 1n, exact: false };
    const work = new Work(most, this.work);
    let current: Counted[] = [{ states: [[]], count: 1n }];
    for (const [depth, level] of this.levels.entries()) {
      const next = this.advance(level, current, work);
      if (next === undefined)
        return { count: this.countSome(depth, current, most), exact: false, ended: depth };
      current = next;
    }
    return { count: sum(current), exact: this.isExact };
  }

  /** At least so many, from a level on: only as many states are followed as the work allows, of each word some. */
  private countSome(from: number, begun: readonly Counted[], most: number): bigint {
    const work = new Work(most, this.work);
    const levels = this.levels.slice(from);
    let current = begun;
    for (const level of levels) {
      const cells = this.store.variables[level.variable]!.cells.length;
      const fitting = Math.max(1, Math.floor(most / levels.length / cells / (level.before.length + 1)));
      const kept = [...current].sort((a, b) => Number(b.count > a.count) - Number(b.count < a.count));
      const each = Math.max(1, Math.floor(fitting / kept.length));
      const thinned = kept
        .slice(0, fitting)
        .map(({ states, count }) => ({ states: states.slice(0, each), count }));
      const next = this.advance(level, thinned, work);
      // Whatever was decided so far goes on to one outcome at least.
      if (next === undefined) break;
      current = next;
    }
    return sum(current);
  }

  /** The words after one more variable, each with the states that it may be in. Nothing where the work is used up. */
  private advance(level: Level, current: readonly Counted[], work: Work): Counted[] | undefined {
    const next = new Map<string, Counted>();
    for (const { states, count } of current) {
      const branches = this.branches(level, states, work, true);
      if (branches === undefined) return undefined;
      for (const branch of branches.values()) {
        const key = [...branch.keys()].sort().join('|');
        const present = next.get(key);
        if (present === undefined)
          next.set(key, { states: [...branch.values()].map(({ state }) => state), count });
        else present.count += count;
      }
    }
    return [...next.values()];
  }

  /** Outcomes in a fixed order, at most so many, no two with the same conditions; of cells that are proven. */
  list(most: number, mostLooked = mostWork): Outcomes {
    if (!this.isOpen || most <= 0) return { outcomes: [], whole: most <= 0 };
    const inOrder = this.listWith(most, 'together', new Work(mostLooked, this.work));
    return inOrder.whole ? inOrder : this.listWith(most, 'apart', new Work(mostLooked, this.work));
  }

  /**
   * Depth first. Either the states of a word go on together, so that no word comes twice; or each goes on by itself, so
   * that there are outcomes soon where a word has very many states.
   */
  private listWith(most: number, states: 'together' | 'apart', work: Work): Outcomes {
    const outcomes: Outcome[] = [];
    const seen = new Set<string>();
    const open: Visit[] = [{ depth: 0, word: '', paths: [root] }];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      const { depth, paths } = visit;
      const level = this.levels[depth];
      if (level === undefined) {
        outcomes.push({ holds: this.decidedBy(visit.word), facts: this.factsOf(paths[0]!) });
        if (outcomes.length >= most) return { outcomes, whole: true };
        continue;
      }
      const before = paths.map(({ state }) => state);
      const branches = this.branches(level, before, work, true);
      if (branches === undefined) return { outcomes, whole: false };
      const next: Visit[] = [];
      for (const [decided, branch] of branches) {
        const word = visit.word + decided;
        const following = [...branch].map(([key, { state, from, cell }]) => ({
          key,
          path: { state, cell, before: paths[from] },
        }));
        if (states === 'together') {
          next.push({ depth: depth + 1, word, paths: following.map(({ path }) => path) });
          continue;
        }
        for (const { key, path } of following) {
          const place = `${depth} ${word} ${key}`;
          if (seen.has(place)) continue;
          seen.add(place);
          next.push({ depth: depth + 1, word, paths: [path] });
        }
      }
      open.push(...next.reverse());
    }
    return { outcomes, whole: true };
  }

  /** An outcome in which the weights of the conditions that hold are most; nothing where it is too much work. */
  heaviest(
    weightOf: (condition: number) => number,
    most = mostWork,
  ): { total: number; outcome: Outcome } | undefined {
    if (!this.isOpen) return undefined;
    const work = new Work(most, this.work);
    let current = new Map<string, Best>([['', { ...root, total: 0, word: '' }]]);
    for (const level of this.levels) {
      const next = new Map<string, Best>();
      for (const before of current.values()) {
        const branches = this.branches(level, [before.state], work);
        if (branches === undefined) return undefined;
        for (const [word, branch] of branches) {
          const decided = level.ends.filter((_, index) => word[index] === '1');
          const total = decided.reduce((sum, condition) => sum + weightOf(condition), before.total);
          for (const [key, { state, cell }] of branch) {
            const present = next.get(key);
            if (present !== undefined && present.total >= total) continue;
            next.set(key, { state, cell, before, total, word: before.word + word });
          }
        }
      }
      current = next;
    }
    const [best] = current.values();
    if (best === undefined) return undefined;
    const outcome = { holds: this.decidedBy(best.word), facts: this.factsOf(best) };
    return { total: best.total, outcome };
  }

  /** From these states, by what gets decided: the states that follow. Nothing where the work is used up. */
  private branches(
    level: Level,
    states: readonly State[],
    work: Work,
    provenOnly = false,
  ): Map<string, Branch> | undefined {
    const found = new Map<string, Branch>();
    const { cells } = this.store.variables[level.variable]!;
    for (const [from, given] of states.entries()) {
      for (const [cell, { isProven }] of cells.entries()) {
        if (provenOnly && !isProven) continue;
        this.steps += 1;
        const before = this.store.combined;
        const left = new Map<number, Formula>();
        for (const [index, condition] of level.before.entries()) {
          const formula = given[index] ?? this.conditions.get(condition)!;
          left.set(condition, this.store.assign(formula, level.variable, cell));
        }
        if (!work.spend(1 + level.before.length + this.store.combined - before)) return undefined;
        const word = level.ends.map((condition) => (left.get(condition) === 1 ? '1' : '0')).join('');
        const state = level.after.map((condition) => left.get(condition)!);
        let branch = found.get(word);
        if (branch === undefined) found.set(word, (branch = new Map() as Branch));
        const key = state.join(' ');
        if (!branch.has(key)) branch.set(key, { state, from, cell });
      }
    }
    return found;
  }

  /** The conditions that hold: the levels decide them in this order. */
  private decidedBy(word: string): Set<number> {
    return new Set(this.levels.flatMap(({ ends }) => ends).filter((_, index) => word[index] === '1'));
  }

  private factsOf(last: Path): JsonObject {
    const cells: number[] = [];
    for (let step = last; step.before !== undefined; step = step.before) cells.push(step.cell);
    const facts: JsonObject = {};
    for (const [depth, cell] of cells.reverse().entries()) {
      const own = this.store.variables[this.variables[depth]!]!.cells[cell]!.facts;
      for (const [name, value] of Object.entries(own)) setOwn(facts, name, value);
    }
    return facts;
  }
}

/** A state, the answer that led to it, and where that was given; the first has none before it. */
interface Path {
  state: State;
  cell: number;
  before: Path | undefined;
}

/** The heaviest way to a state. */
interface Best extends Path {
  total: number;
  /** Of the conditions that are decided, which hold. */
  word: string;
}

/** A place that a search goes on from. */
interface Visit {
  depth: number;
  word: string;
  paths: readonly Path[];
}

const root: Path = { state: [], cell: 0, before: undefined };

function sum(parts: readonly Counted[]): bigint {
  let total = 0n;
  for (const { count } of parts) total += count;
  return total;
}

/** Groups of conditions that share no variable, in the order of their first condition. */
export function groupsOf(
  store: FormulaStore,
  formulas: readonly Formula[],
  work = new Work(mostWorkOfAll),
): DecisionGraph[] {
  const leaders = store.variables.map((_, index) => index);
  const leaderOf = (variable: number): number => {
    let leader = variable;
    while (leaders[leader] !== leader) leader = leaders[leader]!;
    leaders[variable] = leader;
    return leader;
  };
  for (const formula of formulas) {
    const [first, ...rest] = store.variablesOf(formula);
    for (const other of rest) leaders[leaderOf(other)] = leaderOf(first!);
  }
  const groups = new Map<number, { conditions: Map<number, Formula>; variables: Set<number> }>();
  for (const [place, formula] of formulas.entries()) {
    const variables = store.variablesOf(formula);
    const [first] = variables;
    if (first === undefined) continue;
    const leader = leaderOf(first);
    const group = groups.get(leader) ?? { conditions: new Map(), variables: new Set() };
    group.conditions.set(place, formula);
    for (const variable of variables) group.variables.add(variable);
    groups.set(leader, group);
  }
  return [...groups.values()].map(
    ({ conditions, variables }) => new DecisionGraph(store, conditions, [...variables], work),
  );
}
