/** Findings as data, and the one catalogue of their codes. */
export type {
  Diagnostic,
  Edit,
  Fix,
  Location,
  Position,
  Range,
  Related,
  Severity,
  SourceRef,
} from './diagnostic.js';
export type { CodeEntry } from './code.js';
export { codes, isCode } from './codes/index.js';
export type { Code } from './codes/index.js';
export { createDiagnostic } from './create-diagnostic.js';
export { codeMessages, diagnosticMessages } from './messages.js';
export { meantAs, suggested, writeAs } from './suggested.js';
export type { ArgsOf, DiagnosticDetails } from './create-diagnostic.js';
export { hasErrors, sortDiagnostics } from './sort-diagnostics.js';
