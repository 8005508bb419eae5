import { isObject, omitUndefined } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { parseDocument } from '../documents/index.js';
import type { ParsedDocument } from '../documents/index.js';
import type { Document, Kind } from '../model/index.js';
import type { SourceDocument } from './source-document.js';
import type { SourceFile } from './source-file.js';
import { yieldsOf } from './yielders.js';

/** A document that was read and checked elsewhere, as plain data: where its JSON stands within the bytes of a batch. */
interface Prepared {
  file: string;
  kind?: Kind;
  id?: string;
  diagnostics?: Diagnostic[];
  /** The list items that it lacks, as pointers into the value as written. */
  dropped?: readonly string[];
  /** Its sound parts; absent where nothing can be made of it. */
  document?: readonly [start: number, end: number];
  /** The value as written, where it is another. */
  raw?: readonly [start: number, end: number];
  /** Of a block: what it yields, as `subject.element`. */
  yields?: readonly string[];
  /** The text, where nobody else can tell it. */
  text?: string;
}

/** Documents on their way from one thread to another: one stretch of memory, and what stands where in it. */
export interface PreparedBatch {
  bytes: Uint8Array<ArrayBuffer>;
  documents: Prepared[];
}

/**
 * Packs documents so that another thread can take them over. What came packed itself is copied as it is.
 * @param withText must the text go along, because it cannot be read again?
 */
export function packDocuments(
  sources: readonly SourceDocument[],
  withText: (source: SourceDocument) => boolean = () => false,
): PreparedBatch {
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (part: Uint8Array): [number, number] => {
    parts.push(part);
    const start = length;
    length += part.length;
    return [start, length];
  };
  const documents = sources.map((source): Prepared => {
    const text = withText(source) ? source.parsed?.text : undefined;
    return { ...packed(source, put), ...omitUndefined({ text }) };
  });
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, documents };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function packed(source: SourceDocument, put: (part: Uint8Array) => [number, number]): Prepared {
  if (source instanceof PreparedSource) return source.packed(put);
  const { file, kind, id, diagnostics, raw, dropped } = source;
  const document = source.document as JsonObject | undefined;
  const write = (value: JsonValue) => put(encoder.encode(JSON.stringify(value)));
  const yields = source.document?.kind === 'block' ? yieldsOf(source.document) : [];
  return {
    file,
    ...omitUndefined({ kind, id }),
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
    ...omitUndefined({ dropped }),
    ...(document === undefined ? {} : { document: write(document) }),
    ...(raw === undefined || raw === document ? {} : { raw: write(raw) }),
    ...(yields.length === 0 ? {} : { yields }),
  };
}

/** Reads a file again. Undefined where it is no longer there. */
export type ReadAgain = (file: string) => SourceFile | undefined;

/**
 * Takes documents over. Of each only its bytes are kept, and what was made of them for as long as it is in use: a
 * hundred thousand documents as values would be more than a gigabyte.
 */
export function unpackDocuments({ bytes, documents }: PreparedBatch, again: ReadAgain): SourceDocument[] {
  return documents.map((prepared) => new PreparedSource(prepared, bytes, again));
}

/** How many documents that came packed are held as values at a time. */
const heldAtOnce = 2_000;
const held: (PreparedSource | undefined)[] = new Array<PreparedSource | undefined>(heldAtOnce);
let nextHeld = 0;

class PreparedSource implements SourceDocument {
  readonly file: string;
  readonly kind: Kind | undefined;
  readonly id: string | undefined;
  readonly diagnostics: Diagnostic[];
  readonly dropped?: readonly string[];
  readonly isSound: boolean;
  readonly yields: readonly string[];
  #document: Document | undefined;
  #raw: JsonObject | undefined;
  #parsed: ParsedDocument | undefined;

  constructor(
    readonly prepared: Prepared,
    readonly bytes: Uint8Array,
    readonly again: ReadAgain,
  ) {
    this.file = prepared.file;
    this.kind = prepared.kind;
    this.id = prepared.id;
    this.diagnostics = prepared.diagnostics ?? [];
    if (prepared.dropped !== undefined) this.dropped = prepared.dropped;
    this.isSound = prepared.document !== undefined;
    this.yields = prepared.yields ?? [];
  }

  /** The same bytes in another batch. */
  packed(put: (part: Uint8Array) => [number, number]): Prepared {
    const { document, raw, ...rest } = this.prepared;
    const copied = ([start, end]: readonly [number, number]) => put(this.bytes.subarray(start, end));
    return {
      ...rest,
      ...(document === undefined ? {} : { document: copied(document) }),
      ...(raw === undefined ? {} : { raw: copied(raw) }),
    };
  }

  get document(): Document | undefined {
    if (this.#document !== undefined || this.prepared.document === undefined) return this.#document;
    this.#hold();
    this.#document = this.#decode(this.prepared.document) as unknown as Document;
    return this.#document;
  }

  get raw(): JsonObject | undefined {
    if (this.prepared.raw === undefined) return this.document as JsonObject | undefined;
    if (this.#raw !== undefined) return this.#raw;
    this.#hold();
    const value = this.#decode(this.prepared.raw);
    this.#raw = isObject(value) ? value : undefined;
    return this.#raw;
  }

  get parsed(): ParsedDocument {
    return (this.#parsed ??= this.#parse());
  }

  #parse(): ParsedDocument {
    const { file, text } = this.prepared;
    const source = text === undefined ? this.again(file) : { path: file, text };
    return parseDocument(file, source?.text ?? '', source?.size);
  }

  #decode([start, end]: readonly [number, number]): JsonValue {
    return JSON.parse(decoder.decode(this.bytes.subarray(start, end))) as JsonValue;
  }

  #hold(): void {
    held[nextHeld]?.release();
    held[nextHeld] = this;
    nextHeld = (nextHeld + 1) % heldAtOnce;
  }

  release(): void {
    this.#document = undefined;
    this.#raw = undefined;
  }
}
