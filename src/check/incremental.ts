import { CatalogueMemory, loadCatalogue } from '../catalogue/index.js';
import type { LoadedCatalogue, LoadOptions, SourceFile } from '../catalogue/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { checkBundle, findingsOf } from './check-catalogue.js';
import type { BundleVerdict, CatalogueFindings, CheckOptions } from './check-catalogue.js';
import { findNearDuplicates } from './near-duplicates.js';
import { trackReads } from './track-reads.js';
import type { Reads } from './track-reads.js';

/** How a catalogue is loaded and checked again and again; `onBundle` is called for each bundle that is composed anew. */
export interface CheckerOptions extends Omit<LoadOptions, 'memory' | 'diagnostics'>, CheckOptions {}

/** A file that is new or has another text, or one that is gone. */
export type FileChange = SourceFile | { path: string; removed: true };

/** What a run of a checker came to. */
export interface CheckerResult {
  catalogue: LoadedCatalogue;
  /** The same as checking the same files without a memory would give. */
  findings: CatalogueFindings;
  /** The bundles that were composed and proven in this run; what was found in the others is known. */
  composed: string[];
  /** How many files were parsed in this run. */
  documents: number;
}

/** Checks a catalogue that changes. */
export interface Checker {
  /**
   * Takes over the changes and checks what they touch.
   * @param diagnostics findings of whoever read the files
   */
  check(changes?: readonly FileChange[], diagnostics?: LoadOptions['diagnostics']): CheckerResult;
}

/**
 * Checks a catalogue whose files change one by one. A file with the same bytes is not parsed again; a document is checked
 * again where something that it refers to has changed; a bundle is composed again where a document that composing it
 * looked at has changed. The findings are those of a check from the beginning.
 * @param files the documents to begin with
 */
export function createChecker(files: readonly SourceFile[] = [], options: CheckerOptions = {}): Checker {
  return new IncrementalChecker(files, options);
}

class IncrementalChecker implements Checker {
  readonly #files = new Map<string, SourceFile>();
  readonly #memory = new CatalogueMemory();
  readonly #verdicts = new Map<string, { verdict: BundleVerdict; reads: Reads }>();

  #known: { documents: readonly unknown[]; likenesses: readonly Diagnostic[] } | undefined;

  constructor(
    files: readonly SourceFile[],
    readonly options: CheckerOptions,
  ) {
    for (const file of files) this.#files.set(file.path, file);
  }

  check(changes: readonly FileChange[] = [], diagnostics: LoadOptions['diagnostics'] = []): CheckerResult {
    for (const change of changes) {
      if ('removed' in change) this.#files.delete(change.path);
      else this.#files.set(change.path, change);
    }
    const { onBundle, ...load } = this.options;
    const before = this.#memory.parsed;
    const catalogue = loadCatalogue([...this.#files.values()], {
      ...load,
      memory: this.#memory,
      diagnostics,
    });
    const composed: string[] = [];
    const verdicts = [...catalogue.bundles.keys()].map((bundle, index) => {
      const known = this.#verdicts.get(bundle);
      if (known?.reads(catalogue) === true) return known.verdict;
      onBundle?.(bundle, index, catalogue.bundles.size);
      composed.push(bundle);
      return this.#compose(catalogue, bundle);
    });
    for (const bundle of this.#verdicts.keys()) {
      if (!catalogue.bundles.has(bundle)) this.#verdicts.delete(bundle);
    }
    const findings = findingsOf(catalogue, verdicts, this.#likenesses(catalogue));
    return { catalogue, findings, composed, documents: this.#memory.parsed - before };
  }

  /** Names are compared again only where a name or a place in its document may have changed. */
  #likenesses(catalogue: LoadedCatalogue): readonly Diagnostic[] {
    const named = [...catalogue.subjects.values(), ...catalogue.materials.values()];
    const documents = named.map(({ document }) => document);
    const known = this.#known;
    const isSame =
      known?.documents.length === documents.length &&
      documents.every((document, index) => document === known.documents[index]);
    if (known !== undefined && isSame) return known.likenesses;
    const likenesses = findNearDuplicates(catalogue);
    this.#known = { documents, likenesses };
    return likenesses;
  }

  #compose(catalogue: LoadedCatalogue, bundle: string): BundleVerdict {
    const { view, reads } = trackReads(catalogue);
    const verdict = checkBundle(view, bundle);
    this.#verdicts.set(bundle, { verdict, reads: reads() });
    return verdict;
  }
}
