import { own } from '../base/index.js';
import type { Arg, Args, Message } from './argument.js';
import type { MessageEntry } from './entry.js';
import type { Language } from './language.js';
import { listInWords } from './list-in-words.js';
import { textIn } from './text.js';

/** The entry of a message within another; undefined where nobody knows its code: it is then said as it came, in English. */
export type FindEntry = (message: { code: string; variant?: string }) => MessageEntry | undefined;

/** A message within a message within a message: no message of ours is deeper; one from outside may be. */
const deepest = 12;

const marks: Readonly<Record<Language, readonly [string, string]>> = { en: ['"', '"'], zh: ['“', '”'] };

/** How a message is put into words. */
export interface Wording {
  language: Language;
  find: FindEntry;
}

/** The text of an entry with its arguments. */
export function fillEntry(
  entry: MessageEntry,
  args: Args,
  wording: Wording,
  depth = 0,
  isPart = false,
): string {
  const template = templateOf(entry, args, wording.language);
  return fillTemplate(isPart ? withoutStop(template) : template, args, wording, { depth, isPart });
}

function templateOf({ en, zh }: MessageEntry, args: Args, language: Language): string {
  if (language === 'zh') return zh;
  if (typeof en === 'string') return en;
  return own(args, 'count') === 1 ? en.one : en.other;
}

/**
 * Puts arguments into a text, each once and as it is. In Chinese a space stands between Chinese and Latin letters, and
 * none beside a quotation mark that an argument brings. A sentence within a sentence loses its full stop.
 */
function fillTemplate(
  template: string,
  args: Args,
  wording: Wording,
  at: { depth: number; isPart: boolean },
): string {
  return template.replace(
    /( ?)\{([A-Za-z]+)\}( ?)/g,
    (whole, before: string, name: string, after: string, offset: number) => {
      const arg = own(args, name);
      if (arg === undefined) return whole;
      const isLast = !at.isPart && offset + whole.length === template.length;
      const value = argInWords(arg, wording, at.depth, isLast);
      if (wording.language === 'en') return `${before}${value}${after}`;
      return `${value.startsWith('“') ? '' : before}${value}${value.endsWith('”') ? '' : after}`;
    },
  );
}

function argInWords(arg: Arg, wording: Wording, depth: number, isLast: boolean): string {
  if (typeof arg !== 'object') return String(arg);
  if ('literal' in arg) return arg.literal;
  if ('name' in arg) return quoted(arg.name, wording.language);
  if ('text' in arg) return textIn(arg.text, wording.language) ?? '';
  if (depth === deepest) return '…';
  if ('list' in arg) {
    const words = arg.list.map((part) =>
      typeof part === 'string' ? quoted(part, wording.language) : argInWords(part, wording, depth + 1, false),
    );
    return listInWords(words, arg.by, wording.language);
  }
  const entry = wording.find(arg);
  if (entry !== undefined) return fillEntry(entry, arg.args, wording, depth + 1, !isLast);
  return isLast || endsInArgument(arg) ? arg.message : withoutStop(arg.message);
}

function withoutStop(text: string): string {
  return text.replace(/[.。]$/, '');
}

/** Is the last thing that a message says what it was given? Then its full stop is the author's. */
function endsInArgument({ message, args }: Message): boolean {
  return Object.values(args).some((arg) => endsWith(message, arg));
}

function endsWith(message: string, arg: Arg | undefined): boolean {
  if (typeof arg === 'string') return arg !== '' && message.endsWith(arg);
  if (typeof arg !== 'object') return false;
  if ('literal' in arg) return endsWith(message, arg.literal);
  if ('text' in arg) return endsWith(message, textIn(arg.text, 'en'));
  if ('list' in arg) return endsWith(message, arg.list.at(-1));
  return 'code' in arg && message.endsWith(arg.message) && endsInArgument(arg);
}

function quoted(text: string, language: Language): string {
  const [open, close] = marks[language];
  return `${open}${text}${close}`;
}
