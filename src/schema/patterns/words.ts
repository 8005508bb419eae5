import { rangesByClass } from './alphabet.js';
import type { Dfa } from './dfa.js';
import type { Layers } from './lengths.js';

/** How many characters may be tried in vain; only ill-formed pairs of surrogates lead nowhere. */
const vainTries = 200_000;

const isHigh = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdbff;
const isLow = (codePoint: number): boolean => codePoint >= 0xdc00 && codePoint <= 0xdfff;

/**
 * Accepted texts, shorter ones first, those of plain letters and digits first among equals. Lone surrogates are used
 * only where nothing else is accepted, and never a high one before a low one, which would be another character.
 */
export function* listWords(
  dfa: Dfa,
  layers: Layers,
  min: number,
  max: number | undefined,
): Generator<string> {
  const preferred = rangesByClass(dfa.alphabet).map((ranges) => inOrderOfPreference(ranges));
  let length = layers.shortest(min, max);
  while (typeof length === 'number') {
    yield* wordsOfLength(dfa, layers, length, preferred);
    length = layers.shortest(length + 1, max);
  }
}

interface Frame {
  /** Character and state after it. */
  characters: Iterator<[number, number]>;
}

function* wordsOfLength(
  dfa: Dfa,
  layers: Layers,
  length: number,
  preferred: readonly (readonly [number, number][])[],
): Generator<string> {
  const word: number[] = [];
  const frames: Frame[] = [];
  const enter = (state: number): void => {
    const targets: { to: number; ranges: readonly [number, number][] }[] = [];
    const { size } = dfa.alphabet;
    for (let cls = 0; cls < size; cls++) {
      const to = dfa.next[state * size + cls]!;
      if (layers.reaches(to, length - frames.length - 1)) targets.push({ to, ranges: preferred[cls]! });
    }
    frames.push({ characters: byPreference(targets) });
  };
  if (length === 0) {
    yield '';
    return;
  }
  enter(0);
  let vain = 0;
  while (frames.length > 0) {
    const step = frames.at(-1)!.characters.next();
    if (step.done === true) {
      frames.pop();
      word.pop();
      continue;
    }
    const [codePoint, to] = step.value;
    if (isLow(codePoint) && word.length > 0 && isHigh(word.at(-1)!)) {
      if (++vain > vainTries) return;
      continue;
    }
    if (frames.length === length) {
      yield String.fromCodePoint(...word, codePoint);
      continue;
    }
    word.push(codePoint);
    enter(to);
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

/** The characters of several targets, the better ones first. */
function* byPreference(
  targets: readonly { to: number; ranges: readonly [number, number][] }[],
): Generator<[number, number]> {
  const all = targets.flatMap(({ to, ranges }) =>
    ranges.map(([start, end]) => ({ to, start, end, rank: rankOf(start) })),
  );
  all.sort((a, b) => a.rank - b.rank || a.start - b.start);
  for (const { to, start, end } of all) {
    for (let codePoint = start; codePoint <= end; codePoint++) yield [codePoint, to];
  }
}

function rankOf(codePoint: number): number {
  return bands.findIndex(([low, high]) => codePoint >= low && codePoint <= high);
}

/** The preferred character of a class. */
export function representative(ranges: readonly [number, number][]): string {
  return String.fromCodePoint(inOrderOfPreference(ranges)[0]![0]);
}
