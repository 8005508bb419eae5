import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { durationSchema } from './duration.js';
import { nameSchema, textSchema } from './text.js';

const deferralSchema = z
  .strictObject({
    until: nameSchema.optional().describe('The block by whose start the material must be there.'),
    within: durationSchema.optional().describe('The time after submission within which it must be there.'),
  })
  .describe('The material may follow later (容缺受理): until a block starts, or within a time.');

const checkShape = {
  what: textSchema.describe('What is looked at: "Whether the address is that of the household".'),
  within: durationSchema.describe('The time after the decision within which it is looked at.'),
  by: nameSchema.optional().describe('The authority that looks; the one that decides when absent.'),
};

const commitmentShape = {
  text: textSchema.describe('What the applicant declares: it is shown, and the applicant agrees to it.'),
  except: conditionSchema.optional().describe('Who may not use it.'),
  check: z
    .strictObject(checkShape)
    .optional()
    .describe('What is looked at later, after the decision (事后核查).'),
  consequence: textSchema.describe('What follows if it was untrue.'),
};

const commitmentSchema = z
  .strictObject(commitmentShape)
  .describe('The applicant declares it instead of proving it (告知承诺).');

export const acceptSchema = z
  .array(
    z.union([
      z.enum(['registry', 'upload', 'commitment', 'generated']),
      z.strictObject({ deferral: deferralSchema }),
      z.strictObject({ commitment: commitmentSchema }),
    ]),
  )
  .min(1)
  .meta({
    id: 'accept',
    description:
      'How it may be given: registry (fetched), upload, commitment (declared, 告知承诺), generated (made from the answers), { deferral: … } or { commitment: … }.',
  });

/** The ways in which a material is accepted, as outputs carry them. */
export const waysSchema = z.array(
  z.union([
    z.enum(['registry', 'upload', 'commitment', 'generated']),
    z.strictObject({
      deferral: z.strictObject({ until: z.string().optional(), within: z.string().optional() }),
    }),
    z.strictObject({
      commitment: z.strictObject({
        ...commitmentShape,
        check: z.strictObject({ ...checkShape, by: z.string().optional() }).optional(),
      }),
    }),
  ]),
);
