import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { defaultFormats } from '../schema/index.js';
import { indexDocuments } from './catalogue-index.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { checkCatalogue } from './checks/check-catalogue.js';
import { asManifest, collectSources } from './collect-sources.js';
import { Locator } from './locator.js';
import { createYielders } from './yielders.js';
import type { Sources } from './collect-sources.js';
import type { SourceDocument } from './source-document.js';
import type { Catalogue } from '../model/index.js';
import type { Entry, LoadedCatalogue, LoadOptions, SourceFile } from './types.js';

/**
 * Loads a catalogue from memory: reads its documents and those of its imports, checks each against the published schema
 * of its kind, and every reference between them. Never throws on what the documents say: a broken document is reported
 * and its sound parts are kept, all others are loaded. The order of the files changes nothing.
 * @param files the documents; a folder within them that has a `catalogue.yaml` of its own is read only where imported
 */
export function loadCatalogue(files: readonly SourceFile[], options: LoadOptions = {}): LoadedCatalogue {
  return catalogueOf(collectSources(files, options), options);
}

/** The same, and the documents as they were read. */
export function loadDocuments(
  files: readonly SourceFile[],
  options: LoadOptions,
): { catalogue: LoadedCatalogue; documents: readonly SourceDocument[] } {
  const sources = collectSources(files, options);
  return { catalogue: catalogueOf(sources, options), documents: sources.documents };
}

/** The catalogue of documents that were collected, each checked against all others. */
export function catalogueOf(
  { documents, manifest, diagnostics }: Sources,
  options: LoadOptions,
): LoadedCatalogue {
  const found: Diagnostic[] = [...diagnostics];
  for (const { diagnostics: own } of documents) for (const diagnostic of own) found.push(diagnostic);
  const index = indexDocuments(documents, found);
  const locales = manifest?.document.locales ?? [];
  const { derivations = [], formats = defaultFormats } = options;
  checkCatalogue(index, { manifest, locales, derivations, formats }, found, options.memory);
  options.memory?.keepOnly(documents);
  found.push(...(options.diagnostics ?? []));
  const locator = new Locator(documents);
  return {
    ...offered(index, manifest, locator),
    diagnostics: sortDiagnostics(found.map((diagnostic) => locator.withRange(diagnostic))),
    yielderOf: createYielders(index.entries.block),
  };
}

/** What another thread needs of a catalogue to compose some of its bundles. */
export interface Excerpt {
  documents: readonly SourceDocument[];
  /** The file of the manifest. */
  manifest: string | undefined;
  yielderOf: LoadedCatalogue['yielderOf'];
}

/** A catalogue of which only some documents are at hand: they were checked elsewhere, and are taken as they are. */
export function excerptOf({ documents, manifest, yielderOf }: Excerpt): LoadedCatalogue {
  const index = indexDocuments(documents, []);
  const found = asManifest(documents.find(({ file, kind }) => kind === 'catalogue' && file === manifest));
  return { ...offered(index, found, new Locator(documents)), diagnostics: [], yielderOf };
}

function offered(
  { entries }: CatalogueIndex,
  manifest: Entry<Catalogue> | undefined,
  locator: Locator,
): Omit<LoadedCatalogue, 'diagnostics' | 'yielderOf'> {
  return {
    id: manifest?.document.id ?? 'catalogue',
    version: manifest?.document.version ?? '0.0.0',
    locales: manifest?.document.locales ?? [],
    ...(manifest === undefined ? {} : { manifest }),
    subjects: entries.subject,
    materials: entries.material,
    authorities: entries.authority,
    registries: entries.registry,
    calendars: entries.calendar,
    blocks: entries.block,
    bundles: entries.bundle,
    cases: entries.case,
    locate: (ref) => locator.locate(ref),
    withRange: (diagnostic) => locator.withRange(diagnostic),
    text: (file) => locator.text(file),
  };
}
