import { compareCodeUnits } from './compare.js';

/**
 * The candidates that look like what was meant, best first.
 * @param word what was written
 * @param candidates what could have been meant
 * @param most how many to give at most
 */
export function suggest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = [...word.toLowerCase()].slice(0, 64);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const letters = [...candidate.toLowerCase()].slice(0, 64);
    if (Math.abs(letters.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, letters, limit);
    if (distance <= limit && candidate !== word) scored.push({ candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || compareCodeUnits(a.candidate, b.candidate));
  return scored.slice(0, most).map(({ candidate }) => candidate);
}

/** Damerau-Levenshtein distance (adjacent transpositions), given up above the limit. */
function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, beforePrevious[j - 2]! + 1);
      }
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
