import { visible } from './visible.js';

/** Nobody sees it, and no word ends or begins at it. */
const wordJoiner = '\u2060';

/**
 * Text as Markdown that says just that (CommonMark 0.31, section 2.4; GitHub Flavored Markdown 0.29). Marks are escaped
 * wherever they could mean something, those of GitHub as well: addresses that become links by themselves, and formulas.
 * Line breaks, which could begin a block, become spaces.
 *
 * GitHub looks for mentions and numbers of issues in the finished page, where no backslash is left: there a word joiner
 * keeps the mark apart from the name.
 */
export function escapeMarkdown(text: string): string {
  const marked = visible(text)
    .replaceAll(/[\\`*_{}[\]<>|~&$@]/g, (mark) => `\\${mark}`)
    .replaceAll(/#(?=\d)/g, `\\#${wordJoiner}`)
    .replaceAll(/(?<![\p{L}\p{N}])\\@(?=[\p{L}\p{N}])/gu, `\\@${wordJoiner}`)
    .replaceAll(/:(?=\/\/)|(?<=\bwww)\./gi, (mark) => `\\${mark}`);
  // At its beginning a line can become a heading, a list or a rule; a heading can end in marks as well.
  return marked
    .replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'))
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
