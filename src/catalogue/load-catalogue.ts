import { assertArguments } from '../messages/index.js';
import { omitUndefined } from '../base/index.js';
import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { defaultFormats } from '../schema/index.js';
import { indexDocuments } from './catalogue-index.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { checkCatalogue } from './checks/check-catalogue.js';
import { asManifest, collectSources } from './collect-sources.js';
import { Locator } from './locator.js';
import { createYielders, yieldersIn } from './yielders.js';
import type { Sources } from './collect-sources.js';
import type { SourceDocument } from './source-document.js';
import type { Block, Bundle, Catalogue } from '../model/index.js';
import type { Entry, SourceFile } from './source-file.js';
import type { LoadedCatalogue, LoadOptions } from './types.js';

/**
 * Loads a catalogue from memory: reads its documents and those of its imports, checks each against the published schema
 * of its kind, and every reference between them. Never throws on what the documents say: a broken document is reported
 * and its sound parts are kept, all others are loaded. The order of the files changes nothing.
 * @param files the documents; a folder within them that has a `catalogue.yaml` of its own is read only where imported
 */
export function loadCatalogue(files: readonly SourceFile[], options: LoadOptions = {}): LoadedCatalogue {
  assertArguments('loadCatalogue', { files: 'list', options: 'object' }, { files, options });
  return catalogueOf(collectSources(files, options), options);
}

/** A catalogue whose documents were read, and are not yet checked against each other. */
export interface OpenCatalogue {
  documents: readonly SourceDocument[];
  manifest: Entry<Catalogue> | undefined;
  blocks: ReadonlyMap<string, Entry<Block>>;
  bundles: ReadonlyMap<string, Entry<Bundle>>;
  /** Which block yields an element of a subject, such as `person.residentId`. */
  yielders: () => ReadonlyMap<string, string>;
  /** Checks each document against all others, in steps. */
  check: () => Generator<undefined, LoadedCatalogue>;
}

/** The first half of `loadCatalogue`: whoever has other threads lets them compose while this one checks. */
export function openCatalogue(files: readonly SourceFile[], options: LoadOptions): OpenCatalogue {
  return openSources(collectSources(files, options), options);
}

/** The catalogue of documents that were collected, each checked against all others. */
export function catalogueOf(sources: Sources, options: LoadOptions): LoadedCatalogue {
  const checking = openSources(sources, options).check();
  let step = checking.next();
  while (step.done !== true) step = checking.next();
  return step.value;
}

function openSources({ documents, manifest, diagnostics }: Sources, options: LoadOptions): OpenCatalogue {
  const found: Diagnostic[] = [...diagnostics];
  for (const { diagnostics: own } of documents) for (const diagnostic of own) found.push(diagnostic);
  const index = indexDocuments(documents, found);
  const { block: blocks, bundle: bundles } = index.entries;
  const yielding = { blocks, known: (id: string) => index.source('block', id)?.yields };
  const check = function* (): Generator<undefined, LoadedCatalogue> {
    const locales = manifest?.document.locales ?? [];
    const { derivations = [], formats = defaultFormats } = options;
    yield* checkCatalogue(index, { manifest, locales, derivations, formats }, found, options.memory);
    options.memory?.keepOnly(documents);
    found.push(...(options.diagnostics ?? []));
    const locator = new Locator(documents);
    return {
      ...offered(index.entries, manifest, locator),
      diagnostics: sortDiagnostics(found.map((diagnostic) => locator.withRange(diagnostic))),
      yielderOf: createYielders(yielding),
    };
  };
  return { documents, manifest, blocks, bundles, yielders: () => yieldersIn(yielding), check };
}

/** What the bundles of a catalogue share. */
export interface SharedDocuments {
  /** Everything but blocks, bundles and cases. */
  documents: readonly SourceDocument[];
  /** The file of the manifest. */
  manifest: string | undefined;
  yielderOf: LoadedCatalogue['yielderOf'];
}

/**
 * Makes catalogues of which only some documents are at hand: they were checked elsewhere, and are taken as they are.
 * @returns a catalogue of these blocks and bundles, and of what is shared
 */
export function createExcerpts({
  documents,
  manifest,
  yielderOf,
}: SharedDocuments): (own: readonly SourceDocument[]) => LoadedCatalogue {
  const shared = indexDocuments(documents, []);
  const locator = new Locator(documents);
  const found = asManifest(documents.find(({ file, kind }) => kind === 'catalogue' && file === manifest));
  return (own) => {
    const { block, bundle } = indexDocuments(own, []).entries;
    const entries = { ...shared.entries, block, bundle };
    return { ...offered(entries, found, new Locator(own, locator)), diagnostics: [], yielderOf };
  };
}

function offered(
  entries: CatalogueIndex['entries'],
  manifest: Entry<Catalogue> | undefined,
  locator: Locator,
): Omit<LoadedCatalogue, 'diagnostics' | 'yielderOf'> {
  return {
    id: manifest?.document.id ?? 'catalogue',
    version: manifest?.document.version ?? '0.0.0',
    locales: manifest?.document.locales ?? [],
    ...omitUndefined({ manifest }),
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
