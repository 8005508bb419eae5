import { z } from 'zod';
import type { PackedCatalogue } from '../documents/packed-catalogue.js';
import { jsonObjectSchema } from './condition.js';

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
