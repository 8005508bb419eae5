import { functionWords, wordsIn } from '../base/index.js';

/**
 * The words of a title: in a language that is written with spaces its words, without their plural; in Chinese its
 * characters, which carry meaning each, so that a synonym mostly shares one. A unit or remark in parentheses is left out.
 */
export function wordsOf(title: string): string[] {
  // The question mark of a yes-or-no title is a word in Chinese.
  const text = title
    .normalize('NFKC')
    .replace(/(?<=.)\([^()]*\)/gu, ' ')
    .replaceAll('是否', '');
  return wordsIn(text).filter((word) => !functionWords.has(word) && word !== '的');
}

/** What a title says in parentheses: a unit, or a remark. */
export function remarkOf(title: string): string | undefined {
  return /(?<=.)\(([^()]*)\)/u.exec(title.normalize('NFKC'))?.[1];
}

/** How much a word tells: the rarer among the things that are compared, the more. */
export type Weight = (word: string) => number;

/** Weighs words by how many of the lists have them (inverse document frequency). */
export function weigh(lists: Iterable<readonly string[]>): Weight {
  const counts = new Map<string, number>();
  let total = 0;
  for (const list of lists) {
    total++;
    for (const word of new Set(list)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + (total + 1) / ((counts.get(word) ?? 0) + 0.5));
}

/** From 0, nothing in common, to 1, the same words. Halfway lies a title that is a part of the other. */
export function similarity(one: readonly string[], other: readonly string[], weight: Weight): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [a, b] = [new Set(one), new Set(other)];
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0);
  const shared = sum([...a].filter((word) => b.has(word)));
  const [wholeA, wholeB] = [sum(a), sum(b)];
  const inUnion = shared / (wholeA + wholeB - shared);
  const inSmaller = shared / Math.min(wholeA, wholeB);
  return (inUnion + inSmaller) / 2;
}
