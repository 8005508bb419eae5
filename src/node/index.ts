/** Floor 7: the only file system. */
export { readCatalogue } from './load-catalogue.js';
export type { ReadOptions } from './load-catalogue.js';
