import type { Constraint } from './constraint.js';
import type { Asking } from './leaf.js';
import { ownConstraint, type ObjectCell } from './object-cell.js';

/** Names that no keyword mentions and of which all the same is asked. */
export interface Region {
  names: string[];
  /** Whether these are all names of the region. */
  complete: boolean;
}

/** Patterns beyond this many are not combined with each other. */
const MOST_PATTERNS = 5;

/**
 * Splits the names that are not mentioned by the patterns they match, and lists a few of each kind.
 *
 * @param more further things that the names must meet
 * @returns `exhaustive` where every name that is not mentioned lies in one of the regions
 */
export function freshNames(
  cell: ObjectCell,
  count: number,
  asking: Asking,
  more: readonly Constraint[] = [],
): { regions: Region[]; exhaustive: boolean } {
  const patterns = [...cell.patterns()];
  const mentioned = [...cell.mentioned()];
  const base = [ownConstraint({ type: 'string' }), ...cell.names, ...more];
  if (mentioned.length > 0) base.push(ownConstraint({ enum: mentioned }, false));
  const combined = patterns.length <= MOST_PATTERNS;
  const masks = combined
    ? Array.from({ length: 2 ** patterns.length }, (_, mask) => (at: number) => ((mask >> at) & 1) === 1)
    : [() => false, ...patterns.map((_, one) => (at: number) => at === one)];
  const regions: Region[] = [];
  let exhaustive = combined;
  for (const has of masks) {
    const signs = patterns.map((pattern, at) => ownConstraint({ pattern }, has(at)));
    const { values, complete } = asking.values([...base, ...signs], count);
    const names = values.filter((value) => typeof value === 'string');
    if (names.length > 0) regions.push({ names, complete });
    else if (!complete) exhaustive = false;
  }
  return { regions, exhaustive };
}
