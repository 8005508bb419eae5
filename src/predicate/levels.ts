import type { Formula, FormulaStore } from './formula.js';

/** What is decided at one variable of a group. */
export interface Level {
  variable: number;
  /** Conditions in play when the variable is answered, by place. */
  before: readonly number[];
  /** Of these, the ones that no later variable bears on. */
  ends: readonly number[];
  /** And the others. */
  after: readonly number[];
}

/** The variable next that leaves the fewest conditions half decided; the rest is settled by the fixed order. */
export function orderVariables(
  store: FormulaStore,
  conditions: ReadonlyMap<number, Formula>,
  variables: readonly number[],
): number[] {
  const spans = [...conditions.values()].map((formula) => ({
    left: new Set(store.variablesOf(formula)),
    isBegun: false,
  }));
  const spansOf = new Map(variables.map((variable) => [variable, [] as typeof spans]));
  // A variable opens every condition that rests on others as well, and leaves open those that are begun without it.
  const opens = new Map(variables.map((variable) => [variable, 0]));
  const add = (variable: number, by: number) => opens.set(variable, opens.get(variable)! + by);
  for (const span of spans) {
    for (const variable of span.left) {
      spansOf.get(variable)!.push(span);
      if (span.left.size > 1) add(variable, 1);
    }
  }
  const left = new Set([...variables].sort((a, b) => a - b));
  const ordered: number[] = [];
  while (left.size > 0) {
    let best: number | undefined;
    for (const variable of left)
      if (best === undefined || opens.get(variable)! < opens.get(best)!) best = variable;
    left.delete(best!);
    ordered.push(best!);
    for (const span of spansOf.get(best!)!) {
      span.left.delete(best!);
      if (!span.isBegun) for (const other of span.left) add(other, -1);
      span.isBegun = true;
      if (span.left.size === 1) for (const other of span.left) add(other, -1);
    }
  }
  return ordered;
}

/** The conditions in play at each variable, in this order. */
export function levelsOf(
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
