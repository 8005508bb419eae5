import { pointer } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { ParsedDocument } from '../documents/index.js';

type Source = Pick<ParsedDocument, 'locate'> & { text: string };

/** A JSON text with another expectation in place of the one that is there. */
export function replaceJson({ text, locate }: Source, now: JsonObject): string {
  const key = locate('/expect', 'key')!.start.offset;
  const { start, end } = locate('/expect', 'value')!;
  return `${text.slice(0, start.offset)}${jsonOf(now, indentAt(text, key))}${text.slice(end.offset)}`;
}

/** A JSON text with an expectation behind the last of its properties. */
export function insertJson({ text, locate }: Source, document: JsonObject, now: JsonObject): string {
  const last = Object.keys(document).pop()!;
  const place = pointer(last);
  const indent = indentAt(text, locate(place, 'key')!.start.offset);
  const end = locate(place, 'value')!.end.offset;
  const space = indent === undefined ? '' : `\n${indent}`;
  return `${text.slice(0, end)},${space}"expect":${indent === undefined ? '' : ' '}${jsonOf(now, indent)}${text.slice(end)}`;
}

/** What stands before a key on its line; undefined where another key stands there. */
function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return offset > before.length && /^[ \t]+$/.test(before) ? before : undefined;
}

/** On lines of their own where the keys of the document stand on lines of their own. */
function jsonOf(value: JsonObject, indent: string | undefined): string {
  if (indent === undefined) return JSON.stringify(value);
  return JSON.stringify(value, null, indent).replaceAll('\n', `\n${indent}`);
}
