import type { Target, SchemaDocument } from './schema-document.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import { isObject, tokensOf } from '../../base/index.js';
import { eachSubschema } from './positions.js';
import { isSchema } from './is-schema.js';

/** Where a document stands that does not say so. */
export const NAMELESS = 'json-schema:///root';

/** Indexes a document when its first reference is followed. */
export function createDocument(root: JsonSchema): SchemaDocument {
  const own = isObject(root) && typeof root.$id === 'string' ? absolute(NAMELESS, root.$id) : NAMELESS;
  let index: Index | undefined;
  const targets = new Map<string, Target | undefined>();
  const indexed = (): Index => (index ??= createIndex(root, own));
  return {
    root,
    base: own,
    enter: (schema, base) => (typeof schema.$id === 'string' ? absolute(base, schema.$id) : base),
    resolve(base, reference) {
      const key = `${base}\n${reference}`;
      if (targets.has(key)) return targets.get(key);
      const target = find(indexed(), base, reference);
      targets.set(key, target);
      return target;
    },
    dynamic(base, anchor) {
      const schema = indexed().dynamicAnchors.get(`${base}#${anchor}`);
      return schema === undefined ? undefined : { schema, base };
    },
    isDynamic: (base) => indexed().dynamicBases.has(base),
  };
}

interface Index {
  resources: Map<string, JsonSchema>;
  anchors: Map<string, JsonSchema>;
  dynamicAnchors: Map<string, JsonSchema>;
  /** The resources that have one. */
  dynamicBases: Set<string>;
  /** The resource that an object starts. */
  starts: Map<JsonObject, string>;
}

function createIndex(root: JsonSchema, own: string): Index {
  const index: Index = {
    resources: new Map([[own, root]]),
    anchors: new Map(),
    dynamicAnchors: new Map(),
    dynamicBases: new Set(),
    starts: new Map(),
  };
  if (!isObject(root)) return index;
  const seen = new Map<JsonObject, string>();
  const open: { schema: JsonObject; base: string }[] = [{ schema: root, base: own }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { schema } = next;
    let { base } = next;
    if (schema !== root && typeof schema.$id === 'string') {
      base = absolute(base, schema.$id);
      if (!index.resources.has(base)) index.resources.set(base, schema);
      index.starts.set(schema, base);
    }
    if (seen.get(schema) === base) continue;
    seen.set(schema, base);
    addAnchors(index, schema, base);
    eachSubschema(schema, (subschema) => {
      if (isObject(subschema)) open.push({ schema: subschema, base });
    });
  }
  return index;
}

function addAnchors(index: Index, schema: JsonObject, base: string): void {
  const { $anchor: anchor, $dynamicAnchor: dynamicAnchor } = schema;
  if (typeof anchor === 'string') index.anchors.set(`${base}#${anchor}`, schema);
  if (typeof dynamicAnchor === 'string') {
    // A dynamic anchor is an ordinary anchor as well (core, section 8.2.2).
    index.anchors.set(`${base}#${dynamicAnchor}`, schema);
    index.dynamicAnchors.set(`${base}#${dynamicAnchor}`, schema);
    index.dynamicBases.add(base);
  }
}

function find(index: Index, base: string, reference: string): Target | undefined {
  const hash = reference.indexOf('#');
  const uri = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? '' : reference.slice(hash + 1);
  const resource = uri === '' ? base : absolute(base, uri);
  const root = index.resources.get(resource);
  if (root === undefined) return undefined;
  if (fragment === '') return { schema: root, base: resource };
  if (fragment.startsWith('/')) return walk(index, root, resource, fragment);
  const anchored = index.anchors.get(`${resource}#${fragment}`);
  return anchored === undefined ? undefined : { schema: anchored, base: resource };
}

function walk(index: Index, root: JsonSchema, resource: string, fragment: string): Target | undefined {
  let base = resource;
  let value: unknown = root;
  for (const token of tokensOf(decodedFragment(fragment))) {
    if (Array.isArray(value)) value = /^(0|[1-9][0-9]*)$/.test(token) ? value[Number(token)] : undefined;
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
    if (isObject(value)) base = index.starts.get(value) ?? base;
  }
  return isSchema(value) ? { schema: value, base } : undefined;
}

/** What a fragment says; the text as it stands where it is not encoded. */
export function decodedFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The reference to a place of a document by its JSON Pointer (RFC 6901, section 6). */
export function referenceTo(place: string): string {
  // Half of a pair of surrogates has no encoding and stands as it is.
  const encoded = /\p{Surrogate}/u.test(place) ? place.replaceAll('%', '%25') : encodeURI(place);
  return `#${encoded.replaceAll('#', '%23')}`;
}

/** The absolute URI of a reference without its fragment; the text itself where it is no URI. */
export function absolute(base: string, reference: string): string {
  try {
    const url = new URL(reference, base);
    url.hash = '';
    return url.href;
  } catch {
    return reference.replace(/#.*$/s, '');
  }
}
