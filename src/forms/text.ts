import { languageOf, sayer } from '../messages/index.js';
import type { SayOf } from '../messages/index.js';
import { formMessages } from './messages.js';

/** Says the texts of a form. */
export type SayForm = SayOf<typeof formMessages>;

/** The texts of a form in the language of its locale (BCP 47). */
export function sayIn(locale: string): SayForm {
  return sayer(formMessages, languageOf(locale));
}
