import { deepEqual } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { Constraint } from './constraint.js';
import type { Asking } from './leaf.js';

/** Different values for cells that must all differ: a matching, proof that there is none, or neither. */
export type Distinct = { kind: 'found'; items: JsonValue[] } | { kind: 'none' } | { kind: 'unknown' };

/**
 * Looks for one value for each cell, no two equal. A cell with as many values as there are cells can always be served
 * last, so that listing so many values of each cell decides the question.
 */
export function distinctValues(cells: readonly (readonly Constraint[])[], asking: Asking): Distinct {
  const lists: { values: JsonValue[]; complete: boolean }[] = [];
  const known = new Map<readonly Constraint[], { values: JsonValue[]; complete: boolean }>();
  for (const cell of cells) {
    let list = known.get(cell);
    if (!list) known.set(cell, (list = asking.values(cell, cells.length)));
    lists.push(list);
  }
  const items = match(lists.map(({ values }) => values));
  if (items) return { kind: 'found', items };
  const sure = lists.every(({ values, complete }) => complete || values.length >= cells.length);
  return { kind: sure ? 'none' : 'unknown' };
}

/** A matching of cells to values by augmenting paths; undefined where not every cell can be served. */
function match(lists: readonly (readonly JsonValue[])[]): JsonValue[] | undefined {
  const values: JsonValue[] = [];
  const options = lists.map((list) =>
    list.map((value) => {
      let at = values.findIndex((other) => deepEqual(other, value));
      if (at === -1) at = values.push(value) - 1;
      return at;
    }),
  );
  const owner = new Map<number, number>();
  const serve = (cell: number, tried: Set<number>): boolean => {
    for (const value of options[cell]!) {
      if (tried.has(value)) continue;
      tried.add(value);
      const holder = owner.get(value);
      if (holder === undefined || serve(holder, tried)) {
        owner.set(value, cell);
        return true;
      }
    }
    return false;
  };
  for (let cell = 0; cell < lists.length; cell++) if (!serve(cell, new Set())) return undefined;
  const chosen: JsonValue[] = [];
  for (const [value, cell] of owner) chosen[cell] = values[value]!;
  return chosen;
}
