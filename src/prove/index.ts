/** What holds in every situation of a bundle, proven or disproven with a witness, or said to be unknown. */
export { proveBundle } from './prove-bundle.js';
export type { ProofReport } from './prove-bundle.js';
export { adviseBundle } from './advise.js';
export type { Advice, AdviceOptions, Relaxation } from './advise.js';
export { worstCases } from './worst-case.js';
export type { WorstCase } from './worst-case.js';
export { reportBySituation } from './report-by-situation.js';
export type { SituationReport } from './report-by-situation.js';
export { situationsOf } from './situations.js';
export type { Situation, SituationGroup, SituationOptions, Situations } from './situations.js';
