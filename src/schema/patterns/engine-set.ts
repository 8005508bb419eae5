import { BoundedCache } from '../../base/index.js';
import { charSet, maxCodePoint, type CharSet, type Range } from './char-set.js';

/** So many code points are searched at a time; the surrogates are just one such chunk. */
const chunk = 0x800;
const surrogates = 0xd800;

const remembered = new BoundedCache<CharSet>(500);

/**
 * The code points that the running engine means by an expression for one character, such as `\p{L}`: engines differ in
 * their version of Unicode, and a verdict must agree with the validation that follows it.
 */
export function engineSet(source: string, flags: 'u' | 'iu'): CharSet {
  return remembered.remember(`${flags} ${source}`, () => {
    const runs = new RegExp(`(?:${source})+`, `g${flags}`);
    const ranges: Range[] = [];
    for (let from = 0; from <= maxCodePoint; from += chunk) {
      if (from === surrogates) addSurrogates(new RegExp(source, flags), ranges);
      else addRuns(runs, from, ranges);
    }
    return charSet(ranges);
  });
}

/** Adds the runs of matching code points in one chunk. */
function addRuns(runs: RegExp, from: number, ranges: Range[]): void {
  const text = String.fromCodePoint(...Array.from({ length: chunk }, (_, index) => from + index));
  const units = from > 0xffff ? 2 : 1;
  for (const { index, 0: run } of text.matchAll(runs)) {
    const min = from + index / units;
    ranges.push({ min, max: min + run.length / units - 1 });
  }
}

/** Side by side they would be pairs, hence each by itself. */
function addSurrogates(one: RegExp, ranges: Range[]): void {
  for (let unit = surrogates; unit < surrogates + chunk; unit++) {
    if (one.test(String.fromCharCode(unit))) ranges.push({ min: unit, max: unit });
  }
}
