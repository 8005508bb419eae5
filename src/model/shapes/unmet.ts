import { z } from 'zod';
import { basisSchema } from './common.js';
import { textSchema } from './text.js';

/** A demand that the applicant does not meet. */
export const unmetSchema = z.strictObject({
  step: z.string().optional().describe('The step that demands it; absent: the bundle does.'),
  otherwise: textSchema.describe('What whoever does not meet the demand is told.'),
  basis: basisSchema.optional().describe('The legal basis.'),
});
