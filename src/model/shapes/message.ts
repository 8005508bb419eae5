import { z } from 'zod';
import type { Arg, Message } from '../../messages/index.js';
import { textSchema } from './text.js';

const listStyles = ['and', 'or', 'all', 'any', 'comma', 'semicolon', 'then', 'line'] as const;

const argSchema = z
  .lazy(() =>
    z.union([
      z.string().describe('A name or a value, which the message quotes.'),
      z.number(),
      z.strictObject({ name: z.string() }).describe('A name, which is quoted.'),
      z.strictObject({ literal: z.string() }).describe('What is shown as it is.'),
      z.strictObject({ text: textSchema }).describe('What an author wrote.'),
      z
        .strictObject({ list: z.array(argSchema), by: z.enum(listStyles) })
        .describe('A list in words; a plain text in it is a name.'),
      messageSchema,
    ]),
  )
  .meta({ id: 'argument', description: 'What goes into a message.' }) as unknown as z.ZodType<Arg>;

/** The members of everything that is a message. */
export const messageShape = {
  code: z.string().describe('Stable: what messages are told apart by.'),
  variant: z.string().optional().describe('Which sentence, where several have the code.'),
  message: z.string().describe('In the language that was asked for; else in English.'),
  args: z.record(z.string(), argSchema).describe('What goes into the message, by name.'),
};

export const messageSchema: z.ZodType<Message> = z.lazy(() =>
  z.strictObject(messageShape).meta({ id: 'message', description: 'A message: a code and arguments.' }),
) as unknown as z.ZodType<Message>;
