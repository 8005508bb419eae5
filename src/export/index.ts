/** Floor 7: plans in the formats of other tools. */
export { mermaidOf } from './mermaid.js';
export type { MermaidOptions } from './mermaid.js';
