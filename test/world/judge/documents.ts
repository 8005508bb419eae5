import { CORE_SCHEMA, loadAll } from 'js-yaml';
import type {
  Block,
  Bundle,
  Calendar,
  Case,
  Catalogue,
  Document,
  Kind,
  Material,
  Registry,
  Subject,
} from '../../../src/model/index.js';

/** A file of a catalogue. */
export interface WorldFile {
  path: string;
  text: string;
}

/** The documents of a catalogue by kind and id, as their authors wrote them. */
export interface Documents {
  subject: ReadonlyMap<string, Subject>;
  material: ReadonlyMap<string, Material>;
  registry: ReadonlyMap<string, Registry>;
  calendar: ReadonlyMap<string, Calendar>;
  block: ReadonlyMap<string, Block>;
  bundle: ReadonlyMap<string, Bundle>;
  case: ReadonlyMap<string, Case>;
  catalogue: ReadonlyMap<string, Catalogue>;
}

/** Reads the documents by itself: a fault in the reading of the engine is one too. */
export function readDocuments(files: readonly WorldFile[]): Documents {
  const byKind = new Map<Kind, Map<string, Document>>();
  for (const { text } of files) {
    for (const document of loadAll(text, { schema: CORE_SCHEMA }) as Document[]) {
      const documents = byKind.get(document.kind) ?? new Map<string, Document>();
      byKind.set(document.kind, documents.set(document.id, document));
    }
  }
  const of = <D extends Document>(kind: Kind) => (byKind.get(kind) ?? new Map()) as ReadonlyMap<string, D>;
  return {
    subject: of('subject'),
    material: of('material'),
    registry: of('registry'),
    calendar: of('calendar'),
    block: of('block'),
    bundle: of('bundle'),
    case: of('case'),
    catalogue: of('catalogue'),
  };
}
