import { languageOf, sayer, textIn } from '../messages/index.js';
import type { SayOf, Text } from '../messages/index.js';
import { viewMessages } from './messages.js';

/** How a view speaks: texts of documents in the locale, its own in the language of it. */
export interface Words {
  locale: string;
  say: SayOf<typeof viewMessages>;
  /** What people call something; its name where nobody says it. */
  title: (text: Text | undefined, name: string) => string;
  text: (text: Text | undefined) => string | undefined;
}

export function wordsIn(locale: string): Words {
  return {
    locale,
    say: sayer(viewMessages, languageOf(locale)),
    title: (text, name) => textIn(text, locale) ?? name,
    text: (text) => textIn(text, locale),
  };
}
