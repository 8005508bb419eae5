/** YAML 1.2 or JSON text into values, with positions on demand. */
export { documentLimits } from './limits.js';
export { parseDocument } from './parse-document.js';
export type { ParsedDocument } from './parse-document.js';
export { scalarText } from './scalar-text.js';
export { flowText } from './flow-text.js';
export { resolvePlainText } from './scalar.js';
