import { BoundedCache } from '../../base/index.js';
import { determinize } from './dfa.js';
import { representable } from './limits.js';
import { parsePattern } from './parse.js';
import { AutomatonSet, type PatternSet } from './pattern-set.js';
import { compile } from './program.js';

const remembered = new BoundedCache<PatternSet | undefined>(500);

/**
 * The texts that match a `pattern` of JSON Schema: ECMA-262 with the `u` flag, searched for anywhere in the text
 * (JSON Schema draft 2020-12 validation, section 6.3.3). Lookarounds and word boundaries are exact.
 *
 * @returns undefined where the pattern is none, has backreferences, or exceeds the bounds of size
 */
export function patternAutomaton(pattern: string): PatternSet | undefined {
  return remembered.remember(pattern, () =>
    representable(() => AutomatonSet.of(determinize(compile(parsePattern(pattern))))),
  );
}
