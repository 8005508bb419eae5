import { omitUndefined } from '../base/index.js';
import type { Diagnostic, Edit, Location, SourceRef } from '../diagnostics/index.js';
import { scalarText } from '../documents/index.js';
import type { SourceDocument } from './source-document.js';
import { writtenPointer } from './written-places.js';

/** Finds where places stand in the texts, file by file as they are asked for. */
export class Locator {
  readonly #byFile: ReadonlyMap<string, SourceDocument>;

  /** @param others finds what is not among the sources */
  constructor(
    sources: readonly SourceDocument[],
    readonly others?: Locator,
  ) {
    this.#byFile = new Map(sources.map((source) => [source.file, source]));
  }

  private sourceOf(file: string): SourceDocument | undefined {
    return this.#byFile.get(file) ?? this.others?.sourceOf(file);
  }

  locate(ref: SourceRef): Location {
    const on = ref.on ?? 'value';
    const source = this.sourceOf(ref.file);
    const pointer = source?.dropped === undefined ? ref.pointer : writtenPointer(ref.pointer, source.dropped);
    const range = source?.parsed?.locate(pointer, on);
    return { file: ref.file, pointer, on, ...omitUndefined({ range }) };
  }

  withRange(diagnostic: Diagnostic): Diagnostic {
    const { fixes } = diagnostic;
    const complete =
      diagnostic.at.range !== undefined &&
      diagnostic.related.every(({ at }) => at.range !== undefined) &&
      (fixes ?? []).every(({ edits }) => edits.every(({ text }) => text !== undefined));
    if (complete) return diagnostic;
    const add = (at: Location): Location => (at.range === undefined ? this.locate(at) : at);
    return {
      ...diagnostic,
      at: add(diagnostic.at),
      related: diagnostic.related.map((related) => ({ ...related, at: add(related.at) })),
      ...(fixes === undefined
        ? {}
        : { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => this.#written(edit)) })) }),
    };
  }

  /** The edit with its place in the text, and with what is written there. */
  #written(edit: Edit): Edit {
    const at = edit.at.range === undefined ? this.locate(edit.at) : edit.at;
    const whole = this.text(at.file);
    if (at.range === undefined || whole === undefined) return edit;
    const original = whole.slice(at.range.start.offset, at.range.end.offset);
    const text = scalarText(original, edit.value, at.file);
    return text === undefined ? edit : { at, value: edit.value, text };
  }

  text(file: string): string | undefined {
    return this.sourceOf(file)?.parsed?.text;
  }
}
