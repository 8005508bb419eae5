import type { Constraint } from './constraint.js';
import type { Shape } from './array-shape.js';
import type { Asking } from './leaf.js';

/** Ways to meet all counts: what each position must meet. `none` is a proof. */
export type Arranged =
  | { kind: 'none' }
  | { kind: 'some'; cells: Constraint[][][]; /** Whether these are all. */ complete: boolean };

/** Arrangements handed out at most. */
const MOST_ARRANGED = 40;

/** A way to fill one position. */
interface Option {
  cell: Constraint[];
  /** Which of the counted schemas it meets. */
  meets: readonly boolean[];
  /** Whether something surely fits. */
  sure: boolean;
}

/**
 * Finds arrays that meet all counts, shortest first. An array longer than its prefix and the sum of the least counts
 * can lose an item that no count needs, so longer ones need not be looked at.
 */
export function arrangements(shape: Shape, asking: Asking): Arranged {
  const needed = shape.counted.reduce((sum, { min }) => sum + min, 0);
  const longest = Math.min(shape.max, Math.max(shape.min, shape.prefix + needed));
  const options = optionsByPosition(shape, Math.min(shape.prefix, longest - 1), asking);
  const cells: Constraint[][][] = [];
  let complete = true;
  const dead = new Set<string>();
  const extend = (chosen: Constraint[][], length: number, counts: readonly number[]): boolean => {
    if (cells.length >= MOST_ARRANGED || !asking.spend()) {
      complete = false;
      return true;
    }
    if (chosen.length === length) {
      const met = shape.counted.every(({ min }, at) => counts[at]! >= min);
      if (met) cells.push([...chosen]);
      return met;
    }
    const key = `${chosen.length}/${length}:${counts.join()}`;
    if (dead.has(key)) return false;
    let any = false;
    for (const option of options[Math.min(chosen.length, shape.prefix)]!) {
      const next = counts.map((count, at) => count + (option.meets[at] ? 1 : 0));
      if (shape.counted.some(({ max }, at) => next[at]! > max)) continue;
      const capped = next.map((count, at) => capOf(shape, at, count));
      if (extend([...chosen, option.cell], length, capped)) any = true;
    }
    if (!any) dead.add(key);
    return any;
  };
  const start = shape.counted.map(() => 0);
  for (let length = shape.min; length <= longest; length++) extend([], length, start);
  if (cells.length === 0 && complete) return { kind: 'none' };
  return { kind: 'some', cells, complete };
}

/** Beyond the least, and with no most, it does not matter how many there are. */
function capOf(shape: Shape, at: number, count: number): number {
  const { min, max } = shape.counted[at]!;
  return max === Infinity ? Math.min(count, min) : count;
}

function optionsByPosition(shape: Shape, last: number, asking: Asking): Option[][] {
  const all: Option[][] = [];
  for (let position = 0; position <= last; position++) {
    let options: Option[] = [{ cell: shape.at(position), meets: [], sure: true }];
    for (const { item, from, to, max } of shape.counted) {
      const counts = position >= from && position < to;
      options = options.flatMap(({ cell, meets, sure }) => {
        const away: Constraint = { ...item, positive: !item.positive };
        // Where no most is set, an item may meet the schema without being counted.
        const not = !counts || max === Infinity ? cell : [...cell, away];
        const without: Option = { cell: not, meets: [...meets, false], sure };
        return counts ? [{ cell: [...cell, item], meets: [...meets, true], sure }, without] : [without];
      });
    }
    all.push(
      options.flatMap((option) => {
        const { kind } = asking.decide(option.cell);
        return kind === 'empty' ? [] : [{ ...option, sure: kind === 'found' }];
      }),
    );
  }
  return all;
}
