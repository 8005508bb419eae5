import { contentHash } from '../base/index.js';
import type { PackedCatalogue, PackedDocument } from '../model/index.js';

/** The hash of a packed document: over its entry without the hash itself. */
export function hashOfDocument({ file, document, text }: Omit<PackedDocument, 'hash'>): string {
  return contentHash({ file, document, text });
}

/** The hash of the whole: the documents stand in it with their own hashes, so that each is read only once. */
export function hashOfPacked({ documents, ...rest }: Omit<PackedCatalogue, 'hash'>): string {
  return contentHash({ ...rest, documents: documents.map(({ file, hash }) => ({ file, hash })) });
}
