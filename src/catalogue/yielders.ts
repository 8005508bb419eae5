import { own } from '../base/index.js';
import type { Block } from '../model/index.js';
import type { Entry } from './types.js';

/** Looks up which block yields an element of a subject. The blocks are gone through once, when first asked. */
export function createYielders(
  blocks: ReadonlyMap<string, Entry<Block>>,
): (subject: string, element: string) => string | undefined {
  let known: Map<string, string> | undefined;
  return (subject, element) => (known ??= yieldersIn(blocks)).get(`${subject}.${element}`);
}

/** Which block yields an element of a subject, such as `person.residentId`: the first by id. */
export function yieldersIn(blocks: ReadonlyMap<string, Entry<Block>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id, { document }] of blocks) {
    for (const output of document.outputs ?? []) {
      if (!('field' in output)) continue;
      const dot = output.field.indexOf('.');
      const declared = own(document.roles, output.field.slice(0, dot));
      const subject = typeof declared === 'string' ? declared : declared?.type;
      const key = `${subject}.${output.field.slice(dot + 1)}`;
      if (subject !== undefined && !found.has(key)) found.set(key, id);
    }
  }
  return found;
}
