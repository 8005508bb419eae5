import { termInLanguage, translate } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';

/** What commander says of a mistake on the command line, line for line in another language, named as in the help. */
export function mistakeInLanguage(text: string, language: Language): string {
  if (language === 'en') return text;
  // An argument is told by its bare name.
  const named = text.replace(/(required argument ')([a-z]+)(?=')/, (_, before: string, name: string) => {
    return before + termInLanguage(`<${name}>`, language).slice(1, -1);
  });
  const lines = termInLanguage(named, language).split('\n');
  return lines.map((line) => (line === '' ? '' : translate(line, language))).join('\n');
}
