import { translate } from '../messages/index.js';
import type { Language } from '../messages/index.js';

/** What commander says of a mistake on the command line, line for line in another language. */
export function mistakeInLanguage(text: string, language: Language): string {
  const lines = text.split('\n');
  return lines.map((line) => (line === '' ? '' : translate(line, language))).join('\n');
}
