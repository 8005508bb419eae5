import { z } from 'zod';
import { waysSchema } from './accept.js';
import { jsonSchemaSchema } from './condition.js';
import { predicateSchema } from './predicate.js';
import { textSchema } from './text.js';

const when = predicateSchema.optional();

const placeSchema = z.strictObject({
  of: z.string().describe("The field or material in terms of the bundle's roles."),
  at: z.string().describe('Where it stands in the answers; `*` stands for every item of a repeated role.'),
  title: textSchema.optional(),
  description: textSchema.optional(),
  labels: z.record(z.string(), textSchema).optional().describe('What to show for each value of a code list.'),
  messages: z
    .array(z.strictObject({ when, schema: jsonSchemaSchema, message: textSchema }))
    .optional()
    .describe(
      'How authors word a refusal: of the schemas that refuse the value, the first that stands here.',
    ),
  askedWhen: when.describe('When the applicant gives it. Absent: always.'),
  requiredWhen: when.describe('When the form cannot be sent without it. Absent: whenever it is asked.'),
  schema: jsonSchemaSchema.describe('What every value of it meets.'),
  heldWhen: when.describe('When a value is held against the schema. Absent: whenever it is asked.'),
  narrowings: z
    .array(z.strictObject({ when, schema: jsonSchemaSchema }))
    .optional()
    .describe('What the blocks add, each under its condition.'),
  accept: waysSchema.optional().describe('Of a material: how the blocks accept it.'),
  files: z
    .strictObject({ types: z.array(z.string()).optional(), maxSize: z.string().optional() })
    .optional()
    .describe('Of a material: what files it may be uploaded as.'),
});

const memberSchema = z.strictObject({ at: z.string(), when, schema: jsonSchemaSchema });

const formAlternativesSchema = z
  .strictObject({
    each: z.string().optional().describe('The repeated role of whose items it is said, one by one.'),
    when,
    get groups() {
      return z
        .array(z.array(z.union([memberSchema, formAlternativesSchema])))
        .describe('In the order in which they are preferred.');
    },
  })
  .meta({ id: 'form-alternatives', description: 'Several ways to give something, one of which is enough.' });

export const formContentSchema = z.strictObject({
  places: z.array(placeSchema).describe('In the order in which a form shows them.'),
  alternatives: z.array(formAlternativesSchema).optional(),
});
