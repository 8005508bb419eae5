import { z } from 'zod';
import { basisSchema } from './common.js';
import { conditionSchema } from './condition.js';
import { durationSchema } from './duration.js';
import { fieldKeySchema, nameSchema } from './text.js';

const actShape = {
  when: conditionSchema.optional(),
  at: fieldKeySchema.optional().describe('The field that tells the place: a region code, an address.'),
  authority: nameSchema
    .optional()
    .describe('The authority that does it; the authority of the block when absent.'),
  basis: basisSchema.optional(),
};

export const carriageSchema = z
  .enum(['electronic', 'mail', 'counter'])
  .describe('How it gets on: electronic, by mail, or fetched at a counter.');

const actSchema = z.strictObject(actShape);
const passingActSchema = z.strictObject({
  ...actShape,
  by: carriageSchema.optional(),
  time: durationSchema.optional().describe('How long passing it on takes.'),
});

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

export const placesSchema = z
  .strictObject({
    collect: oneOrMore(passingActSchema)
      .optional()
      .describe(
        'Who takes the application in for another place (收件地): checks its form, compares originals, passes it on to the accepting place.',
      ),
    accept: oneOrMore(passingActSchema)
      .optional()
      .describe(
        'Who accepts (受理地): the limit counts from here. With "by" or "time" it is passed on to who decides (多地联办).',
      ),
    decide: oneOrMore(actSchema).optional().describe('Who decides; the authority of the block when absent.'),
    issue: oneOrMore(passingActSchema)
      .optional()
      .describe('Who issues the result. With "by" or "time" it reaches the applicant that way (送达).'),
  })
  .meta({
    id: 'places',
    description:
      'Who collects, accepts, decides and issues, where these are different places. Of a list, the first whose condition holds counts.',
  });
