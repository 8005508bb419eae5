import { rangesByClass } from './alphabet.js';
import type { Dfa } from './automaton.js';
import type { Layers } from './lengths.js';

/** How many characters may be tried in vain; only ill-formed pairs of surrogates lead nowhere. */
const vainTries = 200_000;

const isHigh = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdbff;
const isLow = (codePoint: number): boolean => codePoint >= 0xdc00 && codePoint <= 0xdfff;

/** A range of characters of one class. */
export interface PreferredRange {
  readonly start: number;
  readonly end: number;
  readonly cls: number;
}

/** All characters, the better ones first, by the classes of the automaton. */
export function preferredRanges(dfa: Dfa): PreferredRange[] {
  return rangesByClass(dfa.alphabet)
    .flatMap((ranges, cls) => inOrderOfPreference(ranges).map(([start, end]) => ({ start, end, cls })))
    .sort((a, b) => rankOf(a.start) - rankOf(b.start) || a.start - b.start);
}

/**
 * Accepted texts, shorter ones first, those of plain letters and digits first among equals. Lone surrogates are used
 * only where nothing else is accepted, and never a high one before a low one, which would be another character.
 *
 * @returns at the end, whether these are all
 */
export function* listWords(
  dfa: Dfa,
  layers: Layers,
  preferred: readonly PreferredRange[],
  { min, max }: { min: number; max: number | undefined },
): Generator<string, boolean> {
  let length = layers.shortest(min, max);
  while (typeof length === 'number') {
    if (!(yield* wordsOfLength(dfa, layers, length, preferred))) return false;
    length = layers.shortest(length + 1, max);
  }
  return length === 'none';
}

function* wordsOfLength(
  dfa: Dfa,
  layers: Layers,
  length: number,
  preferred: readonly PreferredRange[],
): Generator<string, boolean> {
  const word: number[] = [];
  /** One iterator for each character: the character, and the state after it. */
  const frames: Iterator<[number, number]>[] = [];
  const enter = (state: number): void => {
    frames.push(nextCharacters(dfa, layers, preferred, state, length - frames.length - 1));
  };
  if (length === 0) {
    yield '';
    return true;
  }
  enter(0);
  let vain = 0;
  while (frames.length > 0) {
    const step = frames.at(-1)!.next();
    if (step.done === true) {
      frames.pop();
      word.pop();
      continue;
    }
    const [codePoint, to] = step.value;
    if (isLow(codePoint) && word.length > 0 && isHigh(word.at(-1)!)) {
      if (++vain > vainTries) return false;
      continue;
    }
    if (frames.length === length) {
      yield textOf(word, codePoint);
      continue;
    }
    word.push(codePoint);
    enter(to);
  }
  return true;
}

/** In pieces, because a call takes only so many arguments. */
function textOf(word: readonly number[], last: number): string {
  let text = '';
  for (let from = 0; from < word.length; from += 4_096) {
    text += String.fromCodePoint(...word.slice(from, from + 4_096));
  }
  return text + String.fromCodePoint(last);
}

/** The characters after which so many more can still be accepted, the better ones first. */
function* nextCharacters(
  dfa: Dfa,
  layers: Layers,
  preferred: readonly PreferredRange[],
  state: number,
  left: number,
): Generator<[number, number]> {
  for (const { start, end, cls } of preferred) {
    const to = dfa.next[state * dfa.alphabet.size + cls]!;
    if (layers.reaches(to, left) !== true) continue;
    for (let codePoint = start; codePoint <= end; codePoint++) yield [codePoint, to];
  }
}

/** Ranks of code points: letters and digits, other printable ASCII, other characters, controls, surrogates. */
const bands: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0x4e00, 0x9fff],
  [0xa1, 0x4dff],
  [0xa000, 0xd7ff],
  [0xe000, 0xfffd],
  [0x10000, 0x10ffff],
  [0x20, 0x20],
  [0x7f, 0xa0],
  [0x0, 0x1f],
  [0xfffe, 0xffff],
  [0xd800, 0xdfff],
];

function inOrderOfPreference(ranges: readonly [number, number][]): [number, number][] {
  return bands.flatMap(([low, high]) =>
    ranges
      .filter(([start, end]) => start <= high && end >= low)
      .map(([start, end]): [number, number] => [Math.max(start, low), Math.min(end, high)]),
  );
}

function rankOf(codePoint: number): number {
  return bands.findIndex(([low, high]) => codePoint >= low && codePoint <= high);
}

/** The preferred character of a class. */
export function representative(ranges: readonly [number, number][]): string {
  return String.fromCodePoint(inOrderOfPreference(ranges)[0]![0]);
}
