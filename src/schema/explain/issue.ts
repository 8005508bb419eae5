import type { JsonValue } from '../../base/index.js';
import type { Message } from '../../messages/index.js';

/** One keyword that a value does not meet, as a message that never contains the value. */
export interface ValidationIssue extends Message {
  /** JSON Pointer to the part of the value. */
  pointer: string;
  keyword: string;
  /** What the keyword asks for, by name: `limit`, `missingProperty`, `allowedValues`, … */
  params: Readonly<Record<string, JsonValue>>;
  /** JSON Pointer fragment to the keyword in the schema. */
  schemaPointer: string;
}
