export const maxCodePoint = 0x10ffff;

/** Code points from `min` to `max`, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A set of code points: ranges in order that neither meet nor touch. */
export type CharSet = readonly Range[];

export const everything: CharSet = [{ min: 0, max: maxCodePoint }];

/** The set of all code points that lie in one of the ranges. */
export function charSet(ranges: readonly Range[]): CharSet {
  const set: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.min - b.min)) {
    const last = set.at(-1);
    if (last === undefined || range.min > last.max + 1) set.push(range);
    else if (range.max > last.max) set[set.length - 1] = { min: last.min, max: range.max };
  }
  return set;
}

/** The code points that are not in the set. */
export function complementOf(set: CharSet): CharSet {
  const gaps: Range[] = [];
  let from = 0;
  for (const { min, max } of set) {
    if (min > from) gaps.push({ min: from, max: min - 1 });
    from = max + 1;
  }
  if (from <= maxCodePoint) gaps.push({ min: from, max: maxCodePoint });
  return gaps;
}

/** Equal sets have equal keys. */
export function keyOfSet(set: CharSet): string {
  return set.map(({ min, max }) => `${min}-${max}`).join();
}

/** Are all code points in the set? */
export function isEverything(set: CharSet): boolean {
  return set.length === 1 && set[0]!.min === 0 && set[0]!.max === maxCodePoint;
}
