import { own } from '../base/index.js';
import type { Language } from '../messages/index.js';
import { helpPhrases } from './phrases/help.js';

/** A text of `--help` in another language; what has no translation stays as it is. */
export function helpInLanguage(text: string, language: Language): string {
  return language === 'en' ? text : (own(helpPhrases, text) ?? text);
}

/** `--facts <file>` or `[path...]` with what stands for a value in another language. */
export function termInLanguage(text: string, language: Language): string {
  return text.replace(/([<[])([^>\].]+)/g, (_, open: string, name: string) => {
    const known = helpInLanguage(`<${name}>`, language).slice(1, -1);
    return `${open}${known}`;
  });
}
