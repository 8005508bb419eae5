import type { Renames } from './renames.js';
import { canonicalJson, deepEqual, groupBy } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import type { Entry, LoadedCatalogue } from '../../catalogue/index.js';
import type { DocumentBase } from '../../model/index.js';
import { asJson, without } from '../documents/diff-documents.js';
import { renamedReferences } from './renamed-references.js';

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
  const open = new Set(gone);
  const left = new Set(added);
  const match = (keyOf: KeyOf): [string, string][] => {
    const pairs: [string, string][] = [];
    const fitting = groupBy(left, (entry) => keyOf(entry, news.get(entry)!));
    for (const [key, [from, ...rivals]] of groupBy(open, (entry) => keyOf(entry, contents.get(entry)!))) {
      const [to, ...others] = fitting.get(key) ?? [];
      if (from === undefined || to === undefined || rivals.length > 0 || others.length > 0) continue;
      if (!isLike(contents.get(from)!, news.get(to)!)) continue;
      open.delete(from);
      left.delete(to);
      pairs.push([from.document.id, to.document.id]);
    }
    return pairs;
  };
  yield* match((_, content) => canonicalJson(content));
  yield* match(({ file }) => file);
  yield* match(({ document: { title } }) => (title === undefined ? undefined : canonicalJson(title)));
}

/** By what two documents may be found to be the same; undefined where this one has nothing of the kind. */
type KeyOf = (entry: Entry<DocumentBase>, content: JsonObject) => string | undefined;

function contentOf(document: JsonObject): JsonObject {
  return without(document, ['id', '$schema', 'source']);
}

function isLike(from: JsonObject, to: JsonObject): boolean {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => key !== 'kind');
  const equal = keys.filter((key) => deepEqual(from[key] ?? null, to[key] ?? null));
  return equal.length >= keys.length * likeEnough;
}
