import { z } from 'zod';
import { jsonValueSchema } from './condition.js';
import { messageSchema, messageShape } from './message.js';

const positionSchema = z.strictObject({ line: z.int(), column: z.int(), offset: z.int() });

export const locationSchema = z
  .strictObject({
    file: z.string(),
    pointer: z.string().describe('JSON Pointer (RFC 6901) into the document.'),
    on: z.enum(['key', 'value']),
    range: z.strictObject({ start: positionSchema, end: positionSchema }).optional(),
  })
  .meta({ id: 'location', description: 'A place in a document.' });

export const diagnosticSchema = z
  .strictObject({
    code: z.string().describe('Stable: room/kebab-name.'),
    severity: z.enum(['error', 'warning', 'hint']),
    message: messageShape.message,
    args: messageShape.args,
    at: locationSchema,
    related: z.array(z.strictObject({ at: locationSchema, ...messageShape })),
    help: messageSchema.optional(),
    witness: jsonValueSchema.optional(),
    fixes: z
      .array(
        z.strictObject({
          title: messageSchema,
          edits: z.array(
            z.strictObject({
              at: locationSchema,
              value: z.string().describe('The key or the text that comes in place of what stands there.'),
              text: z.string().optional().describe('How it is written there, in place of the range.'),
            }),
          ),
        }),
      )
      .optional()
      .describe('Edits that mend it, where one answer is known to be right.'),
  })
  .describe('A finding about a document.');
