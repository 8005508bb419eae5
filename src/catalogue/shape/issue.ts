import { pointer } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../../diagnostics/index.js';
import { documentLimits } from '../../documents/index.js';

/** Stands for a value that cannot be kept, where a place for a value is needed. */
export const broken = Symbol('broken');

/** What is left of a value: itself where it is sound, a copy without its broken parts, or nothing. */
export type Kept = JsonValue | typeof broken;

/** Where a check stands and what it has found. */
export class ShapeContext {
  readonly diagnostics: Diagnostic[] = [];
  readonly tokens: (string | number)[] = [];
  /** The items of lists that are left out, as pointers into the value as written. */
  readonly dropped = new Set<string>();

  /**
   * @param root the document as it is written
   */
  constructor(
    readonly file: string,
    readonly root: JsonValue,
  ) {}

  report(diagnostic: Diagnostic): void {
    const limit = documentLimits.findings;
    if (this.diagnostics.length < limit) {
      this.diagnostics.push(diagnostic);
    } else if (this.diagnostics.length === limit) {
      const at = { file: this.file, pointer: '' };
      this.diagnostics.push(createDiagnostic('documents/more-findings', { limit }, at));
    }
  }

  /** The place of the value that is being checked. */
  value(): SourceRef {
    return { file: this.file, pointer: pointer(...this.tokens), on: 'value' };
  }

  /** The place of one of its keys. */
  key(name: string): SourceRef {
    return { file: this.file, pointer: pointer(...this.tokens, name), on: 'key' };
  }

  /** The place of the value as a whole: its key, where it has one. */
  whole(): SourceRef {
    return { file: this.file, pointer: pointer(...this.tokens), on: 'key' };
  }
}

/** Checks a value and says what is left of it. */
export type Check = (value: JsonValue, context: ShapeContext) => Kept;
