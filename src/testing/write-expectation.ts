import { deepEqual, isObject } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { parseDocument } from '../documents/index.js';
import type { Expectation } from '../model/index.js';
import { editYaml, inWrittenOrder } from './edit-expectation.js';
import { yamlOf } from './yaml-of.js';

/** A case as it is written with another expectation. */
export interface WrittenExpectation {
  text: string;
  /** Comments that went with what they stood on. */
  lost: string[];
}

/**
 * The text of a case with another expectation. Only what differs is written anew: all else, comments and the order of
 * lists included, stays as it is.
 * @returns nothing for a case that was not read from a text
 */
export function withExpectation(
  catalogue: LoadedCatalogue,
  file: string,
  expectation: Expectation,
): WrittenExpectation | undefined {
  const text = catalogue.text(file);
  if (text === undefined) return undefined;
  const now = expectation as JsonObject;
  if (file.endsWith('.json')) {
    const whole = { ...(JSON.parse(text) as JsonObject), expect: now };
    return { text: `${JSON.stringify(whole, null, 2)}\n`, lost: [] };
  }
  const parsed = parseDocument(file, text);
  const document = parsed.value as JsonObject;
  const before = document['expect'];
  const tries = isObject(before)
    ? [
        () => editedYaml(file, text, before, inWrittenOrder(before, now)),
        () => rewritten(text, parsed.locate('/expect', 'key')!.start.offset, now),
      ]
    : [() => `${text.endsWith('\n') ? text : `${text}\n`}expect:${yamlOf(now, '  ')}\n`];
  const wanted = { ...document, expect: now };
  const written = tries.map((attempt) => attempt()).find((one) => saysTheSame(file, one, wanted));
  return written === undefined ? undefined : { text: written, lost: lostComments(text, written) };
}

function editedYaml(file: string, text: string, before: JsonObject, now: JsonObject): string {
  const { locate } = parseDocument(file, text);
  return editYaml({ text, locate }, '/expect', before, now);
}

/** The whole expectation anew; it ends where the next line begins that stands as far left as its key. */
function rewritten(text: string, start: number, now: JsonObject): string {
  const rest = text.slice(start);
  const next = /\n(?=[^\s#])/u.exec(rest);
  const behind = next === null ? '' : rest.slice(next.index + 1);
  return `${text.slice(0, start)}expect:${yamlOf(now, '  ')}\n${behind}`;
}

/** Reads what was written again: sets may stand in another order. */
function saysTheSame(file: string, text: string, wanted: JsonObject): boolean {
  const { value } = parseDocument(file, text);
  if (!isObject(value) || !isObject(value['expect'])) return false;
  const again = value['expect'];
  return deepEqual({ ...value, expect: inWrittenOrder(again, wanted['expect'] as JsonObject) }, value);
}

function lostComments(before: string, after: string): string[] {
  const left = commentsOf(after);
  return commentsOf(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What stands behind a number sign that begins a word outside quotes. */
function commentsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const found = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*'|['"]|(?<=\S)#)*?(?<=^|\s)#\s*(.*)$/u.exec(line);
    return found === null ? [] : [found[1]!.trim()];
  });
}
