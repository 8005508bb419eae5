import type { Block } from './block.js';
import { blockSchema } from './block-schema.js';
import type { Bundle } from './bundle.js';
import { bundleSchema } from './bundle.js';
import type { Case } from './case.js';
import { caseSchema } from './case.js';
import type { Authority, Calendar, Catalogue, Material } from './dictionary.js';
import { authoritySchema, calendarSchema, catalogueSchema, materialSchema } from './dictionary.js';
import type { Registry } from './registry.js';
import { registrySchema } from './registry.js';
import type { Subject } from './subject.js';
import { subjectSchema } from './subject.js';

/** Every document of a catalogue, by kind. */
export interface DocumentByKind {
  catalogue: Catalogue;
  subject: Subject;
  material: Material;
  authority: Authority;
  registry: Registry;
  calendar: Calendar;
  block: Block;
  bundle: Bundle;
  case: Case;
}

/** What a document is. */
export type Kind = keyof DocumentByKind;

/** A document of a catalogue. */
export type Document = DocumentByKind[Kind];

/** The zod schema of each kind, the source of schemas/*.schema.json. */
export const documentSchemas = {
  catalogue: catalogueSchema,
  subject: subjectSchema,
  material: materialSchema,
  authority: authoritySchema,
  registry: registrySchema,
  calendar: calendarSchema,
  block: blockSchema,
  bundle: bundleSchema,
  case: caseSchema,
} as const;

/** Every kind, in the order in which people meet them. */
export const kinds = Object.keys(documentSchemas) as Kind[];

/** Is the text a kind of document? */
export function isKind(text: unknown): text is Kind {
  return typeof text === 'string' && Object.hasOwn(documentSchemas, text);
}
