import { appendTo } from '../base/index.js';
import type { Named, NameComparison } from './name-comparison.js';
import { likeEnough } from './name-comparison.js';

/** Two names that seem to stand for one thing, in the order in which they are written. */
export interface LikePair {
  one: Named;
  other: Named;
}

/** The pairs that were found, and how many names were compared with all before them. */
export interface LikePairs {
  pairs: LikePair[];
  /** As many as there are names, unless the search ended before. */
  compared: number;
}

/** Where the search in one list of names ends. */
export interface LikeLimits {
  /** Pairs that are looked at. */
  looks: number;
  /** Pairs that are told. */
  pairs: number;
}

const defaultLimits: LikeLimits = { looks: 1_000_000, pairs: 500 };

/**
 * The pairs of a list that are alike. Each name is compared with those before it that share a word with it that tells
 * something about both: a pair that shares none stays below the threshold (prefix filtering: Chaudhuri, Ganti and
 * Kaushik, ICDE 2006), so that nothing is missed.
 */
export function likePairs(
  named: readonly Named[],
  comparison: NameComparison,
  limits: LikeLimits = defaultLimits,
): LikePairs {
  const pairs: LikePair[] = [];
  const inSmaller = new Map<string, number[]>();
  const inLarger = new Map<string, number[]>();
  let looks = 0;
  for (const [index, other] of named.entries()) {
    const words = comparison.tellingWords(other);
    const candidates = new Set<number>();
    const look = (places: readonly number[] = []) => {
      looks += places.length;
      if (looks <= limits.looks) for (const place of places) candidates.add(place);
    };
    for (const word of words.smaller) look(inLarger.get(word));
    for (const word of words.larger) look(inSmaller.get(word));
    if (looks > limits.looks) return { pairs, compared: index };
    for (const place of [...candidates].sort((a, b) => a - b)) {
      const one = named[place]!;
      if (comparison.score(one, other) < likeEnough) continue;
      if (pairs.length >= limits.pairs) return { pairs, compared: index };
      pairs.push({ one, other });
    }
    for (const word of words.smaller) appendTo(inSmaller, word, index);
    for (const word of words.larger) appendTo(inLarger, word, index);
  }
  return { pairs, compared: named.length };
}
