import { appendTo, canonicalJson, groupBy } from '../base/index.js';
import type { Diagnostic, Edit, Fix } from '../diagnostics/index.js';

/** A fix that can be written into texts, and the finding that it mends. */
export interface ReadyFix {
  diagnostic: Diagnostic;
  fix: Fix;
}

/** A text with edits written into it, and where they stand in it now. */
export interface EditedText {
  text: string;
  /** The stretches that the edits put in, by UTF-16 offsets; `end` is behind the last. */
  places: { start: number; end: number }[];
}

/**
 * The fixes that are known to be right: a finding that offers one way, whose every edit has a place in a file that may be
 * written. Of fixes that would touch the same place, the first.
 * @param mayEdit says which files belong to the catalogue itself
 */
export function readyFixes(
  diagnostics: readonly Diagnostic[],
  mayEdit: (file: string) => boolean,
): ReadyFix[] {
  const taken = new Map<string, { start: number; end: number }[]>();
  const ready: ReadyFix[] = [];
  for (const diagnostic of diagnostics) {
    const [fix, ...others] = diagnostic.fixes ?? [];
    if (fix === undefined || others.length > 0) continue;
    const isWhole = fix.edits.every(
      ({ at, text }) => at.range !== undefined && text !== undefined && mayEdit(at.file),
    );
    if (!isWhole || fix.edits.some((edit) => overlaps(edit, taken))) continue;
    for (const { at } of fix.edits) {
      const { start, end } = at.range!;
      appendTo(taken, at.file, { start: start.offset, end: end.offset });
    }
    ready.push({ diagnostic, fix });
  }
  return ready;
}

function overlaps({ at }: Edit, taken: ReadonlyMap<string, { start: number; end: number }[]>): boolean {
  const { start, end } = at.range!;
  return (taken.get(at.file) ?? []).some((other) => other.start < end.offset && start.offset < other.end);
}

/**
 * Writes fixes into texts: nothing but the stretches that the edits are about changes.
 * @param textOf the texts that the places are about
 * @returns the texts that change, by file
 */
export function applyFixes(
  fixes: readonly ReadyFix[],
  textOf: (file: string) => string | undefined,
): Map<string, EditedText> {
  const byFile = groupBy(
    fixes.flatMap(({ fix }) => fix.edits),
    ({ at }) => at.file,
  );
  const edited = new Map<string, EditedText>();
  for (const [file, edits] of byFile) {
    const text = textOf(file);
    if (text !== undefined) edited.set(file, withEdits(text, edits));
  }
  return edited;
}

function withEdits(text: string, edits: readonly Edit[]): EditedText {
  const sorted = [...edits].sort((a, b) => a.at.range!.start.offset - b.at.range!.start.offset);
  const places: EditedText['places'] = [];
  let result = '';
  let done = 0;
  for (const { at, text: written } of sorted) {
    result += text.slice(done, at.range!.start.offset);
    const start = result.length;
    result += written!;
    places.push({ start, end: result.length });
    done = at.range!.end.offset;
  }
  return { text: result + text.slice(done), places };
}

/**
 * Do the edits mend what they should? The findings that they are about must be gone, and nothing new may be wrong where
 * they were made. What comes to light elsewhere, because more of the document can be read now, does not count against them.
 * @param before the findings without the edits
 * @param after the findings with them
 */
export function areMended(
  fixes: readonly ReadyFix[],
  edited: ReadonlyMap<string, EditedText>,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): boolean {
  const known = new Set(before.map(identity));
  const left = new Set(after.map(identity));
  if (fixes.some(({ diagnostic }) => left.has(identity(diagnostic)))) return false;
  return after.every((diagnostic) => {
    const { file, range } = diagnostic.at;
    const places = edited.get(file)?.places;
    if (places === undefined || known.has(identity(diagnostic))) return true;
    if (range === undefined || diagnostic.code.startsWith('documents/')) return false;
    return places.every(({ start, end }) => range.end.offset <= start || end <= range.start.offset);
  });
}

function identity({ code, at, args }: Diagnostic): string {
  return canonicalJson([code, at.file, at.pointer, at.on, args]);
}

/**
 * The largest part of the fixes that is found to mend, by halving what does not.
 * @param mends tries fixes out, all of them together
 */
export function mendingFixes(
  fixes: readonly ReadyFix[],
  mends: (fixes: readonly ReadyFix[]) => boolean,
): ReadyFix[] {
  if (fixes.length === 0) return [];
  if (mends(fixes)) return [...fixes];
  if (fixes.length === 1) return [];
  const half = Math.ceil(fixes.length / 2);
  const first = mendingFixes(fixes.slice(0, half), mends);
  const second = mendingFixes(fixes.slice(half), mends);
  const both = [...first, ...second];
  // Each half was tried alone.
  return first.length === 0 || second.length === 0 || mends(both) ? both : first;
}
