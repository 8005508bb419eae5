import type { Diagnostic } from '../diagnostics/index.js';
import type { CatalogueIndex } from './catalogue-index.js';
import type { CheckOptions } from './checks/check-context.js';
import { readSource } from './source-document.js';
import type { SourceDocument } from './source-document.js';
import type { SourceFile } from './source-file.js';

/** What checking a document against the others came to, and what was looked at for it. */
interface Verdict {
  reads: readonly SourceDocument[];
  findings: readonly Diagnostic[];
}

/**
 * Keeps, from one loading of a catalogue to the next, what does not change: a file with the same bytes is the same
 * document, and a document whose references lead to the same documents has the same findings. Give it to
 * `loadCatalogue` again and again; what comes out is the same as without it.
 */
export class CatalogueMemory {
  readonly #documents = new Map<string, { source: SourceFile; document: SourceDocument }>();
  #verdicts = new WeakMap<SourceDocument, Verdict>();
  #settings = '';
  #parsed = 0;

  /** How many files were parsed so far. */
  get parsed(): number {
    return this.#parsed;
  }

  /** The document of a file: as it was read before, where the bytes are the same. */
  read(source: SourceFile): SourceDocument {
    const known = this.#documents.get(source.path);
    if (known !== undefined && isSame(known.source, source)) return known.document;
    const document = readSource(source);
    this.#parsed++;
    this.#documents.set(source.path, { source, document });
    return document;
  }

  /** Forgets the files that are gone. */
  keepOnly(documents: readonly SourceDocument[]): void {
    if (this.#documents.size <= documents.length) return;
    const present = new Set(documents.map(({ file }) => file));
    for (const path of this.#documents.keys()) if (!present.has(path)) this.#documents.delete(path);
  }

  /** What counts for every document: where it changes, nothing that was found before counts. */
  settle({ locales, derivations, formats }: CheckOptions, useNames: Iterable<string>): void {
    const settings = JSON.stringify([locales, derivations, formats.names, [...useNames].sort()]);
    if (settings !== this.#settings) this.#verdicts = new WeakMap();
    this.#settings = settings;
  }

  /** What was found in a document, where everything that it was checked against is still the same. */
  verdict(document: SourceDocument, index: CatalogueIndex): readonly Diagnostic[] | undefined {
    const known = this.#verdicts.get(document);
    const holds = known?.reads.every(
      (read) => read.kind === undefined || read.id === undefined || index.source(read.kind, read.id) === read,
    );
    return holds === true ? known?.findings : undefined;
  }

  remember(
    document: SourceDocument,
    reads: ReadonlySet<SourceDocument>,
    findings: readonly Diagnostic[],
  ): void {
    this.#verdicts.set(document, { reads: [...reads], findings });
  }
}

function isSame(one: SourceFile, other: SourceFile): boolean {
  if (one === other) return true;
  const [a, b] = [one.text, other.text];
  if (one.size !== other.size || a.length !== b.length) return false;
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.every((byte, index) => byte === b[index]);
}
