import { pointer } from '../../base/index.js';
import { createDiagnostic, suggested } from '../../diagnostics/index.js';
import type { ArgsOf, Code, Diagnostic, DiagnosticDetails, SourceRef } from '../../diagnostics/index.js';
import type { Catalogue, Kind } from '../../model/index.js';
import type { FormatTable } from '../../schema/index.js';
import { documentLimits } from '../../documents/index.js';
import type { CatalogueIndex } from '../catalogue-index.js';
import type { Entry } from '../source-file.js';
import { kindInWords, kinds, namePattern } from '../../model/index.js';
import { listOf, literal } from '../../messages/index.js';
import { tell } from '../messages.js';

/** So many ids are all named where none looks like what was written. */
const fewIds = 10;

/** What the checks need besides the documents. */
export interface CheckOptions {
  manifest: Entry<Catalogue> | undefined;
  locales: readonly string[];
  /** Derivations that the host provides. */
  derivations: readonly string[];
  /** The formats that are known. */
  formats: FormatTable;
}

/** The key or the value at a place. */
export class Spot {
  constructor(
    readonly place: Place,
    readonly on: 'key' | 'value',
  ) {}

  get ref(): SourceRef {
    return { file: this.place.file, pointer: this.place.pointer, on: this.on };
  }
}

/**
 * A place in a document, from which deeper places are named. Sound documents, which are most, never need the pointer:
 * it is put together only for a finding.
 */
export class Place {
  private constructor(
    readonly file: string,
    readonly parent: Place | undefined,
    readonly tokens: readonly (string | number)[],
  ) {}

  /** The top of a document. */
  static of(file: string): Place {
    return new Place(file, undefined, []);
  }

  at(...tokens: (string | number)[]): Place {
    return new Place(this.file, this, tokens);
  }

  get pointer(): string {
    return (this.parent?.pointer ?? '') + pointer(...this.tokens);
  }

  get value(): Spot {
    return new Spot(this, 'value');
  }

  get key(): Spot {
    return new Spot(this, 'key');
  }
}

/** The documents, the options, and the list that findings go to. */
export class CheckContext {
  readonly #useNames = new Set<string>();
  /** Findings by file: a hostile file may have more than anybody can hold. */
  readonly #counts = new Map<string, number>();

  constructor(
    readonly index: CatalogueIndex,
    readonly options: CheckOptions,
    readonly findings: Diagnostic[],
  ) {
    for (const { document } of index.entries.bundle.values()) {
      for (const use of document.uses) {
        for (const { as } of 'oneOf' in use ? use.oneOf : [use]) if (as !== undefined) this.#useNames.add(as);
      }
    }
  }

  /** Does a registry give the material, or a block yield it? */
  isSupplied(material: string): boolean {
    return this.index.supplied().has(material);
  }

  /** The names that bundles give to their uses. */
  get useNames(): ReadonlySet<string> {
    return this.#useNames;
  }

  report<C extends Code>(code: C, args: ArgsOf<C>, at: Spot, details: DiagnosticDetails = {}): void {
    const { file } = at.place;
    const limit = documentLimits.findings;
    const count = (this.#counts.get(file) ?? 0) + 1;
    this.#counts.set(file, count);
    if (count <= limit) this.findings.push(createDiagnostic(code, args, at.ref, details));
    if (count === limit + 1) {
      this.findings.push(createDiagnostic('documents/more-findings', { limit }, { file, pointer: '' }));
    }
  }

  /** Reports a reference to a document that is not there. Says whether it is. */
  refer(kind: Kind, id: string | undefined, at: Spot): boolean {
    if (id === undefined || this.index.has(kind, id)) return true;
    // An id that is no name has its own finding; nobody should write it.
    const near = suggested(
      id,
      [...this.index.ids(kind)].filter((one) => namePattern.test(one)),
    );
    if (near.help === undefined && this.index.mayMean(kind, id)) return false;
    const help = near.help === undefined ? this.#others(kind, id) : near;
    this.report('catalogue/unknown-reference', { kind: kindInWords(kind), id }, at, help);
    return false;
  }

  /** Where nothing looks like it: what else has this id; else, of few documents, all there are. */
  #others(kind: Kind, id: string): DiagnosticDetails {
    const ids = [...this.index.ids(kind)];
    const other = kinds.find((one) => one !== kind && this.index.has(one, id));
    if (other !== undefined) return { help: tell('help.other-kind', { id, kind: kindInWords(other) }) };
    const shown = ids.slice(0, fewIds);
    if (shown.length === 0) return { help: tell('help.none', { kind: literal(kind), id: literal(id) }) };
    return ids.length > fewIds ? {} : { help: tell('help.ids', { names: listOf(shown, 'comma') }) };
  }
}
