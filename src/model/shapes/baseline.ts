import { z } from 'zod';

export const baselineSchema = z
  .strictObject({
    formatVersion: z.literal(1).describe('The version of this format.'),
    accepted: z
      .array(
        z.strictObject({
          code: z
            .string()
            .min(1)
            .describe('The code of the finding, as in "order/target-below-critical-path".'),
          file: z.string().min(1).describe('The file of the finding, relative to the catalogue.'),
          pointer: z.string().describe('Where in the document it is: JSON Pointer (RFC 6901).'),
          reason: z.string().min(1).describe('Why it is accepted, for whoever meets it next.'),
          until: z.iso.date().optional().describe('The last day on which it is accepted.'),
        }),
      )
      .describe('Each finding that is accepted.'),
  })
  .describe('Findings that are accepted for the time being: onething.baseline.yaml.');
