import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import type { Frame } from '../keywords/site.js';
import type { Constraint } from './constraint.js';
import type { SearchEnd } from './stop.js';

/** Where a keyword was read: what its references are relative to. */
export interface Reading {
  readonly document: SchemaDocument;
  readonly frame: Frame;
}

/** One thing that is known of a value of one type. A set of facts may admit more values than the schemas do, never fewer. */
export type Fact =
  | { kind: 'listed'; values: readonly JsonValue[] }
  | { kind: 'excluded'; values: readonly JsonValue[] }
  | { kind: 'low'; value: number; open: boolean }
  | { kind: 'high'; value: number; open: boolean }
  | { kind: 'multiple'; of: number }
  | { kind: 'noMultiple'; of: number }
  | { kind: 'length'; min: number; max: number }
  | { kind: 'pattern'; pattern: string; positive: boolean }
  | { kind: 'format'; format: string; positive: boolean }
  | { kind: 'count'; min: number; max: number }
  | { kind: 'items'; prefix: readonly JsonSchema[]; rest: JsonSchema | undefined; reading: Reading }
  /** This many of the items at the positions from `from` up to before `to` meet the constraint. */
  | { kind: 'contains'; item: Constraint; min: number; max: number; from: number; to: number }
  | { kind: 'unique' }
  | { kind: 'repeats' }
  | { kind: 'has'; name: string }
  | { kind: 'lacks'; name: string }
  | { kind: 'is'; name: string; value: Constraint }
  | { kind: 'properties'; schema: JsonObject; reading: Reading }
  | { kind: 'some'; name: NameFilter; value: Constraint | undefined }
  | { kind: 'names'; name: Constraint }
  | { kind: 'implies'; name: string; others: readonly string[] }
  /** Something was left out because it cannot be expressed; more values may pass than should. */
  | { kind: 'loose'; stop: SearchEnd };

/** Which names a property that must exist may have. */
export type NameFilter =
  | { kind: 'pattern'; pattern: string }
  /** Those of which `properties` and `patternProperties` of the schema do not speak. */
  | { kind: 'rest'; schema: JsonObject }
  | { kind: 'meets'; name: Constraint };

/** A step of taking schemas apart: a schema still whole, or a fact. */
export type Item = { constraint: Constraint } | { fact: Fact };

export const fact = (value: Fact): Item => ({ fact: value });
export const loose = (stop: SearchEnd): Item => ({ fact: { kind: 'loose', stop } });
