/** Floor 7: results as text for people. Reads results only, computes nothing, touches no terminal. */
export { compositionText } from './text/composition-text.js';
export type { CompositionPart } from './text/composition-text.js';
export { adviceText } from './text/advice-text.js';
export { reportMarkdown } from './text/report-markdown.js';
export { planText } from './text/plan-text.js';
export { countFindings, countsText, findingsText } from './text/findings-text.js';
export type { FindingCounts, TextOf } from './text/findings-text.js';
export { conditionText } from './text/condition-text.js';
export { schemaText } from './text/schema-text.js';
export { printable } from './text/printable.js';
export { widthOf } from './text/wrap-text.js';
export { plainStyle } from './text/style.js';
export type { Style } from './text/style.js';
export type { TextOptions } from './text/view.js';
export { explanationText } from './text/explanation-text.js';
export { projectionsText } from './text/projections-text.js';
export { resolutionText } from './text/resolution-text.js';
export { plural } from './text/plural.js';
