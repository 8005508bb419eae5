import { byKey, compareCodeUnits, isObject, own } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Document, DocumentByKind, Kind, Output } from '../model/index.js';
import { kindInWords, kinds, namePattern } from '../model/index.js';
import type { SourceDocument } from './source-document.js';
import type { Entry } from './source-file.js';
import { tell } from './messages.js';

/** The names that a document offers to others, broken parts included: a reference to a broken part is not dangling. */
export interface Names {
  known: ReadonlySet<string>;
  /** The part that would list them cannot be read: any name may be meant. */
  open: boolean;
}

type Entries = { [K in Kind]: Map<string, Entry<DocumentByKind[K]>> };

/** The documents by kind and id, and what they offer to each other. */
export class CatalogueIndex {
  readonly entries: Entries;
  readonly #names = {
    subject: new Map<string, Names>(),
    block: new Map<string, Names>(),
    bundle: new Map<string, Names>(),
  };
  readonly #sources = new Map<Kind, Map<string, SourceDocument>>();
  /** Documents that nobody can refer to, because their kind or their id is wrong: each has a finding that says so. */
  readonly #nameless: readonly SourceDocument[];
  #reads: Set<SourceDocument> | undefined;
  #supplied: ReadonlySet<string> | undefined;
  #isSettled = true;

  constructor(
    entries: Entries,
    sources: readonly SourceDocument[],
    nameless: readonly SourceDocument[] = [],
  ) {
    this.entries = entries;
    this.#nameless = nameless;
    for (const kind of kinds) this.#sources.set(kind, new Map());
    for (const source of sources) {
      const { kind, id } = source;
      if (kind === undefined || id === undefined) continue;
      const byId = this.#sources.get(kind)!;
      if (!byId.has(id)) byId.set(id, source);
    }
  }

  /**
   * Runs a check and tells which documents it looked at; undefined where what it found rests on more than these: on
   * there being no such document, or on all the names there are.
   */
  observe(check: () => void): ReadonlySet<SourceDocument> | undefined {
    const reads = new Set<SourceDocument>();
    this.#reads = reads;
    this.#isSettled = true;
    check();
    this.#reads = undefined;
    return this.#isSettled ? reads : undefined;
  }

  /** The document of that kind and id, however broken. */
  source(kind: Kind, id: string): SourceDocument | undefined {
    return this.#sources.get(kind)!.get(id);
  }

  /** Is there a document of that kind and id, however broken? */
  has(kind: Kind, id: string): boolean {
    return this.#look(kind, id) !== undefined;
  }

  /** May one of the documents without a sound kind or id be meant? Then its own finding is the cause. */
  mayMean(kind: Kind, id: string): boolean {
    return this.#nameless.some((one) => (one.kind === undefined ? one.id === id : one.kind === kind));
  }

  /** The sound parts of a document. */
  document<K extends 'subject' | 'bundle'>(kind: K, id: string): DocumentByKind[K] | undefined {
    this.#look(kind, id);
    const entries = this.entries[kind] as ReadonlyMap<string, Entry<DocumentByKind[K]>>;
    return entries.get(id)?.document;
  }

  /** Does a document lack parts that are broken? */
  isDamaged(kind: Kind, id: string): boolean {
    const source = this.#look(kind, id);
    return source === undefined || source.diagnostics.some(({ severity }) => severity === 'error');
  }

  /** The ids of a kind. */
  ids(kind: Kind): Iterable<string> {
    this.#isSettled = false;
    return this.#sources.get(kind)!.keys();
  }

  /** The materials that registries give or blocks yield. */
  supplied(): ReadonlySet<string> {
    this.#isSettled = false;
    return (this.#supplied ??= new Set([
      ...[...this.entries.registry.values()].flatMap(({ document }) => materialsIn(document.gives)),
      ...[...this.entries.block.values()].flatMap(({ document }) => materialsIn(document.outputs ?? [])),
    ]));
  }

  #look(kind: Kind, id: string): SourceDocument | undefined {
    const source = this.source(kind, id);
    if (source === undefined) this.#isSettled = false;
    else this.#reads?.add(source);
    return source;
  }

  /** The elements of a subject, or the roles of a block or bundle; undefined where there is no such document. */
  names(kind: 'subject' | 'block' | 'bundle', id: string): Names | undefined {
    const source = this.#look(kind, id);
    if (source === undefined) return undefined;
    const names = this.#names[kind].get(id);
    if (names !== undefined) return names;
    const made = this.#namesIn(kind, source.raw);
    this.#names[kind].set(id, made);
    return made;
  }

  #namesIn(kind: 'subject' | 'block' | 'bundle', raw: JsonObject | undefined): Names {
    const part = raw === undefined ? undefined : own(raw, kind === 'subject' ? 'elements' : 'roles');
    if (!isObject(part)) return { known: new Set(), open: true };
    const known = Object.keys(part);
    // A key that is no name may stand for any: "{child:person}" is one key.
    return { known: new Set(known), open: !known.every((name) => namePattern.test(name)) };
  }
}

function materialsIn(given: readonly (string | Output | { material: string })[]): string[] {
  return given.flatMap((one) => (typeof one === 'object' && 'material' in one ? [one.material] : []));
}

/** Sorts the documents into an index and reports ids that stand twice: the first by file name counts. */
export function indexDocuments(
  sources: readonly SourceDocument[],
  diagnostics: Diagnostic[],
): CatalogueIndex {
  const sorted = [...sources].sort(byKey((source) => source.file));
  const first = new Map<string, SourceDocument>();
  const unique: SourceDocument[] = [];
  const nameless: SourceDocument[] = [];
  for (const source of sorted) {
    const { kind, id } = source;
    if (kind === 'catalogue') continue;
    if (kind === undefined || id === undefined || !namePattern.test(id)) nameless.push(source);
    if (kind === undefined || id === undefined) continue;
    const key = `${kind} ${id}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, source);
      unique.push(source);
      continue;
    }
    nameless.push(source);
    const related = [{ at: { file: before.file, pointer: '/id' }, ...tell('place.first') }];
    const at = { file: source.file, pointer: '/id' };
    diagnostics.push(
      createDiagnostic('catalogue/duplicate-id', { kind: kindInWords(kind), id }, at, { related }),
    );
  }
  return new CatalogueIndex(entriesOf(unique), unique, nameless);
}

function entriesOf(sources: readonly SourceDocument[]): Entries {
  const sound = sources.filter((source) => source.isSound ?? source.document !== undefined);
  // A document without a kind or an id is never sound.
  const sorted = sound.sort((a, b) => compareCodeUnits(a.id!, b.id!));
  const entries = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Entries;
  for (const source of sorted) {
    const { file } = source;
    const entry = source.isSound === undefined ? { document: source.document, file } : new LazyEntry(source);
    (entries[source.kind!] as Map<string, Entry<unknown>>).set(source.id!, entry);
  }
  return entries;
}

/** An entry whose document is packed until somebody asks for it. */
class LazyEntry implements Entry<unknown> {
  readonly #source: SourceDocument;

  constructor(source: SourceDocument) {
    this.#source = source;
  }

  get document(): Document | undefined {
    return this.#source.document;
  }

  get file(): string {
    return this.#source.file;
  }
}
