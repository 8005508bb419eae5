/** Whatever an author writes goes into every message of the one table as it is, once, in both languages. */
import { describe, expect, test } from 'vitest';
import { codeMessages } from '../../../src/diagnostics/index.js';
import { renderIn } from '../../../src/languages/index.js';
import { messages } from '../../../src/languages/messages.js';
import { authorText, languages, listOf, literal, messageOf } from '../../../src/messages/index.js';
import type { Arg, MessageEntry } from '../../../src/messages/index.js';
import { englishWordsIn } from './english-words.js';

const table: readonly [key: string, entry: MessageEntry][] = Object.entries<MessageEntry>({
  ...codeMessages(),
  ...messages,
});

/** Names, values and words of authors: what could be taken for a sentence, a place, a quotation or an instruction. */
const hostile = {
  'a part of a sentence of ours': 'a list',
  'a kind of document': 'block',
  'a sentence of ours': 'Did you mean "a" or "b"?',
  'a place of an argument': '{count} {names} {what}',
  'what a replacement reads': "$& $1 $` $' $$ $<name>",
  quotes: '"“x” \'y\' »z«"',
  'a separator of lists': 'x; y, z and w → v',
  Chinese: '文本，以及“列表”。',
  'from right to left': '\u202Eשלום עולם\u202C',
  'line breaks': 'one\ntwo\r\n\tthree',
  'a sentence with its full stop': 'Whatever it says.',
  long: 'long '.repeat(3_000),
  nothing: '',
} as const;

const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name!)),
];
const templateOf = ({ en }: MessageEntry): string => (typeof en === 'string' ? en : en.other);
/** Every way in which an argument may hold a text. */
const ways: Readonly<Record<string, (text: string) => Arg>> = {
  'as a quoted text': (text) => text,
  'as a name': (name) => ({ name }),
  'as it is written': literal,
  'as the words of an author': (text) => authorText({ en: text, zh: text }),
  'in a list': (text) => listOf([text, literal(text), { name: text }], 'or'),
  'within another message': (text) =>
    messageOf('pattern.fault', messages['pattern.fault'], { pattern: literal('x'), fault: literal(text) }),
};
/** Nothing that a document or a template holds. */
const mark = '⟦x⟧';

/** A message with one text in every place, in each language. */
function saidWith(key: string, entry: MessageEntry, argOf: (text: string) => Arg, text: string): string[] {
  const isCounted = typeof entry.en !== 'string';
  const names = namesIn(templateOf(entry));
  const args = Object.fromEntries(
    names.map((name) => [name, name === 'count' && isCounted ? 2 : argOf(text)]),
  );
  return languages.map((language) => renderIn(messageOf(key, entry, args), language));
}

describe.each(Object.entries(ways))('an argument %s', (_, argOf) => {
  test.each(Object.entries(hostile))('is shown as it is: %s', (__, text) => {
    const wrong = table.flatMap(([key, entry]) => {
      const expected = saidWith(key, entry, argOf, mark).map((said) => said.replaceAll(mark, () => text));
      const said = saidWith(key, entry, argOf, text);
      return said.every((one, index) => one === expected[index]) ? [] : [{ key, said, expected }];
    });
    expect(wrong).toEqual([]);
  });
});

/** Keys of documents and names of programs that Chinese messages hold as they are. */
const kept = new Set(
  `key workdays IANA open close weekend build zod basis TAG symbol undefined void Date Map Set Promise File Pointer
  createFormatTable defaultFormats intersect NaN samples GitHub job inputs outputs gives same Infinity`.split(
    /\s+/,
  ),
);

test('no place of an argument stays, and no English stays in Chinese', () => {
  const left = table.flatMap(([key, entry]) => {
    const names = namesIn(templateOf(entry));
    const args = Object.fromEntries(names.map((name) => [name, 7]));
    const [english, chinese] = languages.map((language) => renderIn(messageOf(key, entry, args), language));
    const words = englishWordsIn(chinese!).filter((word) => !kept.has(word));
    return /\{[A-Za-z]+\}/.test(english! + chinese!) || words.length > 0
      ? [`${key}: ${chinese} (${words.join()})`]
      : [];
  });
  expect(left).toEqual([]);
});
