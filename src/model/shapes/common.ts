import { z } from 'zod';
import { nameSchema, textSchema } from './text.js';

export const basisSchema = z
  .array(
    z.strictObject({
      title: textSchema.describe('The law, regulation or rule.'),
      article: z.string().min(1).optional().describe('The article, as in "7" or "12(2)".'),
      uri: z.string().min(1).optional().describe('Where the text stands.'),
    }),
  )
  .meta({ id: 'basis', description: 'The legal basis.' });

/** The keys that every document shares, for spreading into its object. */
export const documentShape = {
  $schema: z.string().optional().describe('The schema by which an editor completes and checks the document.'),
  id: nameSchema.describe('The id by which other documents refer to this one.'),
  title: textSchema.optional().describe('What people call it.'),
  description: textSchema.optional().describe('A sentence or two that explain it.'),
  same: z.string().min(1).optional().describe('An equivalent term elsewhere, as an IRI.'),
  source: z.array(z.string().min(1)).optional().describe('Where the facts of this document come from.'),
};
