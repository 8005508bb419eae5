/** The languages in which onething itself speaks. Titles of a catalogue have locales of their own. */
export const languages = ['en', 'zh'] as const;

/** A language in which onething itself speaks (ISO 639-1). */
export type Language = (typeof languages)[number];

/** The language in which a reader of this locale (BCP 47) is spoken to; English where theirs is not spoken. */
export function languageOf(locale: string): Language {
  const [primary] = locale.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === primary) ?? 'en';
}
