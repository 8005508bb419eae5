import { blockSchema } from './block.js';
import { bundleSchema } from './bundle.js';
import { caseSchema } from './case.js';
import { authoritySchema, calendarSchema, catalogueSchema, materialSchema } from './dictionary.js';
import { registrySchema } from './registry.js';
import { subjectSchema } from './subject.js';

/** The shape of each kind of document. */
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
