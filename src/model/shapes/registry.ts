import { z } from 'zod';
import { documentShape } from './common.js';
import { jsonObjectSchema } from './condition.js';
import { fieldKeySchema, nameSchema } from './text.js';

const givenSchema = z.union([nameSchema, fieldKeySchema]);

export const registrySchema = z
  .strictObject({
    kind: z.literal('registry').describe('What the document is.'),
    ...documentShape,
    authority: nameSchema.optional().describe('Who keeps it.'),
    subject: nameSchema
      .optional()
      .describe('The subject whose elements are named below; without it the names are fields of roles.'),
    local: nameSchema
      .optional()
      .describe(
        'A derivation, computed on the spot: equal, before, age-at, sum, count, identity-birth-date, identity-sex, or one that the host registers.',
      ),
    options: jsonObjectSchema.optional().describe('What the derivation needs besides.'),
    given: z.array(givenSchema).describe('The keys that it needs.'),
    gives: z
      .array(
        z.union([
          givenSchema,
          z.strictObject({
            material: nameSchema,
            of: nameSchema.optional().describe('The role, where no subject is named.'),
          }),
        ]),
      )
      .min(1)
      .describe('What it answers: elements, and materials as { material: … }.'),
  })
  .describe('A register that answers facts or materials without asking the applicant; or a derivation.');
