import { deepEqual, escapeToken, isObject, pointer } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { Range } from '../diagnostics/index.js';
import type { ParsedDocument } from '../documents/index.js';
import { yamlOf, yamlOnOneLine, yamlScalar } from './yaml-of.js';

/** A piece of a text, and what comes in its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

interface Target {
  text: string;
  locate: ParsedDocument['locate'];
  edits: Edit[];
}

/** Parts of which the order means something. */
const ordered = new Set(['questions', 'stages']);

/** The same expectation with lists in the order in which they stand already; what is new comes last. */
export function inWrittenOrder(before: JsonObject, now: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(now).map(([part, value]) => {
      const written = before[part];
      if (ordered.has(part) || !Array.isArray(value) || !Array.isArray(written)) return [part, value];
      const has = (list: readonly JsonValue[], item: JsonValue) => list.some((one) => deepEqual(one, item));
      return [
        part,
        [...written.filter((item) => has(value, item)), ...value.filter((item) => !has(written, item))],
      ];
    }),
  );
}

/** A YAML text with lines below the last part of a document. */
export function insertBelowPart(
  { text, locate }: Pick<ParsedDocument, 'locate'> & { text: string },
  document: JsonObject,
  lines: string,
): string {
  const target: Target = { text, locate, edits: [] };
  insertBelow(target, locate(pointer(Object.keys(document).pop()!), 'value')!, [lines]);
  return edited(target);
}

/** A YAML text with another value in one place, in which only what differs is written anew. */
export function editYaml(
  { text, locate }: Pick<ParsedDocument, 'locate'> & { text: string },
  place: string,
  before: JsonValue,
  now: JsonValue,
): string {
  const target: Target = { text, locate, edits: [] };
  edit(target, place, before, now);
  return edited(target);
}

function edited({ text, edits }: Target): string {
  const sorted = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return sorted.reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
}

function edit(target: Target, place: string, before: JsonValue, now: JsonValue): void {
  if (deepEqual(before, now)) return;
  const range = target.locate(place, 'value')!;
  const isFlow = /[[{]/.test(target.text[range.start.offset]!);
  if (!isFlow && isObject(before) && isObject(now) && Object.keys(now).length > 0) {
    editEntries(target, place, before, now);
  } else if (!isFlow && isList(before) && isList(now) && isGrown(before, now)) {
    editItems(target, place, before, now);
  } else replace(target, place, range, isFlow, now);
}

function isList(value: JsonValue): value is JsonValue[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object');
}

/** Some of what was there, in its order, and then what is new. */
function isGrown(before: readonly JsonValue[], now: readonly JsonValue[]): boolean {
  const kept = before.filter((item) => now.includes(item));
  return new Set(before).size === before.length && deepEqual(kept, now.slice(0, kept.length));
}

function editEntries(target: Target, place: string, before: JsonObject, now: JsonObject): void {
  for (const key of Object.keys(before)) {
    const inner = `${place}/${escapeToken(key)}`;
    if (Object.hasOwn(now, key)) edit(target, inner, before[key]!, now[key]!);
    else removeLines(target, target.locate(inner, 'key')!, target.locate(inner, 'value')!);
  }
  const added = Object.entries(now).filter(([key]) => !Object.hasOwn(before, key));
  const last = `${place}/${escapeToken(Object.keys(before).pop()!)}`;
  const indent = ' '.repeat(target.locate(last, 'key')!.start.column - 1);
  const lines = added.map(([key, value]) => `${indent}${yamlScalar(key)}:${yamlOf(value, `${indent}  `)}\n`);
  insertBelow(target, target.locate(last, 'value')!, lines);
}

function editItems(
  target: Target,
  place: string,
  before: readonly JsonValue[],
  now: readonly JsonValue[],
): void {
  const rangeOf = (index: number) => target.locate(`${place}/${index}`, 'value')!;
  for (const [index, item] of before.entries())
    if (!now.includes(item)) removeLines(target, rangeOf(index), rangeOf(index));
  const last = rangeOf(before.length - 1);
  const indent = /^\s*/.exec(target.text.slice(lineStart(target.text, last.start.offset)))![0];
  const added = now.filter((item) => !before.includes(item));
  insertBelow(
    target,
    last,
    added.map((item) => `${indent}- ${yamlScalar(item)}\n`),
  );
}

function replace(target: Target, place: string, range: Range, isFlow: boolean, now: JsonValue): void {
  const { text, edits } = target;
  const end = contentEnd(text, range);
  if (isFlow || typeof now !== 'object') {
    edits.push({ start: range.start.offset, end, text: yamlOnOneLine(now) });
    return;
  }
  const key = target.locate(place, 'key')!;
  const indent = ' '.repeat(key.start.column + 1);
  edits.push({ start: key.end.offset, end, text: `:${yamlOf(now, indent)}` });
}

/** A block may be told to end behind the line breaks that follow it. */
function contentEnd(text: string, { start, end }: Range): number {
  let offset = end.offset;
  while (offset > start.offset && /\s/.test(text[offset - 1]!)) offset -= 1;
  return offset;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function removeLines({ text, edits }: Target, from: Range, to: Range): void {
  const end = lineEnd(text, contentEnd(text, to));
  edits.push({ start: lineStart(text, from.start.offset), end, text: '' });
}

function insertBelow({ text, edits }: Target, last: Range, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const at = lineEnd(text, contentEnd(text, last));
  const isBroken = at > 0 && text[at - 1] !== '\n';
  edits.push({ start: at, end: at, text: (isBroken ? '\n' : '') + lines.join('') });
}
