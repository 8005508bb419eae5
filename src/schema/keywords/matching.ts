import { createMatcher } from '../patterns/index.js';

/** Texts longer than this are not given to a backtracking engine: a hostile pattern would take it with it. */
const MOST_BACKTRACKED = 20;
const MOST_REMEMBERED = 2_000;

const matchers = new Map<string, (text: string) => boolean | undefined>();

/**
 * Does a text match a pattern somewhere (validation, section 6.3.3; ECMA-262 with the `u` flag)?
 * Linear in the text. Undefined where the pattern is none, or is not regular and the text is long.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  let matcher = matchers.get(pattern);
  if (!matcher) {
    if (matchers.size >= MOST_REMEMBERED) matchers.clear();
    matchers.set(pattern, (matcher = createMatcher(pattern) ?? backtracking(pattern)));
  }
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
