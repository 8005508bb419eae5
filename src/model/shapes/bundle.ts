import { z } from 'zod';
import { basisSchema, documentShape } from './common.js';
import { conditionSchema } from './condition.js';
import { durationSchema } from './duration.js';
import { placesSchema } from './places.js';
import { fieldKeySchema, nameSchema, textSchema } from './text.js';

const useShape = {
  as: nameSchema.optional().describe('A name of its own, where the same block is used twice.'),
  with: z
    .record(nameSchema, nameSchema)
    .optional()
    .describe(
      'Which role of the bundle takes which role of the block: { guardian: mother }. Same names bind by themselves.',
    ),
  each: nameSchema.optional().describe('A repeated role of the bundle: one step for each of its items.'),
  when: conditionSchema.optional(),
  choice: z.boolean().optional().describe('The applicant may leave it out (1+N).'),
};

const blockUseSchema = z
  .strictObject({
    block: nameSchema.describe('The id of a block.'),
    places: placesSchema.optional(),
    ...useShape,
  })
  .describe('A block of the bundle.');

const bundleUseSchema = z
  .strictObject({ bundle: nameSchema.describe('The id of a bundle.'), ...useShape })
  .describe('A bundle within the bundle.');

const useSchema = z
  .union([
    blockUseSchema,
    bundleUseSchema,
    z
      .strictObject({
        oneOf: z
          .array(z.union([blockUseSchema, bundleUseSchema]))
          .min(2)
          .describe('The uses, each with the condition under which it is the one.'),
      })
      .describe('Exactly one of these in every situation.'),
  ])
  .describe('A use: { block: … }, { bundle: … } or { oneOf: … }.');

const bundleRoleSchema = z.union([
  nameSchema.describe('The id of a subject.'),
  z.strictObject({
    type: nameSchema.describe('The id of a subject.'),
    title: textSchema.optional().describe('What people call the role.'),
    many: z
      .strictObject({
        min: z.int().min(0).optional().describe('How many at least.'),
        max: z.int().min(1).max(1000).optional().describe('How many at most; up to 1000.'),
      })
      .optional()
      .describe('The role repeats: { min: 1, max: 8 }.'),
    key: nameSchema
      .optional()
      .describe('Of a role that repeats: the element whose value tells its items apart, as in residentId.'),
    when: conditionSchema.optional(),
  }),
]);

export const bundleSchema = z
  .strictObject({
    kind: z.literal('bundle').describe('What the document is.'),
    ...documentShape,
    basis: basisSchema.optional(),
    roles: z.record(nameSchema, bundleRoleSchema).describe('Who and what takes part, by role.'),
    applicant: nameSchema.optional().describe('The role that applies.'),
    known: z.array(fieldKeySchema).optional().describe('What signing in tells the host.'),
    registries: z.array(nameSchema).optional().describe('The registries and derivations that may be used.'),
    uses: z.array(useSchema).min(1).describe('The blocks and bundles that it is composed of.'),
    eligibility: z
      .array(
        z.strictObject({ require: conditionSchema, otherwise: textSchema, basis: basisSchema.optional() }),
      )
      .optional()
      .describe('Who may apply for the bundle.'),
    target: z
      .strictObject({ within: durationSchema })
      .optional()
      .describe('The time that the bundle promises; checked against the critical path.'),
  })
  .describe('One thing (一件事), composed of blocks and of other bundles.');
