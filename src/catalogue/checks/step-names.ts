import type { Use } from '../../model/index.js';
import type { CatalogueIndex } from '../catalogue-index.js';

/** Bundles that use each other are found out elsewhere; here they come to an end. */
const longestPrefix = 500;

/**
 * The names of the steps that a bundle may have: of its uses, and of those of the bundles that it uses.
 * @returns undefined where one of the bundles cannot be read: any name may be meant
 */
export function stepNames(bundle: string, index: CatalogueIndex): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<string>();
  const open = [{ id: bundle, prefix: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id, prefix } = next;
    const key = `${prefix} ${id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const document = index.document('bundle', id);
    if (document === undefined || index.isDamaged('bundle', id)) return undefined;
    for (const use of usesIn(document.uses)) {
      if ('block' in use && !index.has('block', use.block)) return undefined;
      names.add(prefix + (use.as ?? ('block' in use ? use.block : use.bundle)));
      if ('bundle' in use && prefix.length < longestPrefix) {
        open.push({ id: use.bundle, prefix: use.as === undefined ? prefix : `${prefix}${use.as}-` });
      }
    }
  }
  return names;
}

function usesIn(uses: readonly Use[]): Exclude<Use, { oneOf: unknown }>[] {
  return uses.flatMap((use) => ('oneOf' in use ? use.oneOf : [use]));
}
