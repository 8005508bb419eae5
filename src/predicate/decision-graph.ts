import type { JsonObject } from '../base/index.js';
import { setOwn } from '../base/index.js';
import type { Formula, FormulaStore } from './formula.js';

/** One answer for each variable of a group, and which conditions hold then. */
export interface Outcome {
  /** The conditions that hold, by their place among the given ones. */
  holds: ReadonlySet<number>;
  facts: JsonObject;
}

/** How many outcomes there are, and whether that has been settled. */
export interface Count {
  count: bigint;
  exact: boolean;
}

interface Level {
  variable: number;
  /** Conditions in play when the variable is answered, by place. */
  before: readonly number[];
  /** Of these, the ones that no later variable bears on. */
  ends: readonly number[];
  /** And the others. */
  after: readonly number[];
}

type State = readonly Formula[];

/** More states of one level than this end a search. */
const mostStates = 20_000;

/**
 * Conditions that hang together by the variables that they test, decided variable by variable. A state is what is left
 * of the conditions in play; states that are alike are one, so that a chain costs its length and not two to its power
 * (the idea of decision diagrams: Bryant, IEEE Trans. Comput. 35, 1986).
 */
export class DecisionGraph {
  /** Answers looked at, for golden counters. */
  steps = 0;
  readonly variables: readonly number[];
  private readonly levels: readonly Level[];

  /** @param conditions places and formulas of the conditions of this group */
  constructor(
    private readonly store: FormulaStore,
    private readonly conditions: ReadonlyMap<number, Formula>,
    variables: readonly number[],
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

  /** The number of different sets of conditions that hold together. */
  count(): Count {
    if (!this.isOpen) return { count: 1n, exact: false };
    const exact = this.variables.every((variable) => this.store.variables[variable]!.exact);
    let current = new Map<string, { states: State[]; count: bigint }>([['', { states: [[]], count: 1n }]]);
    for (const level of this.levels) {
      const next = new Map<string, { states: State[]; count: bigint }>();
      for (const { states, count } of current.values()) {
        for (const branch of this.branches(level, states).values()) {
          const key = [...branch.keys()].sort().join('|');
          const present = next.get(key);
          if (present === undefined)
            next.set(key, { states: [...branch.values()].map(({ state }) => state), count });
          else present.count += count;
        }
      }
      if (next.size > mostStates) return { count: sum(next.values()), exact: false };
      current = next;
    }
    return { count: sum(current.values()), exact };
  }

  /** Outcomes in a fixed order, at most so many, no two with the same conditions. */
  list(most: number): Outcome[] {
    const found: Outcome[] = [];
    if (!this.isOpen) return found;
    const visit = (depth: number, paths: readonly Path[], holds: readonly number[]): void => {
      if (found.length >= most) return;
      const level = this.levels[depth];
      if (level === undefined) {
        found.push({ holds: new Set(holds), facts: this.factsOf(paths[0]!.cells) });
        return;
      }
      const branches = this.branches(
        level,
        paths.map(({ state }) => state),
      );
      for (const [word, branch] of branches) {
        const next = [...branch.values()].map(({ state, from, cell }) => ({
          state,
          cells: [...paths[from]!.cells, cell],
        }));
        const decided = level.ends.filter((_, index) => word[index] === '1');
        visit(depth + 1, next, [...holds, ...decided]);
      }
    };
    visit(0, [{ state: [], cells: [] }], []);
    return found;
  }

  /** An outcome in which the weights of the conditions that hold are most, exactly; nothing where it is too much work. */
  heaviest(weightOf: (condition: number) => number): { total: number; outcome: Outcome } | undefined {
    if (!this.isOpen) return undefined;
    interface Best {
      state: State;
      total: number;
      cells: readonly number[];
      holds: readonly number[];
    }
    let current = new Map<string, Best>([['', { state: [], total: 0, cells: [], holds: [] }]]);
    for (const level of this.levels) {
      const next = new Map<string, Best>();
      for (const best of current.values()) {
        for (const [word, branch] of this.branches(level, [best.state])) {
          const decided = level.ends.filter((_, index) => word[index] === '1');
          const total = decided.reduce((before, condition) => before + weightOf(condition), best.total);
          for (const [key, { state, cell }] of branch) {
            const present = next.get(key);
            if (present !== undefined && present.total >= total) continue;
            next.set(key, { state, total, cells: [...best.cells, cell], holds: [...best.holds, ...decided] });
          }
        }
      }
      if (next.size > mostStates) return undefined;
      current = next;
    }
    const [best] = current.values();
    if (best === undefined) return undefined;
    return { total: best.total, outcome: { holds: new Set(best.holds), facts: this.factsOf(best.cells) } };
  }

  /** From these states, by what gets decided: the states that follow, each with where it comes from. */
  private branches(
    level: Level,
    states: readonly State[],
  ): Map<string, Map<string, { state: State; from: number; cell: number }>> {
    const found = new Map<string, Map<string, { state: State; from: number; cell: number }>>();
    const { cells } = this.store.variables[level.variable]!;
    for (const [from, given] of states.entries()) {
      for (const cell of cells.keys()) {
        this.steps += 1;
        const left = new Map<number, Formula>();
        for (const [index, condition] of level.before.entries()) {
          const formula = given[index] ?? this.conditions.get(condition)!;
          left.set(condition, this.store.assign(formula, level.variable, cell));
        }
        const word = level.ends.map((condition) => (left.get(condition) === 1 ? '1' : '0')).join('');
        const state = level.after.map((condition) => left.get(condition)!);
        let branch = found.get(word);
        if (branch === undefined)
          found.set(word, (branch = new Map<string, { state: State; from: number; cell: number }>()));
        const key = state.join(' ');
        if (!branch.has(key)) branch.set(key, { state, from, cell });
      }
    }
    return found;
  }

  private factsOf(cells: readonly number[]): JsonObject {
    const facts: JsonObject = {};
    for (const [depth, cell] of cells.entries()) {
      const own = this.store.variables[this.variables[depth]!]!.cells[cell]!.facts;
      for (const [name, value] of Object.entries(own)) setOwn(facts, name, value);
    }
    return facts;
  }
}

interface Path {
  state: State;
  cells: readonly number[];
}

function sum(parts: Iterable<{ count: bigint }>): bigint {
  let total = 0n;
  for (const { count } of parts) total += count;
  return total;
}

/** Groups of conditions that share no variable, in the order of their first condition. */
export function groupsOf(store: FormulaStore, formulas: readonly Formula[]): DecisionGraph[] {
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
    ({ conditions, variables }) => new DecisionGraph(store, conditions, [...variables]),
  );
}

