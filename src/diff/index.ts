/** Two versions of a catalogue compared, each change graded and told. */
export { diffCatalogues } from './diff-catalogues.js';
export type { DiffOptions } from './diff-catalogues.js';
export { diffBundles } from './diff-bundles.js';
export type { BundleDiff, BundleVersion } from './diff-bundles.js';
