import type { LoadedCatalogue } from '../catalogue/index.js';
import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { composedBundle } from '../plan/index.js';
import { proveBundle } from '../prove/index.js';

/** How a catalogue is checked. */
export interface CheckOptions {
  /** Called before each bundle is composed. */
  onBundle?: (bundle: string, index: number, count: number) => void;
}

/** A bundle that was composed and proven. */
export interface CheckedBundle {
  bundle: string;
  /** How many situations the proofs cover, as a decimal number: exactly so many, or at least. */
  situations: { total: string; exact: boolean };
}

/** What is wrong with a catalogue, as one document. */
export interface CatalogueFindings {
  formatVersion: 1;
  catalogue: { id: string; version: string };
  /** The bundles, each composed and proven. */
  bundles: CheckedBundle[];
  /** Sorted by file, place and code, each once. */
  diagnostics: Diagnostic[];
}

/** Checks the documents of a catalogue and how they refer to each other, composes every bundle and proves it. */
export function checkCatalogue(catalogue: LoadedCatalogue, options: CheckOptions = {}): CatalogueFindings {
  const found = [...catalogue.diagnostics];
  const bundles: CheckedBundle[] = [];
  for (const [bundle] of catalogue.bundles) {
    options.onBundle?.(bundle, bundles.length, catalogue.bundles.size);
    const composed = composedBundle(catalogue, bundle);
    const { situations, diagnostics } = proveBundle(composed);
    found.push(...composed.diagnostics, ...diagnostics);
    bundles.push({ bundle, situations: { total: situations.total, exact: situations.exact } });
  }
  return {
    formatVersion: 1,
    catalogue: { id: catalogue.id, version: catalogue.version },
    bundles,
    // What several bundles share is found in each of them, and is one finding.
    diagnostics: sortDiagnostics(found),
  };
}
