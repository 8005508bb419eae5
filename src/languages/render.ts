import { own } from '../base/index.js';
import { codeMessages } from '../diagnostics/index.js';
import { assertArguments, fillEntry, keyOf, languageOf } from '../messages/index.js';
import type { FindEntry, Language, Message, MessageEntry } from '../messages/index.js';
import { messages } from './messages.js';

let table: Readonly<Record<string, MessageEntry>> | undefined;

/** The entry of a message; undefined where a later version said it. */
export const findEntry: FindEntry = (message) => {
  table ??= { ...codeMessages(), ...messages };
  return own(table, keyOf(message));
};

/**
 * A message in the language of a reader: a finding, a refusal, a help. What an author wrote, names and values are in it
 * as they are.
 * @param message what has a code and arguments
 * @param locale of the reader (BCP 47); where onething does not speak it, the message is in English
 */
export function render(message: Message, locale: string): string {
  assertArguments('render', { message: 'message', locale: 'text' }, { message, locale });
  return renderIn(message, languageOf(locale));
}

/** A message in a language of onething. */
export function renderIn(message: Message, language: Language): string {
  const entry = findEntry(message);
  return entry === undefined
    ? message.message
    : fillEntry(entry, message.args, { language, find: findEntry });
}
