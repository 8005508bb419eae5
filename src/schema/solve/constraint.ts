import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import type { Frame } from '../keywords/site.js';
import type { SearchEnd } from './stop.js';

/** A schema that a value must meet, or must not meet. */
export interface Constraint {
  readonly schema: JsonSchema;
  /** False: the value must be refused by the schema. */
  readonly positive: boolean;
  readonly document: SchemaDocument;
  readonly frame: Frame;
}

/** What a search has found. `empty` is a proof; `found` carries an instance that the interpreter has accepted. */
export type Decision =
  { kind: 'empty' } | { kind: 'found'; instance: JsonValue } | { kind: 'unknown'; stop: SearchEnd };

/** A constraint at the root of a document. */
export function constraintOf(schema: JsonSchema, document: SchemaDocument, positive = true): Constraint {
  return { schema, positive, document, frame: { base: document.base, outer: undefined } };
}
