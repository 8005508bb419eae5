import { BoundedCache } from '../../base/index.js';
import { createMatcher, isSafeToBacktrack } from '../patterns/index.js';

/** Texts longer than this are not given to a backtracking engine where it may blow up. */
const MOST_BACKTRACKED = 20;

interface Way {
  readonly matches: (text: string) => boolean | undefined;
  /** Whether there is a bounded way for texts of every length. */
  readonly isBounded: boolean;
}

const ways = new BoundedCache<Way>(2_000);

/**
 * Does a text match a pattern somewhere (validation, section 6.3.3; ECMA-262 with the `u` flag)?
 * Linear in the text. Undefined where the pattern is none, is not regular and the text long, or takes too long.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  return wayFor(pattern).matches(text);
}

/** Has the pattern a bounded way to run? */
export function canMatch(pattern: string): boolean {
  return wayFor(pattern).isBounded;
}

function wayFor(pattern: string): Way {
  return ways.remember(pattern, () => {
    const matcher = createMatcher(pattern);
    return matcher ? { matches: matcher, isBounded: true } : backtracking(pattern);
  });
}

function backtracking(pattern: string): Way {
  try {
    const expression = new RegExp(pattern, 'u');
    const isBounded = isSafeToBacktrack(pattern);
    const most = isBounded ? Infinity : MOST_BACKTRACKED;
    return { matches: (text) => (text.length <= most ? expression.test(text) : undefined), isBounded };
  } catch {
    return { matches: () => undefined, isBounded: false };
  }
}
