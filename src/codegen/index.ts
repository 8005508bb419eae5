/** TypeScript of a plan. */
export { typesOf } from './types-of.js';
export type { TypesOptions } from './types-of.js';
