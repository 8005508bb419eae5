import type { repairMessages } from './messages.js';

/** A line as it was probably meant, and what was wrong with it. */
export interface Repair {
  /** Where the fault stands in the text. */
  at: number;
  /** The line as it should be, without its indent. */
  line: string;
  reason: keyof typeof repairMessages;
}

/** A way to repair a line: what it becomes; undefined where it has not this fault. */
type Mend = (line: string, before: readonly string[]) => string | undefined;

/** Each try reads the whole text: of a longer one nothing is tried. */
const longestText = 200_000;

/** How many lines above its mistake a reader of YAML may notice it. */
const linesAbove = 3;

/** What a Chinese keyboard or a word processor writes for the signs of YAML. */
const wideSigns = new Map([
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
]);

const replacing =
  (pattern: RegExp, by: string | ((...parts: string[]) => string)): Mend =>
  (line) => {
    const mended = typeof by === 'string' ? line.replace(pattern, by) : line.replace(pattern, by);
    return mended === line ? undefined : mended;
  };

/** An indent that fits neither the line above nor any other is a slip: that of the line above, or of one further up. */
const reindented: Mend[] = [0, 1, 2].map((above) => (line, before) => {
  const own = indentOf(line);
  const indents = [...new Set([...before].reverse().map(indentOf))].filter((indent) => indent !== own);
  const indent = indents[above];
  return indent === undefined ? undefined : ' '.repeat(indent) + line.trimStart();
});

/** In the order in which they are tried: what leaves no doubt comes first. */
const mends: readonly (readonly [Repair['reason'], Mend])[] = [
  ['yaml.chinese-colon', replacing(/^((?:[ ]*- +)*[ ]*[\p{L}\p{N}_.-]+)：\s*/u, '$1: ')],
  ['yaml.wide-sign', replacing(/[｛｝［］【】]/gu, (sign) => wideSigns.get(sign)!)],
  ['yaml.wide-comma', replacing(/(?<=[{[].*)\s*[，、]\s*/gu, ', ')],
  [
    'yaml.wide-space',
    replacing(/^[\s\u3000]*\u3000[\s\u3000]*/u, (space) => space.replaceAll('\u3000', '  ')),
  ],
  ['yaml.wide-space', replacing(/(?<=^(?:[ ]*- +)*[ ]*[\p{L}\p{N}_.-]+:)[ ]*\u3000\s*/u, ' ')],
  ['yaml.curly-quotes', replacing(/[“”]/gu, '"')],
  ['yaml.curly-quotes', replacing(/[‘’]/gu, "'")],
  ['yaml.tab', replacing(/^[ ]*\t[\t ]*/, (space) => space.replaceAll('\t', '    '))],
  ['yaml.dash', replacing(/^(\s*)[–—－]\s*(?=[\p{L}{"'])/u, '$1- ')],
  ['yaml.no-space-after-dash', replacing(/^(\s*)-(?=[\p{L}{"'])/u, '$1- ')],
  ['yaml.no-space-after-colon', replacing(/^((?:[ ]*- +)*[ ]*[\p{L}\p{N}_-]+):(?=[^\s:])/u, '$1: ')],
  ['yaml.quote-open', (line) => unclosedQuote(line)],
  ['yaml.bracket-open', (line) => unclosedBracket(line)],
  [
    'yaml.needs-quotes',
    replacing(
      /^((?:[ ]*- +)*[ ]*[\p{L}\p{N}_.-]+: +)([^"'{[|>&*!].*: .*)$/u,
      (_, key, text) => `${key}${JSON.stringify(text)}`,
    ),
  ],
  [
    'yaml.needs-quotes',
    replacing(/(?<=(?::|-|,|\[)\s+)[@`%][^,}\]]*/gu, (text) => JSON.stringify(text.trim())),
  ],
];

/** What is tried where no sign is wrong on any of the lines. */
const indents: readonly (readonly [Repair['reason'], Mend])[] = reindented.map((mend) => [
  'yaml.indent',
  mend,
]);

/**
 * The slip of typing by which a text cannot be read: one at or shortly before the place where reading stopped, with which
 * mended reading comes further.
 * @param failsAt where reading a text stops; undefined where it does not
 */
export function findRepair(
  text: string,
  stopped: number,
  failsAt: (text: string) => number | undefined,
): Repair | undefined {
  if (text.length > longestText) return undefined;
  const reading = { text, stopped, failsAt };
  return findAmong(mends, reading) ?? findAmong(indents, reading);
}

interface Reading {
  text: string;
  stopped: number;
  failsAt: (text: string) => number | undefined;
}

type Mends = typeof mends;

function findAmong(tried: Mends, reading: Reading): Repair | undefined {
  const { text, stopped } = reading;
  let end = text.indexOf('\n', stopped);
  if (end < 0) end = text.length;
  for (let above = 0; above <= linesAbove && end >= 0; above++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).replace(/\r$/, '');
    const repair = repairOf(tried, { start, end, line }, reading);
    if (repair !== undefined) return repair;
    end = start - 1;
  }
  return undefined;
}

function repairOf(
  tried: Mends,
  { start, end, line }: { start: number; end: number; line: string },
  { text, stopped, failsAt }: Reading,
): Repair | undefined {
  if (line.trim() === '') return undefined;
  const before = text
    .slice(0, start)
    .split('\n')
    .filter((one) => one.trim() !== '')
    .slice(-12);
  const stoppedBehind = text.indexOf('\n', stopped);
  for (const [reason, mend] of tried) {
    const mended = mend(line, before);
    if (mended === undefined) continue;
    const further = failsAt(text.slice(0, start) + mended + text.slice(end));
    const shift = mended.length - (end - start);
    // Beyond the line at which reading stopped, or to the end.
    const isFurther =
      further === undefined || (stoppedBehind >= 0 && further > stoppedBehind + Math.max(0, shift) + 1);
    if (isFurther) return { at: start + firstDifference(line, mended), line: mended.trim(), reason };
  }
  return undefined;
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length - 1 && one[index] === other[index]) index++;
  return index;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function unclosedQuote(line: string): string | undefined {
  const quotes = line.match(/(?<!\\)"/g)?.length ?? 0;
  return quotes % 2 === 1 ? `${line.trimEnd()}"` : undefined;
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

function unclosedBracket(line: string): string | undefined {
  const open: string[] = [];
  for (const sign of line.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (closing[sign] !== undefined) open.push(closing[sign]);
    else if (sign === open.at(-1)) open.pop();
  }
  return open.length === 0 ? undefined : `${line.trimEnd()} ${open.reverse().join(' ')}`;
}
