import { sourceHash, visible } from '../../base/index.js';
import { isWebAddress } from './page.js';
import type { Block, Chapter, Column, Item, Line, Page, Piece } from './page.js';
import { pageStyle } from './page-style.js';

/**
 * A page as one HTML document that needs nothing beside it: no script, no font, no image, no network. A content
 * security policy (CSP Level 3) allows its own style sheet, by hash, and nothing else, so that not even a mistake in
 * the escaping of a title could run or load anything.
 */
export function pageHtml(page: Page): string {
  const { locale, title, lead, chapters, contents, skip, foot, meta } = page;
  const policy = `default-src 'none'; style-src '${sourceHash(pageStyle)}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    ...Object.entries(meta).map(
      ([name, value]) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(value)}">`,
    ),
    `<title>${escapeHtml(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#guide">${escapeHtml(skip)}</a>`,
    `<header><h1>${escapeHtml(title)}</h1>`,
    ...lead.map((block) => blockHtml(block, 2)),
    '</header>',
    `<nav aria-label="${escapeHtml(contents)}"><ol>`,
    ...chapters.map(({ id, title: name }) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`),
    '</ol></nav>',
    '<main id="guide" tabindex="-1">',
    ...chapters.map(chapterHtml),
    '</main>',
    `<footer><p>${lineHtml(foot)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Text as HTML that says just that, within an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replaceAll(/[&<>"'`]/g, (mark) => `&#${mark.codePointAt(0)};`);
}

function chapterHtml({ id, title, blocks, isFolded }: Chapter): string {
  const inner = blocks.map((block) => blockHtml(block, 3));
  return [
    `<section aria-labelledby="${id}">`,
    ...foldedHtml(`<h2 id="${id}">${escapeHtml(title)}</h2>`, inner, isFolded),
    '</section>',
  ].join('\n');
}

/** A heading and what stands under it, which opens and closes by the heading where it is folded (HTML, 4.11.1). */
function foldedHtml(heading: string, inner: readonly string[], isFolded = false): string[] {
  return isFolded ? [`<details><summary>${heading}</summary>`, ...inner, '</details>'] : [heading, ...inner];
}

function pieceHtml({ text, strong, muted, url }: Piece): string {
  const escaped = escapeHtml(text);
  const shown = strong === true ? `<strong>${escaped}</strong>` : escaped;
  const held = muted === true ? `<span class="muted">${shown}</span>` : shown;
  if (url === undefined || !isWebAddress(url)) return held;
  return `<a href="${escapeHtml(new URL(url).href)}" rel="noreferrer noopener">${held}</a>`;
}

function lineHtml(line: Line): string {
  return line.map(pieceHtml).join(' ');
}

function blockHtml(block: Block, level: number): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lineHtml(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered === true ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map(itemHtml).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return tableHtml(block);
    case 'facts':
      return `<dl>\n${block.facts.map(factHtml).join('\n')}\n</dl>`;
    case 'part':
      return [
        '<div class="part">',
        ...foldedHtml(
          `<h${level}>${escapeHtml(block.title)}</h${level}>`,
          block.blocks.map((inner) => blockHtml(inner, level + 1)),
          block.isFolded,
        ),
        '</div>',
      ].join('\n');
  }
}

function itemHtml({ line, more = [] }: Item): string {
  const inner = more.map((one) => `<li>${lineHtml(one)}</li>`).join('');
  return `<li>${lineHtml(line)}${inner === '' ? '' : `<ul>${inner}</ul>`}</li>`;
}

function factHtml({ term, lines }: { term: string; lines: readonly Line[] }): string {
  const values = lines.map((line) => `<dd>${lineHtml(line)}</dd>`).join('');
  return `<div><dt>${escapeHtml(term)}</dt>${values}</div>`;
}

/**
 * On a narrow screen a row becomes a card: each cell carries the title of its column, and the roles keep the table a
 * table for those who do not see it.
 */
function tableHtml({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const heads = columns.map((column) => {
    const classes = [
      ...(column.isNumber === true ? ['number'] : []),
      ...(column.share === undefined ? [] : [`share-${column.share}`]),
    ];
    const attribute = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
    return `<th role="columnheader" scope="col"${attribute}>${escapeHtml(column.title)}</th>`;
  });
  const body = rows.map((cells) => {
    const held = cells.map((lines, index) => cellHtml(lines, index, columns[index]!));
    return `<tr role="row">${held.join('')}</tr>`;
  });
  return [
    `<table role="table"><caption>${escapeHtml(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>`,
    `<tbody role="rowgroup">`,
    ...body,
    '</tbody></table>',
  ].join('\n');
}

function cellHtml(lines: readonly Line[], index: number, { title, isNumber }: Column): string {
  const text = lines.map((line) => `<span class="line">${lineHtml(line)}</span>`).join(' ');
  const numeric = isNumber === true ? ' class="number"' : '';
  if (index === 0) return `<th role="rowheader" scope="row"${numeric}>${text}</th>`;
  const empty = lines.length === 0 ? ' data-empty' : '';
  return `<td role="cell" data-title="${escapeHtml(title)}"${numeric}${empty}>${text}</td>`;
}
