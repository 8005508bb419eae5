import { z } from 'zod';
import type { JsonObject } from '../../base/index.js';
import { jsonObjectSchema } from './condition.js';

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

const hashSchema = z
  .string()
  .regex(/^sha256-[0-9a-f]{64}$/)
  .describe('SHA-256 over canonical JSON (RFC 8785), in hexadecimal.');

const packedDocumentSchema = z.strictObject({
  file: z.string().min(1).describe('Where it was read from, relative to the catalogue.'),
  hash: hashSchema.describe('The hash of this entry without this property.'),
  document: jsonObjectSchema.describe('What the text says: a document of one of the published kinds.'),
  text: z.string().optional().describe('The text as it was written, by which findings name lines.'),
});

export const packedCatalogueObjectSchema = z
  .strictObject({
    kind: z.literal('packed-catalogue').describe('What the file is.'),
    formatVersion: z.literal(1),
    id: z.string().min(1).describe('The id of the catalogue.'),
    version: z.string().min(1).describe('The version of the catalogue (semver).'),
    hash: hashSchema.describe(
      'The hash of this object without this property, with only "file" and "hash" of each document.',
    ),
    manifest: z.string().optional().describe('The file of the document of kind catalogue.'),
    documents: z.array(packedDocumentSchema).describe('Sorted by file; those of imports are among them.'),
  })
  .describe('A catalogue with everything that it imports, in one file that can be verified.');

/** Of the hand-written type, which is proven to be the same. */
export const packedCatalogueSchema = packedCatalogueObjectSchema as unknown as z.ZodType<PackedCatalogue>;
