/** Floor 5: what holds in every situation of a bundle, proven or disproven with a witness, or said to be unknown. */
export { proveBundle } from './prove-bundle.js';
export type { ProofReport } from './prove-bundle.js';
export { decisionsOf, situationsOf } from './situations.js';
export type { Situation, SituationGroup, SituationOptions, Situations } from './situations.js';
