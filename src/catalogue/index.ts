/** Floor 3: documents into a catalogue: shapes, references, imports. */
export { loadCatalogue } from './load-catalogue.js';
export { catalogueLimits } from './limits.js';
export { isManifestPath } from './source-folders.js';
export type { Entry, ImportResolver, LoadedCatalogue, LoadOptions, SourceFile } from './types.js';
