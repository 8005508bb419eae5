import type { JsonObject } from '../../base/index.js';

/** A document within a packed catalogue. */
export interface PackedDocument {
  /** Where it was read from, as findings name it: relative to the catalogue, with forward slashes. */
  file: string;
  /** `sha256-` and the hash of the canonical JSON of this entry without this property, in hexadecimal. */
  hash: string;
  /** What the text says. */
  document: JsonObject;
  /** The text itself, by which findings name lines; absent for a document made in TypeScript. */
  text?: string;
}

/** A catalogue with everything that it imports, in one file that can be verified. */
export interface PackedCatalogue {
  kind: 'packed-catalogue';
  formatVersion: 1;
  id: string;
  version: string;
  /**
   * `sha256-` and the hash, in hexadecimal, of the canonical JSON of this object without this property, with only
   * `file` and `hash` of each document.
   */
  hash: string;
  /** The file of the document of kind catalogue, where there is one. */
  manifest?: string;
  /** Sorted by file, by UTF-16 code units. */
  documents: PackedDocument[];
}
