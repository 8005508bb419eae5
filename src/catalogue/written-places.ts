import { appendTo, pointer, tokensOf } from '../base/index.js';
import type { Diagnostic, Location } from '../diagnostics/index.js';
import type { ParsedDocument } from '../documents/index.js';

/**
 * From a pointer into a document without its broken list items to one into the value as it is written: an item that
 * follows a broken one has a lower number in the document.
 * @param dropped the items that are left out, as pointers into the value as written
 */
export function writtenPointer(way: string, dropped: readonly string[]): string {
  const byList = new Map<string, number[]>();
  for (const one of dropped) {
    const end = one.lastIndexOf('/');
    const list = one.slice(0, end);
    appendTo(byList, list, Number(one.slice(end + 1)));
  }
  let written = '';
  for (const token of tokensOf(way)) {
    const left = [...(byList.get(written) ?? [])].sort((a, b) => a - b);
    written += pointer(left.reduce<string | number>(behind, token));
  }
  return written;
}

function behind(index: string | number, gone: number): string | number {
  return Number(index) >= gone ? Number(index) + 1 : index;
}

/** Adds to a finding where its place and the places of its fixes stand in the text. */
export function addRanges(diagnostic: Diagnostic, { locate }: ParsedDocument): void {
  const add = (at: Location): void => {
    const range = locate(at.pointer, at.on);
    if (range !== undefined) at.range = range;
  };
  add(diagnostic.at);
  for (const { edits } of diagnostic.fixes ?? []) for (const { at } of edits) add(at);
}
