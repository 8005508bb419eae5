import { byKey, omitUndefined } from '../base/index.js';
import { UsageError, assertArguments } from '../messages/index.js';
import type { JsonObject } from '../base/index.js';
import { hasErrors } from '../diagnostics/index.js';
import type { Document, PackedCatalogue, PackedDocument } from '../model/index.js';
import { hashOfDocument, hashOfPacked } from './packed-hash.js';
import type { Entry } from './source-file.js';
import type { LoadedCatalogue } from './types.js';
import { tell } from './messages.js';

/**
 * Packs a catalogue and everything that it imports into one JSON document with content hashes, which `loadPacked`
 * loads without parsing YAML and without looking for imports. The same documents give the same bytes.
 * @param catalogue a loaded catalogue without errors
 * @throws UsageError `usage/pack-errors` where documents of the catalogue are broken
 */
export function packCatalogue(catalogue: LoadedCatalogue): PackedCatalogue {
  assertArguments('packCatalogue', { catalogue: 'from loadCatalogue' }, { catalogue });
  if (hasErrors(catalogue.diagnostics)) {
    throw new UsageError(tell('usage/pack-errors'), tell('usage/pack-errors:help'));
  }
  const documents = entriesOf(catalogue)
    .map(({ file, document }): PackedDocument => {
      const text = catalogue.text(file);
      const entry = {
        file,
        document: document as unknown as JsonObject,
        ...omitUndefined({ text }),
      };
      return { ...entry, hash: hashOfDocument(entry) };
    })
    .sort(byKey(({ file }) => file));
  const { id, version, manifest } = catalogue;
  const head = {
    kind: 'packed-catalogue',
    formatVersion: 1,
    id,
    version,
    ...omitUndefined({ manifest: manifest?.file }),
  } as const;
  return { ...head, hash: hashOfPacked({ ...head, documents }), documents };
}

/** A packed catalogue as the text of a file: a line for each document, so that versions can be compared by line. */
export function packedText({ documents, ...head }: PackedCatalogue): string {
  const start = JSON.stringify(head).slice(0, -1);
  const lines = documents.map((entry) => JSON.stringify(entry));
  return `${start},"documents":[\n${lines.join(',\n')}\n]}\n`;
}

function entriesOf(catalogue: LoadedCatalogue): Entry<Document>[] {
  const { subjects, materials, authorities, registries, calendars, blocks, bundles, cases } = catalogue;
  const maps: ReadonlyMap<string, Entry<Document>>[] = [
    subjects,
    materials,
    authorities,
    registries,
    calendars,
    blocks,
    bundles,
    cases,
  ];
  const manifest = catalogue.manifest === undefined ? [] : [catalogue.manifest];
  return [...manifest, ...maps.flatMap((map) => [...map.values()])];
}
