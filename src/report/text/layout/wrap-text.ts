import { assertArguments } from '../../../messages/index.js';
import stringWidth from 'string-width';

/** Columns that a text takes on a terminal: wide characters take two. */
export function widthOf(text: string): number {
  assertArguments('widthOf', { text: 'text' }, { text });
  return stringWidth(text);
}

/** Marks that end what stands before them, and marks that open what follows (GB/T 15834-2011, section 5.1). */
const closing = '，。；：、！？）》〉」』】”’';
const opening = '（《〈「『【“‘';
/** Where a line may end: at white space, and on either side of a Chinese, Japanese or Korean character. */
const wide =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3000-\\u303f\\uff00-\\uff60';
const piece = new RegExp(
  `\\s+|[${opening}]*(?:(?![${closing}])[${wide}]|(?:(?![${opening}${closing}])[^\\s${wide}])+)?[${closing}]*`,
  'gu',
);

/** The text in lines of at most so many columns. A word that is longer than a line stays whole. */
export function wrapText(text: string, columns: number): string[] {
  assertArguments('wrapText', { text: 'text', columns: 'columns' }, { text, columns });
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [part] of text.matchAll(piece)) {
    if (part === '') continue;
    const width = widthOf(part);
    if (used > 0 && used + width > columns) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (used === 0 && part.trim() === '') continue;
    line += part;
    used += width;
  }
  if (used > 0 || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}
