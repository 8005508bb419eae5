/** Everything that is to be said of a catalogue, bundle by bundle. */
export { checkBundle, checkCatalogue, findingsOf } from './check-catalogue.js';
export type { BundleVerdict, CatalogueFindings, CheckedBundle, CheckOptions } from './check-catalogue.js';
export { applyFixes, areMended, mendingFixes, readyFixes } from './apply-fixes.js';
export type { EditedText, ReadyFix } from './apply-fixes.js';
export { acceptFindings, loadBaseline, nextBaseline } from './baseline.js';
export type { BaselineEntry, Judgement, LoadedBaseline } from './baseline.js';
export { baselineText } from './baseline-text.js';
export { findNearDuplicates } from './near-duplicates.js';
export { raiseSeverity } from './raise-severity.js';
export { createChecker } from './incremental.js';
export type { Checker, CheckerOptions, CheckerResult, FileChange } from './incremental.js';
