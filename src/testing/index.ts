/** Golden cases, for `onething test` and for authors of blocks who test in code. */
export { runCases } from './run-cases.js';
export type { CaseResult, CaseResults, RunCasesOptions } from './run-cases.js';
export type { Difference } from './compare-case.js';
export { percentOf } from './coverage.js';
export type { Coverage, LargeGroup, Reach } from './coverage.js';
export { withExpectation } from './write-expectation.js';
export type { WrittenExpectation } from './write-expectation.js';
export { witnessCases } from './witness-cases.js';
export type { WitnessCase } from './witness-cases.js';
export { casesJunit } from './cases-junit.js';
