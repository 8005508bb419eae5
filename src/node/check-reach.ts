import type { LoadedCatalogue } from '../catalogue/index.js';
import type { Use } from '../model/index.js';

/** The files of the blocks and bundles that some bundles consist of, themselves included. */
export function reachOf(
  catalogue: Pick<LoadedCatalogue, 'blocks' | 'bundles'>,
  bundles: readonly string[],
): Set<string> {
  const files = new Set<string>();
  const visit = (id: string): void => {
    const entry = catalogue.bundles.get(id);
    if (entry === undefined || files.has(entry.file)) return;
    files.add(entry.file);
    for (const use of usesIn(entry.document.uses)) {
      if ('bundle' in use) visit(use.bundle);
      else addBlock(use.block);
    }
  };
  const addBlock = (id: string): void => {
    const entry = catalogue.blocks.get(id);
    if (entry !== undefined) files.add(entry.file);
  };
  for (const bundle of bundles) visit(bundle);
  return files;
}

function usesIn(uses: readonly Use[]): Exclude<Use, { oneOf: unknown }>[] {
  return uses.flatMap((use) => ('oneOf' in use ? usesIn(use.oneOf) : [use]));
}
