import { isObject, pointer, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { createDocument, decodedFragment } from './document/document.js';
import type { SchemaDocument } from './document/schema-document.js';
import { hasReferences } from './document/join.js';
import { portableSchema } from './portable.js';
import { eachSubschema } from './document/positions.js';
import { HOLDERS, IN_PLACE, REFERENCES } from './keywords/registry.js';

/** A reference within a schema that does not do its work. */
export interface FaultyReference {
  /** JSON Pointer to it, from the root of the schema. */
  at: string;
  reference: string;
  /** It leaves the schema, leads to nothing or to what is no schema, or leads back to itself without looking at a part of the value; or it is
   * dynamic, and means something else in more ways than are written out. */
  fault: 'outside' | 'missing' | 'no-schema' | 'endless' | 'too-many';
}

/** A schema within the document, with the references that it makes. */
interface Node {
  schema: JsonObject;
  at: string;
  base: string;
}

/** Every reference of a schema that does not lead to a schema within it, and every one that never ends. */
export function faultyReferences(schema: JsonSchema): FaultyReference[] {
  if (!isObject(schema) || !hasReferences(schema)) return [];
  const document = createDocument(schema);
  const nodes = nodesOf(schema, document);
  const faults: FaultyReference[] = [];
  for (const node of nodes) {
    for (const [keyword, reference] of referencesOf(node.schema)) {
      const fault = faultOf(document, node.base, reference);
      if (fault !== undefined) faults.push({ at: node.at + pointer(keyword), reference, fault });
    }
  }
  return [...faults, ...endless(document, nodes), ...tooMany(schema, nodes)];
}

function nodesOf(root: JsonObject, document: SchemaDocument): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [{ schema: root, at: '', base: document.base }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const base = next.at === '' ? next.base : document.enter(next.schema, next.base);
    const { at } = next;
    nodes.push({ ...next, base });
    eachSubschema(next.schema, (schema, keyword, token) => {
      if (!isObject(schema)) return;
      open.push({ schema, at: at + pointer(keyword, ...(token === undefined ? [] : [token])), base });
    });
  }
  return nodes;
}

function referencesOf(schema: JsonObject): (readonly [string, string])[] {
  return REFERENCES.flatMap((keyword) => {
    const reference = schema[keyword];
    return typeof reference === 'string' ? [[keyword, reference] as const] : [];
  });
}

function faultOf(
  document: SchemaDocument,
  base: string,
  reference: string,
): FaultyReference['fault'] | undefined {
  const [address = '', fragment = ''] = reference.split('#', 2);
  const resource = document.resolve(base, address === '' ? '#' : address);
  if (resource === undefined) return 'outside';
  if (document.resolve(base, reference) === undefined) return 'missing';
  return fragment.startsWith('/') && !isSchemaPlace(resource.schema, fragment) ? 'no-schema' : undefined;
}

/** Do keywords that hold schemas, and they alone, lead there? */
function isSchemaPlace(root: JsonSchema, fragment: string): boolean {
  const tokens = tokensOf(decodedFragment(fragment));
  let here: unknown = root;
  for (let index = 0; index < tokens.length; index++) {
    const holding = isObject(here) ? HOLDERS.get(tokens[index]!) : undefined;
    if (holding === undefined) return false;
    here = (here as JsonObject)[tokens[index]!];
    if (holding === 'schema') continue;
    index++;
    if (index >= tokens.length || typeof here !== 'object' || here === null) return false;
    here = (here as JsonObject)[tokens[index]!];
  }
  return true;
}

function tooMany(schema: JsonObject, nodes: readonly Node[]): FaultyReference[] {
  const dynamic = nodes.find((node) => typeof node.schema['$dynamicRef'] === 'string');
  if (dynamic === undefined || portableSchema(schema) !== schema) return [];
  const reference = dynamic.schema['$dynamicRef'] as string;
  return [{ at: dynamic.at + pointer('$dynamicRef'), reference, fault: 'too-many' }];
}

interface Way {
  to: JsonSchema;
  /** The reference that leads there; none where it is a part of the schema that looks at the same value. */
  by: { at: string; reference: string } | undefined;
}

/** References that lead back to themselves without looking at a part of the value, so that applying them never ends. */
function endless(document: SchemaDocument, nodes: readonly Node[]): FaultyReference[] {
  const bySchema = new Map<JsonSchema, Node>(nodes.map((node) => [node.schema, node]));
  const state = new Map<JsonSchema, 'open' | 'done'>();
  const faults: FaultyReference[] = [];
  for (const start of nodes) {
    if (state.has(start.schema)) continue;
    const path: { node: Node; ways: Way[] }[] = [{ node: start, ways: waysOf(document, start) }];
    state.set(start.schema, 'open');
    while (path.length > 0) {
      const { node, ways } = path.at(-1)!;
      const way = ways.pop();
      if (way === undefined) {
        state.set(node.schema, 'done');
        path.pop();
        continue;
      }
      const next = bySchema.get(way.to);
      if (next === undefined) continue;
      if (state.get(way.to) === 'open' && way.by !== undefined) faults.push({ ...way.by, fault: 'endless' });
      if (state.has(way.to)) continue;
      state.set(way.to, 'open');
      path.push({ node: next, ways: waysOf(document, next) });
    }
  }
  return faults;
}

function waysOf(document: SchemaDocument, { schema, at, base }: Node): Way[] {
  const ways: Way[] = [];
  for (const [keyword, reference] of referencesOf(schema)) {
    const target = document.resolve(base, reference);
    if (target !== undefined) ways.push({ to: target.schema, by: { at: at + pointer(keyword), reference } });
  }
  eachSubschema(schema, (subschema, keyword) => {
    if (IN_PLACE.has(keyword)) ways.push({ to: subschema, by: undefined });
  });
  return ways;
}
