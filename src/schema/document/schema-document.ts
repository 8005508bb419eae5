import type { JsonObject, JsonSchema } from '../../base/index.js';

/** Where a reference leads: a schema, and the resource that its own references are relative to. */
export interface Target {
  schema: JsonSchema;
  base: string;
}

/** Finds what references inside one document lead to (JSON Schema core, sections 8.2 and 9). Nothing is ever fetched. */
export interface SchemaDocument {
  readonly root: JsonSchema;
  /** The URI of the root resource. */
  readonly base: string;
  /** The resource that a schema with `$id` starts, or the one it stands in. */
  enter(schema: JsonObject, base: string): string;
  /** Undefined where the reference leaves the document or leads nowhere. */
  resolve(base: string, reference: string): Target | undefined;
  /** The schema that a resource marks with this `$dynamicAnchor`. */
  dynamic(base: string, anchor: string): Target | undefined;
  /** Does the resource mark any schema with a `$dynamicAnchor`? */
  isDynamic(base: string): boolean;
}
