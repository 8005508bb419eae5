/** Floor 6: everything that is to be said of a catalogue, bundle by bundle. */
export { checkCatalogue } from './check-catalogue.js';
export type { CatalogueFindings, CheckedBundle, CheckOptions } from './check-catalogue.js';
export { createChecker } from './incremental.js';
export type { Checker, CheckerOptions, CheckerResult, FileChange } from './incremental.js';
