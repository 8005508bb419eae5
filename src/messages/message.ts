import { fill } from '../diagnostics/index.js';
import type { Placeholders } from '../diagnostics/index.js';

/** The languages in which onething itself speaks. Titles of a catalogue have locales of their own. */
export const languages = ['en', 'zh'] as const;

/** A language in which onething itself speaks (ISO 639-1). */
export type Language = (typeof languages)[number];

/** A text in every language, with `{name}` for each argument. */
export interface MessageEntry {
  /** Where the text counts something, the argument `count` chooses the form. */
  en: string | { one: string; other: string };
  /** Chinese has one form for any number. */
  zh: string;
}

/** Keeps the literal types of a table of messages, so that an unknown key or a missing argument does not compile. */
export function defineMessages<const T extends Record<string, MessageEntry>>(table: T): T {
  return table;
}

/** The text of an entry that names its arguments. */
export type TemplateOf<E extends MessageEntry> = E['en'] extends {
  other: infer Other extends string;
}
  ? Other
  : E['en'] extends string
    ? E['en']
    : never;

/** What has to be said beside the key of a message: nothing where it has no arguments. */
export type MessageArgs<E extends MessageEntry> = [Placeholders<TemplateOf<E>>] extends [never]
  ? []
  : [args: Readonly<Record<Placeholders<TemplateOf<E>>, string | number>>];

/** The text of an entry in a language. */
export function textOfEntry(
  entry: MessageEntry,
  language: Language,
  args: Readonly<Record<string, string | number>> = {},
): string {
  const { en, zh } = entry;
  if (language === 'zh') return fill(zh, args);
  if (typeof en === 'string') return fill(en, args);
  return fill(args['count'] === 1 ? en.one : en.other, args);
}
