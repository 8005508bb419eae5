import { isObject, own } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { parseDocument } from '../documents/index.js';
import type { ParsedDocument } from '../documents/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Document, Kind } from '../model/index.js';
import { isKind } from '../model/index.js';
import { checkShape } from './shape/check-shape.js';
import type { SourceFile } from './source-file.js';
import { addRanges } from './written-places.js';

/** A document of the catalogue on its way in: as sound as it is. */
export interface SourceDocument {
  file: string;
  /** Absent for a document made in TypeScript. */
  parsed?: ParsedDocument;
  /** Without its broken parts; undefined where nothing can be made of it. */
  document: Document | undefined;
  /** What it says it is, as far as that can be told of a broken one: references to it are not dangling. */
  kind: Kind | undefined;
  id: string | undefined;
  /** The value as written, broken parts and all; undefined where the text has none. */
  raw: JsonObject | undefined;
  diagnostics: Diagnostic[];
  /** Whether there is a `document`, where telling by looking at it would be dear. */
  isSound?: boolean;
  /** What a block yields, as `subject.element`, where telling by looking at it would be dear. */
  yields?: readonly string[];
  /** The list items that the document lacks because they are broken, as pointers into the value as written. */
  dropped?: readonly string[];
}

/** Reads a file and checks its shape. */
export function readSource(source: SourceFile): SourceDocument {
  const parsed = parseDocument(source.path, source.text, source.size);
  if (parsed.value === undefined) {
    const document = undefined;
    return {
      file: source.path,
      parsed,
      document,
      ...outline(source),
      raw: undefined,
      diagnostics: parsed.diagnostics,
    };
  }
  const shaped = checkShape(source.path, parsed.value);
  const reported = new Set(parsed.diagnostics.map(({ at }) => at.pointer));
  // What the text itself got wrong at a place is the cause of what the shape gets wrong there.
  const further = shaped.diagnostics.filter(({ at }) => !reported.has(at.pointer));
  // From here on the document is spoken of without its broken parts; these findings speak of it as it is written.
  if (shaped.dropped.size > 0) for (const diagnostic of further) addRanges(diagnostic, parsed);
  const diagnostics = further.length === 0 ? parsed.diagnostics : [...parsed.diagnostics, ...further];
  const raw = isObject(parsed.value) ? parsed.value : undefined;
  return {
    file: source.path,
    parsed,
    document: shaped.document,
    kind: shaped.kind,
    id: shaped.id,
    raw,
    diagnostics,
    ...(shaped.dropped.size === 0 ? {} : { dropped: [...shaped.dropped] }),
  };
}

/** Takes a document made in TypeScript; JavaScript may have made it too, so its shape is checked as well. */
export function takeDocument(document: Document): SourceDocument {
  const raw = document as unknown as JsonObject;
  const file = `typescript:${nameIn(raw, 'kind')}/${nameIn(raw, 'id')}`;
  const shaped = checkShape(file, raw);
  return {
    file,
    document: shaped.document,
    kind: shaped.kind,
    id: shaped.id,
    raw,
    diagnostics: shaped.diagnostics,
  };
}

function nameIn(value: JsonObject, key: string): string {
  const name = own(value, key);
  return typeof name === 'string' ? name : '?';
}

/** How far into an unreadable file its kind and id are looked for. */
const outlineLength = 4096;

/** The kind and the id of a text that cannot be read, as far as its lines tell. */
function outline({ text }: SourceFile): { kind: Kind | undefined; id: string | undefined } {
  const start = text.slice(0, outlineLength);
  const lines = typeof start === 'string' ? start : new TextDecoder('utf-8').decode(start);
  const find = (key: string): string | undefined =>
    new RegExp(`^\\s{0,4}"?${key}"?\\s*[:：]\\s*["'“‘]?([^\\s"',#”’]+)`, 'mu').exec(lines)?.[1];
  const kind = find('kind');
  return { kind: isKind(kind) ? kind : undefined, id: find('id') };
}
