import { escapeMarkdown } from '../../base/index.js';
import { isWebAddress } from './page.js';
import type { Block, Item, Line, Page, Piece } from './page.js';

/** A page as Markdown (CommonMark, with the tables of GitHub). Text of a catalogue stays text. */
export function pageMarkdown(page: Page): string {
  const parts = [
    `# ${escapeMarkdown(page.title)}`,
    ...page.lead.map((block) => blockText(block, 2, page)),
    ...page.chapters.flatMap(({ title, blocks }) => [
      `## ${escapeMarkdown(title)}`,
      ...blocks.map((block) => blockText(block, 3, page)),
    ]),
    '---',
    lineText(page.foot),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function pieceText({ text, strong, url }: Piece): string {
  const escaped = escapeMarkdown(text);
  const shown = strong === true && escaped.trim() !== '' ? `**${escaped.trim()}**` : escaped;
  // An address in angle brackets ends at a bracket, a line break or a space: those are written in percents.
  return url !== undefined && isWebAddress(url) ? `[${shown}](<${encodeAddress(url)}>)` : shown;
}

function encodeAddress(url: string): string {
  return new URL(url).href.replaceAll(/[<>\s\\|]/g, (mark) => encodeURIComponent(mark));
}

function lineText(line: Line): string {
  return line
    .map(pieceText)
    .filter((text) => text !== '')
    .join(' ');
}

function blockText(block: Block, level: number, page: Page): string {
  switch (block.kind) {
    case 'paragraph':
      return lineText(block.line);
    case 'list':
      return (
        block.items
          // eslint-disable-next-line no-restricted-syntax -- the number of an item, no key
          .map((item, index) => itemText(item, block.ordered === true ? `${index + 1}.` : '-'))
          .join('\n')
      );
    case 'table':
      return tableText(block);
    case 'facts':
      return block.facts
        .map(({ term, lines }) =>
          itemText(
            {
              line: [{ text: page.term(term), strong: true }, ...(lines.length === 1 ? lines[0]! : [])],
              more: lines.length === 1 ? [] : lines,
            },
            '-',
          ),
        )
        .join('\n');
    case 'part':
      return [
        `${'#'.repeat(level)} ${escapeMarkdown(block.title)}`,
        ...block.blocks.map((inner) => blockText(inner, level + 1, page)),
      ].join('\n\n');
  }
}

function itemText({ line, more = [] }: Item, mark: string): string {
  const indent = ' '.repeat(mark.length + 1);
  return [`${mark} ${lineText(line)}`, ...more.map((inner) => `${indent}- ${lineText(inner)}`)].join('\n');
}

function tableText({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ title }) => escapeMarkdown(title))),
    row(columns.map(({ isNumber }) => (isNumber === true ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map((lines) => lines.map(lineText).join('<br>')))),
  ].join('\n');
}
