import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { CatalogueFindings, LoadedBaseline } from '../../check/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';

/** What is checked, and how it is judged. */
export interface CheckRequest {
  folder: string;
  /** Only findings that touch these paths are shown, as findings name them; `''` for all. */
  places: readonly string[];
  /** Codes that are errors here, besides those that the catalogue names. */
  errors: readonly string[];
  /** The file of the baseline; false for none, undefined for the one beside the catalogue. */
  baseline: string | false | undefined;
}

/** A catalogue, checked and judged. */
export interface CheckedFolder {
  request: CheckRequest;
  catalogue: LoadedCatalogue;
  /** Everything that was found, before the baseline and the places leave something out. */
  all: readonly Diagnostic[];
  findings: CatalogueFindings;
  baseline: LoadedBaseline | undefined;
  /** How many findings the baseline accepts. */
  accepted: number;
}
