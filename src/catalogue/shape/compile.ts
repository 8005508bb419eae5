import type { JsonValue } from '../../base/index.js';
import type { Check } from './issue.js';

/** Compiles the parts of one published schema; `$ref` leads to its `$defs`. */
export type Compile = (schema: JsonValue | undefined) => Check;
