import { BoundedCache } from '../../base/index.js';
import { charSet, maxCodePoint, type CharSet, type Range } from './char-set.js';
import { limits, NotRepresentable } from './limits.js';

/** So many code points are searched at a time; the surrogates are just one such chunk. */
const chunk = 0x800;
const surrogates = 0xd800;

const remembered = new BoundedCache<CharSet>(500);

/**
 * The code points that the running engine means by an expression for one character, such as `\p{L}`: engines differ in
 * their version of Unicode, and a verdict must agree with the validation that follows it.
 *
 * @param asked what the engine has been asked for the same pattern
 * @throws NotRepresentable where that is more than the {@link limits}
 */
export function engineSet(source: string, flags: 'u' | 'iu', asked: Set<string>): CharSet {
  const key = `${flags} ${source}`;
  if (asked.add(key).size > limits.engineSets) throw new NotRepresentable('too many classes');
  return remembered.remember(key, () => {
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
  const units = from > 0xffff ? 2 : 1;
  for (const { index, 0: run } of textOf(from, units).matchAll(runs)) {
    const min = from + index / units;
    ranges.push({ min, max: min + run.length / units - 1 });
  }
}

/** The characters of one chunk, of so many UTF-16 code units each. */
function textOf(from: number, units: 1 | 2): string {
  const text = new Uint16Array(chunk * units);
  for (let index = 0; index < chunk; index++) {
    const codePoint = from + index;
    if (units === 1) text[index] = codePoint;
    else {
      text[2 * index] = 0xd800 + ((codePoint - 0x10000) >> 10);
      text[2 * index + 1] = 0xdc00 + (codePoint & 0x3ff);
    }
  }
  return String.fromCharCode.apply(null, text as unknown as number[]);
}

/** Side by side they would be pairs, hence each by itself. */
function addSurrogates(one: RegExp, ranges: Range[]): void {
  for (let unit = surrogates; unit < surrogates + chunk; unit++) {
    if (one.test(String.fromCharCode(unit))) ranges.push({ min: unit, max: unit });
  }
}
