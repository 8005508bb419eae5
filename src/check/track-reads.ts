import type { Entry, LoadedCatalogue } from '../catalogue/index.js';
import { fieldKey } from '../model/index.js';

/** Is everything that was read the same in a catalogue as it is now? */
export type Reads = (now: LoadedCatalogue) => boolean;

const kinds = [
  'subjects',
  'materials',
  'authorities',
  'registries',
  'calendars',
  'blocks',
  'bundles',
  'cases',
] as const;
type Shelf = (typeof kinds)[number];
type Documents = ReadonlyMap<string, Entry<unknown>>;

/** A view of a catalogue that remembers what is read through it, documents one by one, texts file by file. */
export function trackReads(catalogue: LoadedCatalogue): {
  view: LoadedCatalogue;
  /** What was read so far. */
  reads: () => Reads;
} {
  const shelves = new Map(kinds.map((shelf) => [shelf, new TrackedShelf(catalogue[shelf])]));
  const files = new Map<string, string | undefined>();
  const yielders = new Map<string, [subject: string, element: string, block: string | undefined]>();
  const readFile = (file: string) => {
    if (!files.has(file)) files.set(file, catalogue.text(file));
  };
  const view: LoadedCatalogue = {
    ...catalogue,
    ...(Object.fromEntries(shelves) as unknown as Pick<LoadedCatalogue, Shelf>),
    yielderOf: (subject, element) => {
      const block = catalogue.yielderOf(subject, element);
      yielders.set(fieldKey(subject, element), [subject, element, block]);
      return block;
    },
    locate: (ref) => {
      readFile(ref.file);
      return catalogue.locate(ref);
    },
    withRange: (diagnostic) => {
      for (const { at } of [diagnostic, ...diagnostic.related]) readFile(at.file);
      return catalogue.withRange(diagnostic);
    },
    text: (file) => {
      readFile(file);
      return catalogue.text(file);
    },
  };
  const { manifest, diagnostics, locales } = catalogue;
  let diagnosticsRead: readonly unknown[] | undefined;
  Object.defineProperty(view, 'diagnostics', {
    enumerable: true,
    get: () => (diagnosticsRead = diagnostics),
  });
  const reads = (): Reads => {
    const records = kinds.map((shelf) => [shelf, shelves.get(shelf)!.record()] as const);
    return (now) =>
      now.manifest?.document === manifest?.document &&
      now.locales.join() === locales.join() &&
      (diagnosticsRead === undefined || now.diagnostics === diagnosticsRead) &&
      records.every(([shelf, record]) => record(now[shelf])) &&
      [...yielders.values()].every(
        ([subject, element, block]) => now.yielderOf(subject, element) === block,
      ) &&
      [...files].every(([file, text]) => now.text(file) === text);
  };
  return { view, reads };
}

/** The documents of one kind: each that is asked for is noted; whoever goes through all of them has read them all. */
class TrackedShelf implements Documents {
  readonly #read = new Map<string, unknown>();
  #readAll = false;

  constructor(readonly documents: Documents) {}

  /** Only what was read is kept, not the documents that nobody asked for. */
  record(): (now: Documents) => boolean {
    const read = this.#read;
    const all = this.#readAll ? this.documents : undefined;
    return (now) => {
      if (all !== undefined && !isSame(all, now)) return false;
      for (const [id, document] of read) if (now.get(id)?.document !== document) return false;
      return true;
    };
  }

  get(id: string): Entry<unknown> | undefined {
    const entry = this.documents.get(id);
    this.#read.set(id, entry?.document);
    return entry;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    return this.#all().size;
  }

  forEach(callback: (entry: Entry<unknown>, id: string, map: Documents) => void): void {
    for (const [id, entry] of this.#all()) callback(entry, id, this);
  }

  entries(): MapIterator<[string, Entry<unknown>]> {
    return this.#all().entries();
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<Entry<unknown>> {
    return this.#all().values();
  }

  [Symbol.iterator](): MapIterator<[string, Entry<unknown>]> {
    return this.entries();
  }

  #all(): Documents {
    this.#readAll = true;
    return this.documents;
  }
}

function isSame(one: Documents, other: Documents): boolean {
  if (one.size !== other.size) return false;
  for (const [id, { document }] of one) if (other.get(id)?.document !== document) return false;
  return true;
}
