import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { defaultFormats } from '../schema/index.js';
import { indexDocuments } from './catalogue-index.js';
import { checkCatalogue } from './checks/check-catalogue.js';
import { collectSources } from './collect-sources.js';
import { Locator } from './locator.js';
import { createYielders } from './yielders.js';
import type { Sources } from './collect-sources.js';
import type { LoadedCatalogue, LoadOptions, SourceFile } from './types.js';

/**
 * Loads a catalogue from memory: reads its documents and those of its imports, checks each against the published schema
 * of its kind, and every reference between them. Never throws on what the documents say: a broken document is reported
 * and its sound parts are kept, all others are loaded. The order of the files changes nothing.
 * @param files the documents; a folder within them that has a `catalogue.yaml` of its own is read only where imported
 */
export function loadCatalogue(files: readonly SourceFile[], options: LoadOptions = {}): LoadedCatalogue {
  return catalogueOf(collectSources(files, options), options);
}

/** The catalogue of documents that were collected, each checked against all others. */
export function catalogueOf(
  { documents, manifest, diagnostics }: Sources,
  options: LoadOptions,
): LoadedCatalogue {
  const found: Diagnostic[] = [...diagnostics];
  for (const document of documents) found.push(...document.diagnostics);
  const index = indexDocuments(documents, found);
  const locales = manifest?.document.locales ?? [];
  const { derivations = [], formats = defaultFormats } = options;
  checkCatalogue(index, { manifest, locales, derivations, formats }, found, options.memory);
  options.memory?.keepOnly(documents);
  found.push(...(options.diagnostics ?? []));
  const locator = new Locator(documents);
  return {
    id: manifest?.document.id ?? 'catalogue',
    version: manifest?.document.version ?? '0.0.0',
    locales,
    ...(manifest === undefined ? {} : { manifest }),
    subjects: index.entries.subject,
    materials: index.entries.material,
    authorities: index.entries.authority,
    registries: index.entries.registry,
    calendars: index.entries.calendar,
    blocks: index.entries.block,
    bundles: index.entries.bundle,
    cases: index.entries.case,
    diagnostics: sortDiagnostics(found.map((diagnostic) => locator.withRange(diagnostic))),
    yielderOf: createYielders(index.entries.block),
    locate: (ref) => locator.locate(ref),
    withRange: (diagnostic) => locator.withRange(diagnostic),
    text: (file) => locator.text(file),
  };
}
