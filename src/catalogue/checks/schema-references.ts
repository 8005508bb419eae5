import { isObject, own, resolvePointer } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';

/** What is wrong with a reference within a schema: it leaves the schema, or it leads nowhere. */
export function referenceFault(root: JsonObject, reference: string): 'outside' | 'missing' | undefined {
  const base = own(root, '$id');
  const local =
    typeof base === 'string' && reference.startsWith(`${base}#`) ? reference.slice(base.length) : reference;
  if (!local.startsWith('#')) {
    return hasMark(root, ['$id'], local) ? undefined : 'outside';
  }
  const fragment = decoded(local.slice(1));
  if (fragment === undefined) return 'missing';
  if (fragment === '') return undefined;
  if (fragment.startsWith('/')) {
    const target = resolvePointer(root, fragment);
    return typeof target === 'boolean' || isObject(target) ? undefined : 'missing';
  }
  return hasMark(root, ['$anchor', '$dynamicAnchor'], fragment) ? undefined : 'missing';
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

/** Does some schema within carry the name? */
function hasMark(value: JsonValue, keywords: readonly string[], name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => hasMark(item, keywords, name));
  if (!isObject(value)) return false;
  if (keywords.some((keyword) => own(value, keyword) === name)) return true;
  return Object.values(value).some((item) => hasMark(item, keywords, name));
}
