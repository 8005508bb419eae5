import { z } from 'zod';
import { basisSchema } from './common.js';
import { conditionSchema } from './condition.js';
import { durationSchema } from './duration.js';
import { fieldKeySchema, textSchema } from './text.js';

export const resultWaySchema = z.enum(['electronic', 'mail', 'counter', 'bank']);
export const resultKindSchema = z.enum(['payment', 'service', 'goods', 'status']);

export const resultSchema = z
  .strictObject({
    result: resultKindSchema.describe('What kind of thing it is: money, a service, goods, or a standing.'),
    title: textSchema.describe('What the applicant gets.'),
    by: z.array(resultWaySchema).optional().describe('How it reaches the applicant.'),
    when: conditionSchema.optional(),
  })
  .describe('Something that comes of a block besides fields and documents.');

export const applySchema = z
  .strictObject({
    within: durationSchema.describe('The time that the applicant has.'),
    after: fieldKeySchema.describe('The field that tells the day from which it counts: child.birthDate.'),
    when: conditionSchema.optional(),
    basis: basisSchema.optional(),
  })
  .describe('The time within which the applicant has to apply.');