/** The variable next that leaves the fewest conditions half decided; the rest is settled by the fixed order. */
function orderVariables(
  store: FormulaStore,
  conditions: ReadonlyMap<number, Formula>,
  variables: readonly number[],
): number[] {
  const spans = [...conditions.values()].map((formula) => new Set(store.variablesOf(formula)));
  const left = new Set([...variables].sort((a, b) => a - b));
  const ordered: number[] = [];
  const begun = new Set<Set<number>>();
  while (left.size > 0) {
    let best: { variable: number; open: number } | undefined;
    for (const variable of left) {
      let open = 0;
      for (const span of spans) {
        const isBegun = begun.has(span) || span.has(variable);
        if (isBegun && span.size > (span.has(variable) ? 1 : 0)) open += 1;
      }
      if (best === undefined || open < best.open) best = { variable, open };
    }
    const { variable } = best!;
    for (const span of spans) {
      if (!span.delete(variable)) continue;
      begun.add(span);
    }
    left.delete(variable);
    ordered.push(variable);
  }
  return ordered;
}

function levelsOf(
  store: FormulaStore,
  conditions: ReadonlyMap<number, Formula>,
  order: readonly number[],
): Level[] {
  const placeOf = new Map(order.map((variable, place) => [variable, place]));
  const spans = [...conditions].map(([condition, formula]) => {
    const places = [...store.variablesOf(formula)].map((variable) => placeOf.get(variable)!);
    return { condition, first: Math.min(...places), last: Math.max(...places) };
  });
  let flying: readonly number[] = [];
  const lasts = new Map(spans.map(({ condition, last }) => [condition, last]));
  return order.map((variable, depth): Level => {
    const starting = spans.filter(({ first }) => first === depth).map(({ condition }) => condition);
    const before = [...flying, ...starting];
    const ends = before.filter((condition) => lasts.get(condition) === depth);
    const after = before.filter((condition) => lasts.get(condition)! > depth);
    flying = after;
    return { variable, before, ends, after };
  });
}
