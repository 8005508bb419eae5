import { findEntry } from './render.js';
import { sayer } from '../messages/index.js';
import type { Language, SayOf } from '../messages/index.js';
import { messages } from './messages.js';

/** The key of a message of onething. */
export type MessageKey = keyof typeof messages;

/** Says a message in a language that is settled. */
export type Say = SayOf<typeof messages>;

/** How to say things in a language. */
export function sayIn(language: Language): Say {
  return sayer(messages, language, findEntry);
}
