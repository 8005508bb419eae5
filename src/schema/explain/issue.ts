import type { JsonValue } from '../../base/index.js';

/** One keyword that a value does not meet. */
export interface ValidationIssue {
  /** JSON Pointer to the part of the value. */
  pointer: string;
  keyword: string;
  /** One sentence; never contains the value. */
  message: string;
  /** What the keyword asks for, by name: `limit`, `missingProperty`, `allowedValues`, … */
  params: Readonly<Record<string, JsonValue>>;
  /** JSON Pointer fragment to the keyword in the schema. */
  schemaPointer: string;
}
