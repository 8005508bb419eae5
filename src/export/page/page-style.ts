/**
 * The style sheet of a page: fonts of the reader's own system, light and dark, from 360 pixels up, and on paper.
 * Contrasts are at least 7:1 for text and 4.5:1 for what is muted (WCAG 2.2, success criteria 1.4.3 and 1.4.6).
 */
export const pageStyle = `
:root { --paper: #fff; --ink: #1b1f24; --soft: #4a5360; --line: #c9d1d9; --tint: #f4f6f9; --accent: #0b4f9e; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171b; --ink: #e8ebef; --soft: #b3bcc7; --line: #3b434d; --tint: #1d2228; --accent: #8ec1ff; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
header { padding-top: 2.5rem; border-top: .4rem solid var(--accent); }
h1 { margin: 0 0 .5rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); line-height: 1.25; }
h2 { margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); font-size: 1.4rem; line-height: 1.3; }
h3 { margin: 1.5rem 0 .4rem; font-size: 1.1rem; line-height: 1.4; }
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
summary { cursor: pointer; list-style-position: outside; margin-inline-start: 1.1em; }
summary > h2, summary > h3, summary > h4 { display: inline-block; margin-top: .5rem; }
summary > h2 { margin-top: 2rem; width: calc(100% - 1.1em); }
p { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, main:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: 0; }
.muted { color: var(--soft); font-weight: 400; }
nav ol { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.5rem 0 0; padding: .75rem 1rem; list-style: none; background: var(--tint); border-radius: .5rem; }
nav a { display: inline-block; padding: .25rem 0; }
ul, ol { margin: .5rem 0; padding-left: 1.4rem; }
li { margin: .3rem 0; }
li > ul { margin: .1rem 0; color: var(--soft); }
dl { margin: .75rem 0; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
dl > div:first-child { border-top: 1px solid var(--line); }
dt { grid-row: 1 / span 20; color: var(--soft); font-weight: 600; }
dd { grid-column: 2; margin: 0; }
table { width: 100%; margin: .75rem 0 1.25rem; border-collapse: collapse; font-size: .95rem; line-height: 1.5; }
caption { padding: .25rem 0 .5rem; text-align: start; color: var(--soft); }
th, td { padding: .55rem .75rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--tint); }
tbody th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.line { display: block; }
.line + .line { margin-top: .25rem; }
td .line:not(:only-child) { padding-inline-start: .9em; text-indent: -.9em; }
@media print, (min-width: 46.01rem) {
  .share-1 { width: 8.33%; } .share-2 { width: 16.66%; } .share-3 { width: 25%; }
  .share-4 { width: 33.33%; } .share-5 { width: 41.66%; } .share-6 { width: 50%; }
  /* So that words of usual length are not broken, though very long ones are. */
  td:not(.number), tbody th { min-width: 8em; }
}
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media screen and (max-width: 46rem) {
  body { padding: 0 1rem 2rem; }
  header { padding-top: 1.5rem; }
  dl > div { display: block; }
  table, tbody, tr, td, tbody th, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { margin: 0 0 .75rem; border: 1px solid var(--line); border-radius: .4rem; overflow: hidden; }
  td, tbody th { border: 0; padding: .4rem .75rem; }
  tbody th { background: var(--tint); text-align: start; white-space: normal; }
  td::before { content: attr(data-title); display: block; color: var(--soft); font-size: .85rem; font-weight: 600; }
  td[data-empty] { display: none; }
  td.number { display: flex; justify-content: space-between; gap: 1rem; white-space: normal; }
}
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #888; --tint: #eee; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  header { padding-top: 0; border-top: 0; }
  h2 { margin-top: 1.6rem; }
  h2, h3, h4, caption { break-after: avoid-page; }
  nav, .skip { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; margin-inline-start: 0; }
  th, td { padding: .3rem .5rem; }
  dl > div { padding: .2rem 0; }
  tr, li, dl > div { break-inside: avoid-page; }
  /* Neither a heading with what introduces it, nor the first or last line of a list, stands alone on a sheet. */
  h2 + p, h3 + p, h4 + p, dl > div:first-child { break-after: avoid-page; }
  dl > div:last-child, tbody tr:last-child { break-before: avoid-page; }
  table:has(th.number + th.number), dl:not(:has(> div:nth-child(7))) { break-inside: avoid-page; }
  thead { display: table-header-group; break-after: avoid-page; }
  tbody tr:first-child { break-before: avoid-page; }
  a { color: inherit; text-decoration: none; }
  main a[href^="http"]::after, footer a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; word-break: break-all; }
}
`;
