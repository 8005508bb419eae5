import { z } from 'zod';
import { documentShape } from './common.js';
import { jsonObjectSchema } from './condition.js';
import { durationSchema } from './duration.js';
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
    consent: nameSchema
      .optional()
      .describe(
        'The role of the bundle that has to consent before anything is looked up; the id of the subject means whoever is looked up.',
      ),
    fresh: durationSchema
      .optional()
      .describe(
        'How long an answer may be old when the form is handed in, as in "1d": after that it is looked up again.',
      ),
  })
  .describe('A register that answers facts or materials without asking the applicant; or a derivation.');
