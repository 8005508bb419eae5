import { assertArguments } from '../messages/index.js';
import { deepEqual, isObject } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { parseDocument } from '../documents/index.js';
import type { ParsedDocument } from '../documents/index.js';
import type { Expectation } from '../model/index.js';
import { insertJson, replaceJson } from './edit-json.js';
import { editYaml, insertBelowPart, inWrittenOrder } from './edit-expectation.js';
import { yamlOf } from './yaml-of.js';

/** A case as it is written with another expectation. */
export interface WrittenExpectation {
  text: string;
  /** Comments that went with what they stood on. */
  lost: string[];
}

/**
 * The text of a case with another expectation. Only what differs is written anew: all else, comments and the order of
 * lists included, stays as it is. The result is read again and compared as a whole: nothing but the expectation is other.
 * @returns undefined where the case was not read from a text, or no way of writing leaves the rest as it is
 */
export function withExpectation(
  catalogue: LoadedCatalogue,
  file: string,
  expectation: Expectation,
): WrittenExpectation | undefined {
  assertArguments(
    'withExpectation',
    { catalogue: 'from loadCatalogue', file: 'text', expectation: 'object' },
    { catalogue, file, expectation },
  );
  const text = catalogue.text(file);
  if (text === undefined) return undefined;
  const parsed = parseDocument(file, text);
  if (!isSound(parsed) || !isObject(parsed.value)) return undefined;
  const before = parsed.value['expect'];
  const now = withUnread(catalogue, file, before, expectation);
  const wanted = { ...parsed.value, expect: now };
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  for (const attempt of attemptsOf(file, parsed, before, now)) {
    const written = withLineEnds(attempt(), lineEnd);
    if (saysTheSame(file, written, wanted)) return { text: written, lost: lostComments(text, written) };
  }
  return undefined;
}

function isSound({ diagnostics }: ParsedDocument): boolean {
  return diagnostics.every(({ severity }) => severity !== 'error');
}

/** What the author expects under a key that nobody reads stays: it is for the author to mend, not for us to drop. */
function withUnread(
  catalogue: LoadedCatalogue,
  file: string,
  written: JsonObject[string] | undefined,
  expectation: Expectation,
): JsonObject {
  const now = expectation as JsonObject;
  if (!isObject(written)) return now;
  const [entry] = [...catalogue.cases.values()].filter((one) => one.file === file);
  const read = entry?.document.expect ?? {};
  const unread = Object.entries(written).filter(([key]) => !Object.hasOwn(read, key));
  return { ...now, ...Object.fromEntries(unread.filter(([key]) => !Object.hasOwn(now, key))) };
}

/** Ways to write the expectation, the one that touches least first. */
function attemptsOf(
  file: string,
  parsed: ParsedDocument,
  before: JsonObject[string] | undefined,
  now: JsonObject,
): (() => string)[] {
  const { locate } = parsed;
  const text = parsed.text!;
  const source = { text, locate };
  if (/\.json$/i.test(file)) {
    const ordered = isObject(before) ? inWrittenOrder(before, now) : now;
    return [
      () =>
        before === undefined
          ? insertJson(source, parsed.value as JsonObject, ordered)
          : replaceJson(source, ordered),
    ];
  }
  if (before === undefined) {
    const lines = `expect:${yamlOf(now, '  ')}\n`;
    return [
      () => insertBelowPart(source, parsed.value as JsonObject, lines),
      () => `${text.endsWith('\n') ? text : `${text}\n`}${lines}`,
    ];
  }
  return [
    ...(isObject(before) ? [() => editYaml(source, '/expect', before, inWrittenOrder(before, now))] : []),
    () => rewritten(text, locate('/expect', 'key')!.start.offset, now),
  ];
}

/** The whole expectation anew; it ends before the next key that stands as far left, and the comments above that. */
function rewritten(text: string, start: number, now: JsonObject): string {
  const rest = text.slice(start);
  const next = /\n(?=(?:#[^\n]*\n|[ \t\r]*\n)*[^\s#])/u.exec(rest);
  const behind = next === null ? '' : rest.slice(next.index + 1);
  return `${text.slice(0, start)}expect:${yamlOf(now, '  ')}\n${behind}`;
}

/** What is put in has the line ends of the file. */
function withLineEnds(text: string, lineEnd: string): string {
  return lineEnd === '\n' ? text : text.replaceAll(/\r?\n/g, lineEnd);
}

/** Reads what was written again: the whole document, in which lists of the expectation may stand in another order. */
function saysTheSame(file: string, text: string, wanted: JsonObject): boolean {
  const again = parseDocument(file, text);
  if (!isSound(again) || !isObject(again.value) || !isObject(again.value['expect'])) return false;
  const expect = inWrittenOrder(again.value['expect'], wanted['expect'] as JsonObject);
  return deepEqual(again.value, { ...wanted, expect });
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
