import { z } from 'zod';
import { documentShape } from './common.js';
import { jsonSchemaSchema } from './condition.js';
import { nameSchema, textSchema } from './text.js';

export const elementSchema = z.strictObject({
  title: textSchema.optional().describe('The question as the applicant sees it.'),
  description: textSchema.optional().describe('A hint below the question.'),
  schema: jsonSchemaSchema.describe('The JSON Schema that every value of the element meets.'),
  message: textSchema
    .optional()
    .describe('What whoever gives a value that the schema refuses is told: { en: Eleven digits, please. }.'),
  labels: z
    .record(z.string(), textSchema)
    .optional()
    .describe('What to show for each value of a code list: { male: { en: Male, zh: 男 } }.'),
  same: z.string().min(1).optional().describe('An equivalent term elsewhere, as an IRI.'),
});

export const subjectSchema = z
  .strictObject({
    kind: z.literal('subject').describe('What the document is.'),
    ...documentShape,
    elements: z.record(nameSchema, elementSchema).describe('The facts of the subject, by name.'),
  })
  .describe('A type of party or thing that facts are about: person, enterprise, vehicle, premises.');
