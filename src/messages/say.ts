import { textOfEntry } from './message.js';
import type { Language, MessageArgs } from './message.js';
import { messages } from './messages.js';

/** The key of a message of onething. */
export type MessageKey = keyof typeof messages;

/** Says a message in a language that is settled. */
export type Say = <K extends MessageKey>(key: K, ...args: MessageArgs<(typeof messages)[K]>) => string;

/** How to say things in a language. */
export function sayIn(language: Language): Say {
  return (key, ...args) => textOfEntry(messages[key], language, args[0]);
}
