/** Derivations, the registries that are computed on the spot. */
export { derivations } from './derivation.js';
export type { Derivation } from './derivation.js';
