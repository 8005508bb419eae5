/**
 * A sentence that a lower floor puts together in English, with `{name}` for what goes into it, and the same in Chinese.
 * The English is the key, as in gettext: the rooms below say it once and know nothing of languages.
 */
export type Phrase = readonly [en: string, zh: string];
