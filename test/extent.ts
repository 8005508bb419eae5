/**
 * How much of what can be tried is tried: a part by `npm test`, everything by `npm run nightly` (EXTENT=all).
 */
const isAll = process.env['EXTENT'] === 'all';

/** How often a property is drawn: `few` times, `many` times at night; LAW_RUNS says it for all properties. */
export const draws = (few: number, many: number): number =>
  Number(process.env['LAW_RUNS'] ?? (isAll ? many : few));

/** One item out of n, beginning with the first; at night all of them. */
export const everyNth = <T>(n: number, items: readonly T[]): T[] =>
  items.filter((_, index) => isAll || index % n === 0);
