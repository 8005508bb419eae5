import { omitUndefined } from '../base/index.js';
import { getScalarValue } from 'js-yaml';
import type { Event, ScalarEvent } from 'js-yaml';
import type { JsonValue } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, Location, Range } from '../diagnostics/index.js';
import { composeValue } from './compose-value.js';
import type { Composed } from './compose-value.js';
import { decodeText } from './decode-text.js';
import { jsonEvents } from './json-events.js';
import { composedText } from './composed-text.js';
import { documentLimits } from './limits.js';
import { LineTable } from './line-table.js';
import { PositionTree } from './position-tree.js';
import { Unreadable } from './problem.js';
import type { Problem } from './problem.js';
import { yamlEvents } from './yaml-events.js';
import { literal } from '../messages/index.js';
import type { LiteralArg } from '../messages/index.js';

/** A document as read: its value, the faults of its text, and where each part of it stands. */
export interface ParsedDocument {
  file: string;
  /** The text without a byte order mark; undefined where it is too large or not UTF-8. */
  text: string | undefined;
  /** Plain JSON, treat it as immutable (aliases share parts); undefined where the text has no value. */
  value: JsonValue | undefined;
  diagnostics: Diagnostic[];
  /**
   * Where the key or the value at a JSON Pointer stands; where nothing does, the nearest place above it.
   * Undefined where the document has no value.
   */
  locate: (pointer: string, on?: 'key' | 'value') => Range | undefined;
}

/**
 * Reads one YAML 1.2 or JSON text (RFC 8259, where the file's name ends in `.json`).
 * Never throws on a bad text: the faults are in `diagnostics`.
 * @param file the name that diagnostics give, with forward slashes
 * @param input the text, or its bytes in UTF-8
 * @param size the bytes of the file, where it is so large that only its beginning was read
 */
export function parseDocument(file: string, input: string | Uint8Array, size = input.length): ParsedDocument {
  if (size > documentLimits.bytes) {
    const args = { size: megabytes(size), limit: megabytes(documentLimits.bytes) };
    return unread(file, undefined, createDiagnostic('documents/too-large', args, whole(file)));
  }
  const decoded = decodeText(input);
  if ('badByte' in decoded) {
    return unread(file, undefined, badByte(file, input as Uint8Array, decoded.badByte));
  }
  return new TextReader(file, decoded.text).read();
}

class TextReader {
  readonly #format: 'YAML' | 'JSON';
  #lines: LineTable | undefined;
  #tree: PositionTree | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.#format = /\.json$/i.test(file) ? 'JSON' : 'YAML';
  }

  read(): ParsedDocument {
    if (this.text.trim() === '') return this.#empty();
    try {
      const composed = composeValue(this.#events(), this.text, this.#format);
      return composed.values.length === 0 ? this.#empty() : this.#document(composed);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return unread(this.file, this.text, this.#diagnostic(error.problem));
    }
  }

  #empty(): ParsedDocument {
    return unread(this.file, this.text, createDiagnostic('documents/empty', {}, whole(this.file)));
  }

  #document({ values, firstEnd, problems }: Composed): ParsedDocument {
    const diagnostics = problems.map((problem) => this.#diagnostic(problem));
    if (values.length > 1) {
      const second = this.#secondDocument(firstEnd);
      const range = this.#range(second, second);
      const at: Location = { file: this.file, pointer: '', on: 'value', range };
      diagnostics.push(createDiagnostic('documents/several', { count: values.length }, at));
    }
    return {
      file: this.file,
      text: this.text,
      value: values[0],
      diagnostics,
      locate: (pointer, on = 'value') => this.#locate(pointer, on),
    };
  }

  /** The marker that begins the second document, or what follows the one that ends the first. */
  #secondDocument(firstEnd: number): number {
    const marker = /^---|^\.\.\.(?:[ \t]|#.*|[\r\n])*/gm;
    marker.lastIndex = firstEnd;
    const match = marker.exec(this.text);
    if (match === null) return firstEnd;
    return match[0] === '---' ? match.index : match.index + match[0].length;
  }

  #events(): Event[] {
    return this.#format === 'JSON' ? jsonEvents(this.text) : yamlEvents(this.text);
  }

  #diagnostic({ spot, create }: Problem): Diagnostic {
    const { pointer, on } = spot;
    const at: Location = { file: this.file, pointer, on, range: this.#range(spot.start, spot.end) };
    return create(at, (place, side) => {
      const range = this.#locate(place, side);
      return { file: this.file, pointer: place, on: side, ...omitUndefined({ range }) };
    });
  }

  #range(start: number, end: number): Range {
    this.#lines ??= new LineTable(this.text);
    return this.#lines.range(start, Math.min(end, this.text.length));
  }

  #locate(pointer: string, on: 'key' | 'value'): Range | undefined {
    this.#tree ??= new PositionTree(this.#events(), this.text, (event) => this.#keyText(event));
    const extent = this.#tree.locate(pointer, on);
    return extent === undefined ? undefined : this.#range(extent.start, extent.end);
  }

  #keyText(event: ScalarEvent): string {
    const text = getScalarValue(this.text, event);
    const isEscaped = this.#format === 'JSON' && text.includes('\\');
    return composedText(isEscaped ? (JSON.parse(`"${text}"`) as string) : text);
  }
}

function unread(file: string, text: string | undefined, diagnostic: Diagnostic): ParsedDocument {
  return { file, text, value: undefined, diagnostics: [diagnostic], locate: () => undefined };
}

/** The place of a fault of the file as such. */
function whole(file: string): Location {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, pointer: '', on: 'value', range: { start, end: start } };
}

function badByte(file: string, bytes: Uint8Array, offset: number): Diagnostic {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const lines = new LineTable(before);
  const at: Location = { ...whole(file), range: lines.range(before.length, before.length) };
  return createDiagnostic('documents/not-utf-8', { offset }, at);
}

function megabytes(count: number): LiteralArg {
  return literal(`${(count / (1024 * 1024)).toFixed(1)} MB`);
}
