import { fill } from '../diagnostics/index.js';
import type { Language } from './message.js';
import { findingPhrases } from './phrases/findings.js';
import { runningPhrases } from './phrases/running.js';
import { usagePhrases } from './phrases/usage.js';
import type { Phrase } from './phrases/phrase.js';

/**
 * A longer text is not looked up: what a catalogue puts into a sentence may be of any length, and a pattern with two
 * open places takes time that grows with its square.
 */
const longest = 4000;
/** How deep a sentence within a sentence is looked up. */
const deepest = 4;

interface Pattern {
  expression: RegExp;
  names: string[];
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
  lookup ??= lookupOf([...findingPhrases, ...runningPhrases, ...usagePhrases]);
  const whole = lookup.whole.get(text);
  if (whole !== undefined) return whole;
  const names = quotedList(text);
  if (names !== undefined) return names;
  for (const { expression, names: parts, zh, joins } of lookup.patterns) {
    const found = expression.exec(text);
    if (found === null) continue;
    const args: Record<string, string> = {};
    for (const [index, name] of parts.entries()) args[name] = translated(found[index + 1]!, depth - 1);
    if (joins && parts.every((name, index) => args[name] === found[index + 1])) continue;
    return fill(zh, args);
  }
  return text;
}

/** `"a", "b" or "c"` */
const quotedNames = /^"[^"]*"(?:(?:, | or | and )"[^"]*")+$/;

function quotedList(text: string): string | undefined {
  if (!quotedNames.test(text)) return undefined;
  return text.replaceAll('", "', '"、"').replaceAll('" or "', '" 或 "').replaceAll('" and "', '" 和 "');
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

function patternOf([en, zh]: Phrase): Pattern {
  const parts = en.split(placeholder);
  const source = parts
    .map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      const isQuoted = parts[index - 1]!.endsWith('"') && parts[index + 1]!.startsWith('"');
      return isQuoted ? unquoted : anything;
    })
    .join('');
  const names = parts.filter((_, index) => index % 2 === 1);
  return {
    expression: new RegExp(`^${source}$`, 'su'),
    names,
    zh,
    joins: !/\p{L}/u.test(parts.filter((_, index) => index % 2 === 0).join('')),
  };
}
