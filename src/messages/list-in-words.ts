import type { ListStyle } from './argument.js';
import type { Language } from './language.js';

type Joiners = Readonly<Record<ListStyle, readonly [between: string, last: string]>>;

const joiners: Readonly<Record<Language, Joiners>> = {
  en: {
    and: [', ', ' and '],
    or: [', ', ' or '],
    all: [' and ', ' and '],
    any: [' or ', ' or '],
    comma: [', ', ', '],
    semicolon: ['; ', '; '],
    then: [' → ', ' → '],
    line: ['\n', '\n'],
  },
  zh: {
    and: ['、', '和'],
    or: ['、', '或'],
    all: [' 且 ', ' 且 '],
    any: [' 或 ', ' 或 '],
    comma: ['、', '、'],
    semicolon: ['；', '；'],
    then: [' → ', ' → '],
    line: ['\n', '\n'],
  },
};

/** Is it a way to join the parts of a list? */
export function isListStyle(value: unknown): value is ListStyle {
  return typeof value === 'string' && Object.hasOwn(joiners.en, value);
}

/** Words as one list: "a, b or c". */
export function listInWords(words: readonly string[], by: ListStyle, language: Language): string {
  const [between, last] = joiners[language][by];
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(between)}${last}${words.at(-1)}`;
}
