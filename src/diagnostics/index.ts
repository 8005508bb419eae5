/** Findings as data, and the one catalogue of their codes. */
export type {
  Diagnostic,
  DiagnosticArgs,
  Edit,
  Fix,
  Location,
  Position,
  Range,
  Related,
  Severity,
  SourceRef,
} from './diagnostic.js';
export type { CodeEntry, Placeholders } from './code.js';
export { codes, isCode } from './codes/index.js';
export type { Code } from './codes/index.js';
export { createDiagnostic, fill } from './create-diagnostic.js';
export type { ArgsOf, DiagnosticDetails } from './create-diagnostic.js';
export { hasErrors, sortDiagnostics } from './sort-diagnostics.js';
