import { z } from 'zod';
import { durationSchema } from './duration.js';
import { nameSchema } from './text.js';

const deferralSchema = z
  .strictObject({
    until: nameSchema.optional().describe('The block by whose start the material must be there.'),
    within: durationSchema.optional().describe('The time after submission within which it must be there.'),
  })
  .describe('The material may follow later (容缺受理): until a block starts, or within a time.');

export const acceptSchema = z
  .array(
    z.union([
      z.enum(['registry', 'upload', 'commitment', 'generated']),
      z.strictObject({ deferral: deferralSchema }),
    ]),
  )
  .min(1)
  .meta({
    id: 'accept',
    description:
      'How it may be given: registry (fetched), upload, commitment (declared, 告知承诺), generated (made from the answers), or { deferral: … }.',
  });
