import type { Diagnostic } from '../../diagnostics/index.js';
import type { Catalogue } from '../../model/index.js';
import type { CatalogueIndex } from '../catalogue-index.js';
import type { Entry } from '../types.js';

/** What the checks need besides the documents. */
export interface CheckOptions {
  manifest: Entry<Catalogue> | undefined;
  locales: readonly string[];
  /** Derivations that the host provides. */
  derivations: readonly string[];
}

/** Runs every check over the documents as a whole. */
export function checkCatalogue(index: CatalogueIndex, options: CheckOptions, findings: Diagnostic[]): void {
  void index;
  void options;
  void findings;
}
