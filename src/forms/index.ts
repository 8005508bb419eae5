/** What a page needs to draw a form and to judge what is typed into it, whatever renders it. */
export { createFormJudge } from './mistakes.js';
export type { FindMistakes, Mistake } from './mistakes.js';
export { FormHost, useFormHost } from './host-parts.js';
export type { HostParts } from './host-parts.js';
export { useFormView } from './use-form-view.js';
export type { FormViewGiven, FormViewState } from './use-form-view.js';
export { focusPlace } from './focus-place.js';
export { textOfValue, titleAt } from './value-text.js';
export { withItemKeys } from './item-keys.js';
export { FormProgress } from './parts/form-progress.js';
export type { FormProgressProps } from './parts/form-progress.js';
export { ErrorSummary } from './parts/error-summary.js';
export type { ErrorSummaryProps } from './parts/error-summary.js';
export { KnownFact } from './parts/known-fact.js';
export type { Dispute, FactSource, KnownFactProps } from './parts/known-fact.js';
export { MaterialField } from './parts/material-field.js';
export type {
  FileLimits,
  MaterialFieldProps,
  MaterialWay,
  Upload,
  UploadedFile,
} from './parts/material-field.js';
