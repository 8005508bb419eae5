import type { Location } from '../../../diagnostics/index.js';

/** `file:line:column`, which editors and terminals can open. */
export function placeText({ file, range, pointer }: Location): string {
  if (range === undefined) return pointer === '' ? file : `${file} ${pointer}`;
  return `${file}:${range.start.line}:${range.start.column}`;
}
