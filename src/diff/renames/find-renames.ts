import { canonicalJson, deepEqual } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import type { Entry, LoadedCatalogue } from '../../catalogue/index.js';
import type { DocumentBase } from '../../model/index.js';
import { asJson, without } from '../documents/diff-documents.js';
import { renamedReferences } from './renamed-references.js';

/** The ids of the new version by those of the old one that they have come in place of. */
export interface Renames {
  block: ReadonlyMap<string, string>;
  bundle: ReadonlyMap<string, string>;
}

/** How much of a document has to be as it was, where its place or its title says that it is the same one. */
const likeEnough = 0.5;

/**
 * Which documents have another id and are the same otherwise: all they say is equal, but for ids that have changed
 * themselves; or they stand in the same file or have the same title, and most of what they say is equal. Where more
 * than one would fit, nothing is guessed.
 */
export function findRenames(before: LoadedCatalogue, after: LoadedCatalogue): Renames {
  const found = { block: new Map<string, string>(), bundle: new Map<string, string>() };
  for (;;) {
    const size = found.block.size + found.bundle.size;
    for (const kind of ['block', 'bundle'] as const) {
      const [old, now]: ReadonlyMap<string, Entry<DocumentBase>>[] =
        kind === 'block' ? [before.blocks, after.blocks] : [before.bundles, after.bundles];
      const taken = new Set(found[kind].values());
      const gone = [...old!.values()].filter(({ document: { id } }) => !now!.has(id) && !found[kind].has(id));
      const added = [...now!.values()].filter(({ document: { id } }) => !old!.has(id) && !taken.has(id));
      for (const [from, to] of pairsOf(gone, added, found)) found[kind].set(from, to);
    }
    // A name that was found makes documents equal that speak of it.
    if (found.block.size + found.bundle.size === size) return found;
  }
}

function* pairsOf(
  gone: readonly Entry<DocumentBase>[],
  added: readonly Entry<DocumentBase>[],
  renames: Renames,
): Generator<[from: string, to: string]> {
  const contents = new Map(
    gone.map((entry) => [entry, contentOf(renamedReferences(asJson(entry.document), renames))]),
  );
  const news = new Map(added.map((entry) => [entry, contentOf(asJson(entry.document))]));
  const left = new Set(added);
  const settled = new Set<Entry<DocumentBase>>();
  const match = (keyOf: (entry: Entry<DocumentBase>, content: JsonObject) => string | undefined) => {
    const pairs: [Entry<DocumentBase>, Entry<DocumentBase>][] = [];
    for (const from of gone) {
      const key = settled.has(from) ? undefined : keyOf(from, contents.get(from)!);
      if (key === undefined) continue;
      const rivals = gone.filter(
        (other) => !settled.has(other) && keyOf(other, contents.get(other)!) === key,
      );
      const fitting = [...left].filter((to) => keyOf(to, news.get(to)!) === key);
      if (rivals.length === 1 && fitting.length === 1 && isLike(contents.get(from)!, news.get(fitting[0]!)!))
        pairs.push([from, fitting[0]!]);
    }
    for (const [from, to] of pairs) {
      settled.add(from);
      left.delete(to);
    }
    return pairs.map(([from, to]): [string, string] => [from.document.id, to.document.id]);
  };
  yield* match((_, content) => canonicalJson(content));
  yield* match(({ file }) => file);
  yield* match(({ document: { title } }) => (title === undefined ? undefined : canonicalJson(title)));
}

function contentOf(document: JsonObject): JsonObject {
  return without(document, ['id', '$schema', 'source']);
}

function isLike(from: JsonObject, to: JsonObject): boolean {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => key !== 'kind');
  const equal = keys.filter((key) => deepEqual(from[key] ?? null, to[key] ?? null));
  return equal.length >= keys.length * likeEnough;
}
