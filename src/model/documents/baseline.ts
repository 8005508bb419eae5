import { z } from 'zod';

/** A finding that is known and accepted for the time being. */
export interface Acceptance {
  /** The code of the finding. */
  code: string;
  /** The file of the finding, as the catalogue names it. */
  file: string;
  /** Where in the document it is: JSON Pointer (RFC 6901). */
  pointer: string;
  /** Why it is accepted, for whoever meets it next. */
  reason: string;
  /** The last day on which it is accepted (ISO 8601). Left out: until somebody takes the entry out. */
  until?: string;
}

/** The findings of a catalogue that are accepted for the time being. Errors cannot be. */
export interface Baseline {
  formatVersion: 1;
  accepted: Acceptance[];
}

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
