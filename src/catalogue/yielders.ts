import { own } from '../base/index.js';
import { fieldKey, fieldParts } from '../model/index.js';
import type { Block } from '../model/index.js';
import type { Entry } from './source-file.js';

/** The blocks by id, and what each yields where that is known without looking at it. */
export interface Yielding {
  blocks: ReadonlyMap<string, Entry<Block>>;
  known: (id: string) => readonly string[] | undefined;
}

/** Looks up which block yields an element of a subject. The blocks are gone through once, when first asked. */
export function createYielders(yielding: Yielding): (subject: string, element: string) => string | undefined {
  let found: Map<string, string> | undefined;
  return (subject, element) => (found ??= yieldersIn(yielding)).get(fieldKey(subject, element));
}

/** Which block yields an element of a subject, such as `person.residentId`: the first by id. */
export function yieldersIn({ blocks, known }: Yielding): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id, entry] of blocks) {
    for (const key of known(id) ?? yieldsOf(entry.document)) if (!found.has(key)) found.set(key, id);
  }
  return found;
}

/** The elements of subjects that a block yields, such as `person.residentId`. */
export function yieldsOf(block: Block): string[] {
  return (block.outputs ?? []).flatMap((output) => {
    if (!('field' in output)) return [];
    const { role, element } = fieldParts(output.field);
    const declared = own(block.roles, role);
    const subject = typeof declared === 'string' ? declared : declared?.type;
    return subject === undefined ? [] : [fieldKey(subject, element)];
  });
}
