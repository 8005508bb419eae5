/** The algebra of JSON Schema, draft 2020-12: what schemas have in common, decided with evidence or not at all. */
export * from './types.js';
export { keywordHints } from './keywords/hints.js';
export { keywordFault, type KeywordShape } from './keywords/keyword-shape.js';
export { schemaKeywords } from './keywords/registry.js';
export type { SchemaKeyword } from './keywords/record.js';
export { intersect, intersectAll } from './intersect.js';
export { equivalent, includes, isEmpty, witness } from './questions.js';
export { accepts } from './accepts.js';
export { normalize } from './normalize.js';
export {
  createFormatTable,
  defaultFormats,
  type Format,
  type FormatRelation,
  type FormatTable,
} from './formats/index.js';
export { patternFault, patternRisk, type PatternRisk } from './patterns/index.js';
export * from './validate.js';
export { createCompiledValidator } from './ajv/compiled.js';
export { partOf, portableSchema, selfContained } from './portable.js';
export { faultyReferences, type FaultyReference } from './faulty-references.js';
export { reconcileDefaults, withoutDefaults, type Reconciled, type StatedDefault } from './defaults.js';
export { writtenPlace } from './written-place.js';
