import { isObject, own } from '../base/index.js';
import type { JsonValue } from '../base/index.js';

/**
 * One item of a repeated role is named by its key: `child[anna]`, and so is a step that is done for it, `school[anna]`.
 * What of a key could be read as a part of a name is written as `%` and its code, so that each name is read in one way.
 */

/** The property of an item that says which one it is. */
export const keyName = '$key';

/** The repeated role or the step that a name speaks of, and the key of the item where it speaks of one. */
export interface ItemParts {
  name: string;
  key?: string;
}

const reserved = /[\s.[\]%/~\p{Cc}]/gu;
const written = /%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/g;

/** The name of a role or a step for one item; without a key it stands for all of them. */
export function itemName(name: string, key: string | undefined): string {
  if (key === undefined) return name;
  const escaped = key.replace(reserved, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `%u${code.padStart(4, '0')}` : `%${code.padStart(2, '0')}`;
  });
  return `${name}[${escaped}]`;
}

/** Of which role or step, and of which item, a name speaks. */
export function itemParts(text: string): ItemParts {
  if (!text.endsWith(']')) return { name: text };
  const at = text.indexOf('[');
  if (at < 0) return { name: text };
  const key = text
    .slice(at + 1, -1)
    .replace(written, (_, long?: string, short?: string) =>
      String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
    );
  return { name: text.slice(0, at), key };
}

/** The key that an item has been given; undefined where it has none. */
export function ownKeyOf(item: JsonValue | undefined): string | undefined {
  const key = isObject(item) ? own(item, keyName) : undefined;
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** The key of an item: its own, or else its position. */
export function keyOfItem(item: JsonValue | undefined, index: number): string {
  return ownKeyOf(item) ?? String(index);
}

/** Where the item with a key stands in a list; -1 where there is none. */
export function indexOfItem(items: readonly JsonValue[], key: string): number {
  return items.findIndex((item, index) => keyOfItem(item, index) === key);
}
