/** Plans and compositions in the formats of other tools, and for people. */
export { planGraph } from './plan-graph.js';
export type { PlanGraph } from './plan-graph.js';
export { mermaidOf } from './mermaid.js';
export type { MermaidOptions } from './mermaid.js';
export { matrixCsv, matrixMarkdown } from './matrix/matrix-write.js';
export { matrixOf } from './matrix/matrix-of.js';
export type { Matrix, MatrixRow } from './matrix/matrix.js';
export { guideOf } from './guide/guide-of.js';
export type { GuideOptions } from './guide/guide-of.js';
export { guideHtml, guideMarkdown } from './guide/guide-write.js';
export type {
  Guide,
  GuideBasis,
  GuideChoice,
  GuideFees,
  GuideFigure,
  GuideInformation,
  GuideMaterial,
  GuideQuestion,
  GuideRule,
  GuideStep,
  GuideUnneeded,
} from './guide/guide.js';
