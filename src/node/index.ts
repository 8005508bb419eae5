/** The only file system. */
export { readCatalogue } from './load-catalogue.js';
export type { ReadOptions } from './load-catalogue.js';
export { checkCatalogueFolder } from './check-folder.js';
export type { CheckedFolder, CheckFolderOptions } from './check-folder.js';
export type { CheckPool } from './check-pool.js';
export { createFolderChecker } from './load-checker.js';
export type { FolderChecker } from './load-checker.js';
export { isPackedFile } from './packed-file.js';
export { isRevision, readRevision, repositoryOf } from './revision.js';
export type { CatalogueRevision, RevisionPlace } from './revision.js';
export { createRunner } from './runner-open.js';
export type { DurableRunnerOptions } from './runner-open.js';
export { createSqliteStore } from './sqlite-store.js';
