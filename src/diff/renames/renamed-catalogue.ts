import { compareCodeUnits } from '../../base/index.js';
import type { Entry, LoadedCatalogue } from '../../catalogue/index.js';
import type { DocumentBase } from '../../model/index.js';
import { asJson } from '../documents/diff-documents.js';
import type { Renames } from './renames.js';
import { renamedReferences } from './renamed-references.js';

/** The old version with the new names: what is compared then is what has changed besides. Places stay as they were. */
export function renamedCatalogue(catalogue: LoadedCatalogue, renames: Renames): LoadedCatalogue {
  if (renames.block.size === 0 && renames.bundle.size === 0) return catalogue;
  const renamed = <T extends DocumentBase>(entries: ReadonlyMap<string, Entry<T>>) =>
    new Map(
      [...entries.values()]
        .map((entry): [string, Entry<T>] => {
          const document = renamedReferences(asJson(entry.document), renames) as unknown as T;
          return [document.id, { ...entry, document }];
        })
        .sort(([a], [b]) => compareCodeUnits(a, b)),
    );
  return {
    ...catalogue,
    blocks: renamed(catalogue.blocks),
    bundles: renamed(catalogue.bundles),
    yielderOf: (subject, element) => {
      const block = catalogue.yielderOf(subject, element);
      return block === undefined ? undefined : (renames.block.get(block) ?? block);
    },
  };
}
