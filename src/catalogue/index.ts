/** Documents into a catalogue: shapes, references, imports. */
export { loadCatalogue } from './load-catalogue.js';
export { catalogueLimits } from './limits.js';
export { CatalogueMemory } from './catalogue-memory.js';
export { createExcerpts, openCatalogue } from './load-catalogue.js';
export type { OpenCatalogue } from './load-catalogue.js';
export { packDocuments, unpackDocuments } from './prepared-documents.js';
export type { PreparedBatch } from './prepared-documents.js';
export { readSource } from './source-document.js';
export type { SourceDocument } from './source-document.js';
export { isManifestPath } from './source-folders.js';
export { isPackedText } from './packed-open.js';
export type { PackedInput } from './packed-open.js';
export { loadPacked } from './packed-load.js';
export type { PackedOptions } from './packed-load.js';
export { packCatalogue, packedText } from './packed-write.js';
export type { Entry, ImportResolver, LoadedCatalogue, LoadOptions, PackedFile, SourceFile } from './types.js';
export { checkPublished } from './check-published.js';
export { calendarOf, planCalendar } from './plan-calendar.js';
