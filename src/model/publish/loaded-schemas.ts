import type { JsonObject } from '../../base/index.js';
import type { Kind } from '../documents/document.js';
import { documentSchemaTexts } from './generated/document-schemas.js';
import { packedSchemaTexts } from './generated/packed-schemas.js';
import type { Published } from './published.js';

/** The schemas that loading a catalogue needs: a program that does no more carries no other. */

const read = new Map<Published, JsonObject>();

/** Parses the text of a schema the first time that it is asked for. */
export function readOnce(name: Published, text: string): JsonObject {
  let schema = read.get(name);
  if (schema === undefined) read.set(name, (schema = JSON.parse(text) as JsonObject));
  return schema;
}

/** The published schema of a kind of document. */
export function documentSchema(kind: Kind): JsonObject {
  return readOnce(kind, documentSchemaTexts[kind]);
}

/** The published schema of a packed catalogue. */
export function packedCatalogueSchema(): JsonObject {
  return readOnce('packed-catalogue', packedSchemaTexts['packed-catalogue']);
}
