import { setOwn } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { schemaOfShape } from './keyword-shape.js';
import { KEYWORDS } from './registry.js';

/** The schema of a JSON Schema within a document (as `json-schema`), so that an editor completes and explains its keywords. */
export function keywordHints(): JsonObject {
  const properties: JsonObject = {};
  for (const { name, shape, hint, renamed } of KEYWORDS) {
    if (renamed === undefined) setOwn(properties, name, { ...schemaOfShape(shape), description: hint });
  }
  return {
    description: 'A JSON Schema (draft 2020-12): an object of keywords, true or false.',
    type: ['object', 'boolean'],
    properties,
  };
}
