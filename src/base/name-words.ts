import { keptForm, withKeptForms } from './word-forms.js';

/** Words that carry no meaning of their own. */
export const functionWords: ReadonlySet<string> = new Set(
  'a an and any are as at be by do does for has have how in is it its of on or that the this was what when where which who will with'.split(
    ' ',
  ),
);

const han = /\p{Script=Han}/u;

/**
 * The words of a text, each in the form that is kept of its abbreviations and spellings: of a language that is written
 * with spaces its words, without their plural; of Chinese its characters, which carry meaning each.
 */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const [part] of withKeptForms(text.toLowerCase()).matchAll(/\p{Script=Han}|[\p{L}\p{N}]+/gu)) {
    if (han.test(part)) for (const character of part) words.push(character);
    else words.push(keptForm(part.length > 3 ? singular(part) : part));
  }
  return words;
}

/** The words of an id: `motherIdCard` and `mother-id-card` have the same, and so have `idNo` and `idNumber`. */
export function wordsOfId(id: string): string[] {
  const apart = id.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
  const words = wordsIn(apart);
  const telling = words.filter((word) => !functionWords.has(word));
  // "from" and "of" tell nothing beside other words, and everything where nothing else is there.
  return telling.length === 0 ? words : telling;
}

/** The ids that have the very words of a name, in whatever order and form: `birthDate` of `dateOfBirth`. */
export function sameWords(name: string, ids: Iterable<string>): string[] {
  const key = (id: string) => [...new Set(wordsOfId(id))].sort().join(' ');
  const wanted = key(name);
  return [...ids].filter((id) => id !== name && key(id) === wanted);
}

/** Without the plural: of "status" and "address" the end is part of the word. */
function singular(word: string): string {
  return word.replace(/(?<![su])s$/, '');
}
