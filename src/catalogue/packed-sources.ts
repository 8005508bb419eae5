import { deepEqual } from '../base/index.js';
import { parseDocument } from '../documents/index.js';
import type { ParsedDocument } from '../documents/index.js';
import type { PackedCatalogue, PackedDocument } from '../model/index.js';
import { checkShape } from './shape/check-shape.js';
import type { SourceDocument } from './source-document.js';

/**
 * The documents of a verified packed catalogue. Their shapes are checked like those of any other: a hash tells that
 * nobody changed them, not who wrote them.
 * @param prefix what the names of their files begin with, `''` or ending in a slash
 */
export function sourcesOf(packed: PackedCatalogue, prefix: string): SourceDocument[] {
  return packed.documents.map((entry) => sourceOf(entry, prefix));
}

function sourceOf(entry: PackedDocument, prefix: string): SourceDocument {
  const file = prefix + entry.file;
  const { document, kind, id, diagnostics } = checkShape(file, entry.document);
  const { text } = entry;
  return {
    file,
    ...(text === undefined ? {} : { parsed: presented(file, entry, text) }),
    document,
    kind,
    id,
    raw: entry.document,
    diagnostics,
  };
}

/** A document whose text is read only when somebody asks for a place in it. */
function presented(file: string, entry: PackedDocument, text: string): ParsedDocument {
  let parsed: ParsedDocument | undefined;
  return {
    file,
    text,
    value: entry.document,
    diagnostics: [],
    // The name decides between YAML and JSON, so it is the one it was packed under.
    locate: (pointer, on) => (parsed ??= parseDocument(entry.file, text)).locate(pointer, on),
  };
}

/**
 * Leaves out what came packed and is there already: two catalogues that were packed with what they both import hold
 * it twice, and the same document is one document.
 */
export function withoutCopies(
  documents: readonly SourceDocument[],
  packed: ReadonlySet<SourceDocument>,
): SourceDocument[] {
  if (packed.size === 0) return [...documents];
  const kept = new Map<string, SourceDocument>();
  const keyOf = ({ kind, id }: SourceDocument) => `${kind ?? ''} ${id ?? ''}`;
  for (const document of documents) if (!packed.has(document)) kept.set(keyOf(document), document);
  return documents.filter((document) => {
    if (!packed.has(document)) return true;
    // The manifest of an import says how it was put together, which is over.
    if (document.kind === 'catalogue') return false;
    const first = kept.get(keyOf(document));
    if (first === undefined) kept.set(keyOf(document), document);
    return first === undefined || !deepEqual(first.raw, document.raw);
  });
}
