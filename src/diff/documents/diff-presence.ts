import { omitUndefined } from '../../base/index.js';
import type { Entry } from '../../catalogue/index.js';
import type { DocumentBase } from '../../model/index.js';
import type { Collect } from '../comparison.js';

type Entries = ReadonlyMap<string, Entry<DocumentBase>>;

/**
 * What is new, gone, or goes by another id.
 * @param sides the documents of both versions, and which new id has come in place of which old one
 * @returns the new ids of what both versions have
 */
export function diffPresence(
  kind: 'bundle' | 'block',
  sides: { old: Entries; new: Entries; renamed: ReadonlyMap<string, string> },
  isWanted: (id: string) => boolean,
  add: Collect,
): string[] {
  const { old: before, new: after, renamed } = sides;
  const shared: string[] = [];
  for (const [id, from] of before) {
    const next = renamed.get(id) ?? id;
    if (!isWanted(id) && !isWanted(next)) continue;
    const old = { file: from.file, pointer: '/id' };
    const to = after.get(next);
    if (to === undefined) {
      add({ kind: `${kind}-removed`, grade: 'breaking', subject: about(kind, id, from), old });
      continue;
    }
    shared.push(next);
    if (next === id) continue;
    const now = { file: to.file, pointer: '/id' };
    const subject = about(kind, next, to);
    add({ kind: `${kind}-renamed`, grade: 'breaking', subject, before: id, after: next, old, new: now });
  }
  const known = new Set(shared);
  for (const [id, entry] of after) {
    if (known.has(id) || !isWanted(id)) continue;
    const now = { file: entry.file, pointer: '/id' };
    add({ kind: `${kind}-added`, grade: 'compatible', subject: about(kind, id, entry), new: now });
  }
  return shared;
}

function about(kind: 'bundle' | 'block', id: string, { document: { title } }: Entry<DocumentBase>) {
  return { [kind]: id, ...omitUndefined({ title }) };
}
