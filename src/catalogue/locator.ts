import type { Diagnostic, Location, SourceRef } from '../diagnostics/index.js';
import type { SourceDocument } from './source-document.js';

/** Finds where places stand in the texts, file by file as they are asked for. */
export class Locator {
  readonly #byFile: ReadonlyMap<string, SourceDocument>;

  constructor(sources: readonly SourceDocument[]) {
    this.#byFile = new Map(sources.map((source) => [source.file, source]));
  }

  locate(ref: SourceRef): Location {
    const on = ref.on ?? 'value';
    const range = this.#byFile.get(ref.file)?.parsed?.locate(ref.pointer, on);
    return { file: ref.file, pointer: ref.pointer, on, ...(range === undefined ? {} : { range }) };
  }

  withRange(diagnostic: Diagnostic): Diagnostic {
    const complete =
      diagnostic.at.range !== undefined && diagnostic.related.every(({ at }) => at.range !== undefined);
    if (complete) return diagnostic;
    const add = (at: Location): Location => (at.range === undefined ? this.locate(at) : at);
    return {
      ...diagnostic,
      at: add(diagnostic.at),
      related: diagnostic.related.map((related) => ({ ...related, at: add(related.at) })),
    };
  }

  text(file: string): string | undefined {
    return this.#byFile.get(file)?.parsed?.text;
  }
}
