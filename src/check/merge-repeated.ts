import { canonicalJson, omitUndefined } from '../base/index.js';
import type { Diagnostic, Fix, Location } from '../diagnostics/index.js';
import { tell } from './messages.js';

/** Findings of which the same words at several places have one cause: `file` and `list` where it is one within a file or a list. */
const repeated: Readonly<Record<string, 'catalogue' | 'file' | 'list'>> = {
  'catalogue/unknown-reference': 'catalogue',
  'catalogue/unknown-element': 'catalogue',
  'catalogue/unknown-derivation': 'catalogue',
  'catalogue/title-missing-locale': 'catalogue',
  'catalogue/unknown-role': 'file',
  'catalogue/unknown-value': 'file',
  'schema/unknown-keyword': 'file',
  'catalogue/wrong-type': 'list',
};

/** Makes one finding of those that say the same of several places: at the first of them, with the others as its places. */
export function mergeRepeated(sorted: readonly Diagnostic[]): Diagnostic[] {
  const first = new Map<string, Diagnostic[]>();
  const groups: Diagnostic[][] = [];
  for (const diagnostic of sorted) {
    const scope = repeated[diagnostic.code];
    const { code, args, at } = diagnostic;
    const key = scope && canonicalJson([code, args, placeOf(at, scope)]);
    const group = key === undefined ? undefined : first.get(key);
    if (group !== undefined) {
      group.push(diagnostic);
      continue;
    }
    const own = [diagnostic];
    groups.push(own);
    if (key !== undefined) first.set(key, own);
  }
  return groups.map(merged);
}

/** Within what findings of the same words have one cause. */
function placeOf({ file, pointer }: Location, scope: 'catalogue' | 'file' | 'list'): string[] {
  if (scope === 'catalogue') return [];
  const item = /\/\d+$/.exec(pointer);
  return scope === 'file' ? [file] : [file, item === null ? pointer : pointer.slice(0, item.index)];
}

function merged(group: readonly Diagnostic[]): Diagnostic {
  const [first, ...others] = group as [Diagnostic, ...Diagnostic[]];
  if (others.length === 0) return first;
  const { fixes: _, ...rest } = first;
  return {
    ...rest,
    related: [...first.related, ...others.map(({ at }) => ({ at, ...tell('check.here-too') }))],
    ...omitUndefined({ fixes: mergedFixes(group) }),
  };
}

/** One way to mend all of them, where each has one and it is the same. */
function mergedFixes(group: readonly Diagnostic[]): Fix[] | undefined {
  const [first] = group[0]!.fixes ?? [];
  if (first === undefined) return undefined;
  const title = canonicalJson(first.title);
  const isOne = group.every(
    ({ fixes = [] }) => fixes.length === 1 && canonicalJson(fixes[0]!.title) === title,
  );
  return isOne ? [{ ...first, edits: group.flatMap(({ fixes }) => fixes![0]!.edits) }] : undefined;
}
