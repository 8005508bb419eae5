import type { LoadedCatalogue } from '../catalogue/index.js';
import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { composedBundle } from '../plan/index.js';

/** How a catalogue is checked. */
export interface CheckOptions {
  /** Called before each bundle is composed. */
  onBundle?: (bundle: string, index: number, count: number) => void;
}

/** What is wrong with a catalogue, as one document. */
export interface CatalogueFindings {
  formatVersion: 1;
  catalogue: { id: string; version: string };
  /** The bundles that were composed. */
  bundles: string[];
  /** Sorted by file, place and code, each once. */
  diagnostics: Diagnostic[];
}

/** Checks the documents of a catalogue, how they refer to each other, and every bundle composed. */
export function checkCatalogue(catalogue: LoadedCatalogue, options: CheckOptions = {}): CatalogueFindings {
  const bundles = [...catalogue.bundles.keys()];
  const found = bundles.flatMap((bundle, index) => {
    options.onBundle?.(bundle, index, bundles.length);
    return composedBundle(catalogue, bundle).diagnostics;
  });
  return {
    formatVersion: 1,
    catalogue: { id: catalogue.id, version: catalogue.version },
    bundles,
    // What several bundles share is found in each of them, and is one finding.
    diagnostics: sortDiagnostics([...catalogue.diagnostics, ...found]),
  };
}
