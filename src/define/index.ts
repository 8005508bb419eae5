/** Documents written in TypeScript, with names that the compiler checks. */
export {
  defineAuthority,
  defineBlock,
  defineBundle,
  defineCalendar,
  defineCase,
  defineCatalogue,
  defineDerivation,
  defineMaterial,
  defineRegistry,
  defineSubject,
} from './define.js';
export { gatherDefinitions } from './definition.js';
export type { Definitions } from './definition.js';
export type {
  BlockInput,
  BundleInput,
  ConditionInput,
  DefinedBlock,
  DefinedBundle,
  DefinedSubject,
  SchemaInput,
} from './types.js';
