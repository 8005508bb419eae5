/** Conditions as the plan carries them: building, evaluating, deciding, turning into JSON Schema. */
export { all, any, every, not, some, test } from './build.js';
export { keyOf, textOf } from './key-of.js';
export { fieldsOf, forEachTest } from './fields-of.js';
export { evaluate, factsOf, substitute } from './evaluate.js';
export type { Facts, Lookup, Truth } from './evaluate.js';
export { createGround, satisfiable } from './satisfiable.js';
export type { Ground, Satisfiability, SchemaOf } from './satisfiable.js';
export { withPredicates } from './holders.js';
export type { PredicatesOf } from './holders.js';
export { having, toSchema } from './to-schema.js';
export type { SchemaScope } from './to-schema.js';
export { FormulaStore } from './formula.js';
export type { Formula } from './formula.js';
export { DecisionGraph, groupsOf } from './decision-graph.js';
export type { Count, Outcome, Outcomes } from './decision-graph.js';
export { Work } from './work.js';
export type { Cell, Variable } from './partition.js';
