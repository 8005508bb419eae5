/** A text, or the same text per locale (BCP 47). */
export type Text = string | Record<string, string>;

/** The text in the first locale asked for that it has; else in English; else in whatever it has first. */
export function textIn(text: Text | undefined, ...locales: readonly string[]): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  for (const locale of [...locales, 'en']) if (Object.hasOwn(text, locale)) return text[locale];
  return Object.values(text)[0];
}
