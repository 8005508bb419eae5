import { assertArguments, oneOfKind } from '../../messages/index.js';
import type { JsonObject } from '../../base/index.js';
import { isKind, kinds } from '../documents/document.js';
import { formatSchemaTexts } from './generated/format-schemas.js';
import { documentSchema, packedCatalogueSchema, readOnce } from './loaded-schemas.js';
import { schemaAddress } from './published.js';
import type { Published } from './published.js';

/**
 * The published JSON Schema (draft 2020-12) of a kind of document, of the plan, of the composition or of a finding:
 * what stands in `schemas/<name>.schema.json`. Treat it as immutable.
 */
export function publishedSchema(name: Published): JsonObject {
  assertArguments(
    'publishedSchema',
    { name: oneOfKind([...kinds, 'packed-catalogue', ...Object.keys(formatSchemaTexts)]) },
    { name },
  );
  if (name === 'packed-catalogue') return packedCatalogueSchema();
  return isKind(name) ? documentSchema(name) : readOnce(name, formatSchemaTexts[name]);
}

/** The schema of any document: `kind` decides which of the published schemas it is. */
export function anyDocumentSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${schemaAddress}document.schema.json`,
    title: 'A document of a catalogue',
    type: 'object',
    properties: { kind: { enum: [...kinds], description: 'What the document is.' } },
    required: ['kind'],
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { $ref: `${kind}.schema.json` },
    })),
  };
}
