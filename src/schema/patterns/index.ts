/** Regular expressions of JSON Schema as sets of texts: bounded automata, matching in linear time, risk of backtracking. */
export { patternAutomaton } from './pattern-automaton.js';
export { isPattern } from './parse.js';
export { patternFault } from './pattern-fault.js';
export type { PatternSet } from './pattern-set.js';
export { createMatcher } from './matcher.js';
export { isSafeToBacktrack, patternRisk, type PatternRisk } from './risk.js';
