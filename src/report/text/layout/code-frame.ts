import type { Location } from '../../../diagnostics/index.js';
import { printable } from './printable.js';
import { widthOf } from './wrap-text.js';

/** A line of a document with a mark below the place that is meant. */
export interface CodeFrame {
  lineNumber: number;
  line: string;
  /** Spaces and carets; wide characters count as two columns. */
  mark: string;
}

/** Of a longer line only the surroundings of the place are shown. */
const mostColumns = 120;

/**
 * The line that a location stands in, with carets below its range; of a range over several lines, the first.
 * @param text the text of the file, or undefined where there is none
 * @param caret what the range is marked with
 */
export function codeFrame(at: Location, text: string | undefined, caret = '^'): CodeFrame | undefined {
  if (text === undefined || at.range === undefined) return undefined;
  const { start, end } = at.range;
  const from = text.lastIndexOf('\n', start.offset - 1) + 1;
  const next = text.indexOf('\n', from);
  const line = text.slice(from, next < 0 ? undefined : next).replace(/\r$/, '');
  if (line.trim() === '') return undefined;
  const first = start.offset - from;
  const last = Math.max(first, Math.min(end.offset - from, line.trimEnd().length));
  const before = shownBefore(line.slice(0, first));
  const marked = shown(line.slice(first, last));
  const after = shown(line.slice(last));
  const room = Math.max(0, mostColumns - widthOf(before) - widthOf(marked));
  return {
    lineNumber: start.line,
    line: before + clipped(marked, mostColumns) + clipped(after, room),
    mark: ' '.repeat(widthOf(before)) + caret.repeat(Math.max(1, Math.min(widthOf(marked), mostColumns))),
  };
}

/** A tab would take as many columns as the terminal likes. */
function shown(text: string): string {
  return printable(text.replaceAll('\t', '  '));
}

function shownBefore(text: string): string {
  const whole = shown(text);
  if (widthOf(whole) <= mostColumns / 2) return whole;
  const tail = [...whole].slice(-mostColumns / 2).join('');
  return `…${tail}`;
}

function clipped(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let used = 0;
  let kept = '';
  for (const letter of text) {
    used += widthOf(letter);
    if (used > columns - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}
