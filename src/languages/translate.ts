import { codes } from '../diagnostics/index.js';
import type { CodeEntry } from '../diagnostics/index.js';

import { fillEntry, valueKindMessages } from '../messages/index.js';
import type { Language, MessageEntry } from '../messages/index.js';
import { documentMessages, yamlMessages } from '../documents/messages.js';
import { valueMessages } from '../schema/explain/messages.js';
import { findingPhrases } from './phrases/findings.js';
import { usagePhrases } from './phrases/usage.js';
import type { Phrase } from './phrases/phrase.js';

/** Every sentence, and part of one, that rooms below put together in English. */
export const phrases: readonly Phrase[] = [...findingPhrases, ...usagePhrases];

/**
 * A longer text is not looked up: what a catalogue puts into a sentence may be of any length, and a pattern with two
 * open places takes time that grows with its square.
 */
const longest = 4000;
/** How deep a sentence within a sentence is looked up. */
const deepest = 10;

/** A sentence may carry what a finding says, or what a value does not meet. */
function codePhrases(): Phrase[] {
  const told = Object.values<MessageEntry>({
    ...valueMessages,
    ...valueKindMessages,
    ...yamlMessages,
    ...documentMessages,
  });
  return [
    ...Object.values<CodeEntry>(codes).map(({ message, zh }): Phrase => [message, zh]),
    ...told.map(({ en, zh }): Phrase => [en as string, zh]),
  ];
}

interface Pattern {
  expression: RegExp;
  /** What stands between quotes is a name, and is said as it is. */
  parts: { name: string; isQuoted: boolean }[];
  zh: string;
  /** It says nothing itself: it stands between sentences of ours, or this is none. */
  joins: boolean;
}

interface Lookup {
  whole: ReadonlyMap<string, string>;
  patterns: readonly Pattern[];
}

let lookup: Lookup | undefined;

/**
 * A text that the engine put together in English, in another language. What has no translation stays as it is: names,
 * values, and the words of a document.
 */
export function translate(text: string, language: Language): string {
  return language === 'en' ? text : translated(text, deepest);
}

function translated(text: string, depth: number): string {
  if (depth === 0 || text.length > longest) return text;
  const known = found(text, depth);
  // eslint-disable-next-line no-restricted-syntax -- a sentence, no key
  if (known !== undefined || text.endsWith('.')) return known ?? text;
  // Within another, a sentence has lost its full stop.
  // eslint-disable-next-line no-restricted-syntax -- a sentence, no key
  const sentence = found(`${text}.`, depth);
  return sentence?.endsWith('。') === true ? sentence.slice(0, -1) : text;
}

function found(text: string, depth: number): string | undefined {
  lookup ??= lookupOf([...phrases, ...codePhrases()]);
  const whole = lookup.whole.get(text) ?? quotedList(text);
  if (whole !== undefined) return whole;
  for (const { expression, parts, zh, joins } of lookup.patterns) {
    const match = expression.exec(text);
    if (match === null) continue;
    const args: Record<string, string> = {};
    for (const [index, { name, isQuoted }] of parts.entries()) {
      const part = match[index + 1]!;
      args[name] = isQuoted ? part : translated(part, depth - 1);
    }
    if (joins && parts.every(({ name }, index) => args[name] === match[index + 1])) continue;
    return fillEntry({ en: zh, zh }, args, { language: 'zh', find: () => undefined });
  }
  return undefined;
}

/** `"a", "b" or "c"` */
const quotedNames = /^"[^"]*"(?:(?:, | or | and )"[^"]*")*$/;
const between: Readonly<Record<string, string>> = { ',': '、', or: '或', and: '和' };

function quotedList(text: string): string | undefined {
  if (!quotedNames.test(text)) return undefined;
  return text.replaceAll(
    /"([^"]*)"(?: ?(,|or|and) )?/g,
    (_, name: string, by?: string) => `“${name}”${by === undefined ? '' : between[by]!}`,
  );
}

function lookupOf(phrases: readonly Phrase[]): Lookup {
  const plain = phrases.filter(([en]) => !en.includes('{'));
  const open = phrases.filter(([en]) => en.includes('{'));
  // The one that says most comes first: "{a} or {b}" would also fit what a longer sentence says better.
  const literal = ([en]: Phrase) => en.replaceAll(placeholder, '').length;
  open.sort((a, b) => literal(b) - literal(a));
  return { whole: new Map(plain), patterns: open.map(patternOf) };
}

const placeholder = /\{([A-Za-z]+)\}/g;

/** Any text, in which what stands between quotes stays together: a value is never taken apart. */
const anything = '((?:[^"]|"(?:[^"\\\\]|\\\\.)*")+?)';
const unquoted = '([^"]*?)';
/** What a place looks like tells it from the sentence around it. */
const places: Readonly<Record<string, string>> = { place: '([^"()]+)', position: '(\\S+:\\d+:\\d+)' };

function patternOf([en, zh]: Phrase): Pattern {
  const pieces = en.split(placeholder);
  const isWithin = (index: number, mark: string) =>
    pieces[index - 1]!.endsWith(mark) && pieces[index + 1]!.startsWith(mark);
  const isQuoted = (index: number) => isWithin(index, '"') || isWithin(index, "'");
  const source = pieces
    .map((piece, index) => {
      if (index % 2 === 0) return piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      return isWithin(index, '"') ? unquoted : (places[piece] ?? anything);
    })
    .join('');
  const parts = pieces.flatMap((name, index) =>
    index % 2 === 1 ? [{ name, isQuoted: isQuoted(index) }] : [],
  );
  return {
    expression: new RegExp(`^${source}$`, 'su'),
    parts,
    zh,
    joins: !/\p{L}/u.test(pieces.filter((_, index) => index % 2 === 0).join('')),
  };
}
