import { Memo } from '../../base/index.js';
import { createMatcher } from '../patterns/index.js';

/** Texts longer than this are not given to a backtracking engine: a hostile pattern would take it with it. */
const MOST_BACKTRACKED = 20;

const matchers = new Memo<(text: string) => boolean | undefined>(2_000);

/**
 * Does a text match a pattern somewhere (validation, section 6.3.3; ECMA-262 with the `u` flag)?
 * Linear in the text. Undefined where the pattern is none, or is not regular and the text is long.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  const matcher = matchers.get(pattern, () => createMatcher(pattern) ?? backtracking(pattern));
  return matcher(text);
}

function backtracking(pattern: string): (text: string) => boolean | undefined {
  try {
    const expression = new RegExp(pattern, 'u');
    return (text) => (text.length <= MOST_BACKTRACKED ? expression.test(text) : undefined);
  } catch {
    return () => undefined;
  }
}
