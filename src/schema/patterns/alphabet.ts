import { maxCodePoint, type CharSet } from './char-set.js';

/**
 * A partition of the code points into classes that no automaton over it tells apart:
 * range `i` reaches from `starts[i]` to just before `starts[i + 1]` and belongs to `classes[i]`.
 */
export interface Alphabet {
  readonly starts: readonly number[];
  readonly classes: readonly number[];
  readonly size: number;
}

/** The class of a code point. */
export function classOf(alphabet: Alphabet, codePoint: number): number {
  const { starts, classes } = alphabet;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return classes[low]!;
}

/** The ranges of code points of each class. */
export function rangesByClass(alphabet: Alphabet): [number, number][][] {
  const ranges: [number, number][][] = Array.from({ length: alphabet.size }, () => []);
  alphabet.starts.forEach((start, index) => {
    const end = (alphabet.starts[index + 1] ?? maxCodePoint + 1) - 1;
    ranges[alphabet.classes[index]!]!.push([start, end]);
  });
  return ranges;
}

/** The coarsest alphabet that tells the sets apart, and for each set the classes that lie in it. */
export function alphabetOf(sets: readonly CharSet[]): { alphabet: Alphabet; members: Uint8Array[] } {
  const toggles = new Map<number, number[]>([[0, []]]);
  const toggle = (at: number, set: number): void => {
    if (at > maxCodePoint) return;
    const here = toggles.get(at);
    if (here) here.push(set);
    else toggles.set(at, [set]);
  };
  sets.forEach((set, index) => {
    for (const range of set) {
      toggle(range.min, index);
      toggle(range.max + 1, index);
    }
  });
  const inside = new Uint8Array(sets.length);
  const known = new Map<string, number>();
  const signatures: Uint8Array[] = [];
  const starts: number[] = [];
  const classes: number[] = [];
  for (const start of [...toggles.keys()].sort((a, b) => a - b)) {
    for (const set of toggles.get(start)!) inside[set]! ^= 1;
    const key = inside.join('');
    let cls = known.get(key);
    if (cls === undefined) {
      cls = known.size;
      known.set(key, cls);
      signatures.push(inside.slice());
    }
    starts.push(start);
    classes.push(cls);
  }
  const members = sets.map((_, set) => Uint8Array.from(signatures, (signature) => signature[set]!));
  return { alphabet: { starts, classes, size: known.size }, members };
}

/** The coarsest common refinement of two alphabets; `left` and `right` lead from its classes to theirs. */
export function refine(a: Alphabet, b: Alphabet): { alphabet: Alphabet; left: number[]; right: number[] } {
  const starts: number[] = [];
  const classes: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const known = new Map<number, number>();
  let i = 0;
  let j = 0;
  let at = 0;
  while (at <= maxCodePoint) {
    const key = a.classes[i]! * b.size + b.classes[j]!;
    let cls = known.get(key);
    if (cls === undefined) {
      cls = known.size;
      known.set(key, cls);
      left.push(a.classes[i]!);
      right.push(b.classes[j]!);
    }
    starts.push(at);
    classes.push(cls);
    const nextA = a.starts[i + 1] ?? maxCodePoint + 1;
    const nextB = b.starts[j + 1] ?? maxCodePoint + 1;
    at = Math.min(nextA, nextB);
    if (nextA === at) i++;
    if (nextB === at) j++;
  }
  return { alphabet: { starts, classes, size: known.size }, left, right };
}
