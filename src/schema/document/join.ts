import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { deepEqual, isDeeperThan, isObject } from '../../base/index.js';
import { MOST_NESTED } from './most-nested.js';
import type { SchemaDocument } from './schema-document.js';
import { createDocument } from './document.js';
import { relocate, type Relocated } from './relocate.js';

/** Schemas of different documents brought into one, so that every reference still leads to what it led to. */
export interface Joined {
  /** The schemas, in order, with references relative to the common document; without root `$defs`. */
  schemas: JsonSchema[];
  /** The common definitions. */
  definitions: JsonObject;
  document: SchemaDocument;
}

/**
 * A pointer is relative to its own document (core, section 8.2.3): where documents are joined, what references lead to
 * moves to common `$defs`, and the references follow. A document that is nested too deeply for that keeps its shape and
 * becomes a resource of its own.
 */
export function join(schemas: readonly JsonSchema[]): Joined {
  const plain = schemas.map((schema) => !hasReferences(schema));
  if (!plain.includes(false)) {
    return { schemas: [...schemas], definitions: {}, document: NOWHERE };
  }
  const definitions: JsonObject = {};
  const done: { from: JsonSchema; to: JsonSchema }[] = [];
  const ids = new Set<string>();
  const relocated: Relocated[] = [];
  const joined = schemas.map((schema, at) => {
    if (plain[at]!) return schema;
    const before = done.find(({ from }) => from === schema || deepEqual(from, schema));
    if (before) return before.to;
    const moved = isDeeperThan(schema, MOST_NESTED)
      ? undefined
      : relocate(schema as JsonObject, definitions, relocated);
    const to = moved ?? whole(schema as JsonObject, schemas, ids);
    done.push({ from: schema, to });
    return to;
  });
  return { schemas: joined, definitions, document: createDocument({ $defs: definitions, allOf: joined }) };
}

const NOWHERE = createDocument(true);

const DOLLAR = 0x24;

const NAMING = new Set(['$ref', '$dynamicRef', '$defs', '$id', '$anchor', '$dynamicAnchor']);

/** Does a document hold references, or names that they lead to? */
export function hasReferences(schema: JsonSchema): boolean {
  if (!isObject(schema)) return false;
  const open: JsonValue[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (typeof item === 'object' && item !== null) open.push(item);
      continue;
    }
    for (const key in next as JsonObject) {
      const value = (next as JsonObject)[key]!;
      if (typeof value === 'object' && value !== null) open.push(value);
      if (key.charCodeAt(0) === DOLLAR && NAMING.has(key)) return true;
    }
  }
  return false;
}

/** The document as a resource of its own; with an identifier that nobody else has, where it has none. */
function whole(schema: JsonObject, schemas: readonly JsonSchema[], ids: Set<string>): JsonSchema {
  const { $ref, ...rest } = schema;
  // A reference beside an identifier is legal, but known implementations follow it for ever; one step in, it means the same.
  const apart: JsonObject =
    $ref === undefined ? schema : { ...rest, allOf: [...listOf(rest.allOf), { $ref }] };
  if (typeof schema.$id === 'string') return apart;
  if (ids.size === 0) for (const other of schemas) collectIds(other, ids);
  let count = 0;
  while (ids.has(`json-schema:///document-${count}`)) count++;
  const $id = `json-schema:///document-${count}`;
  ids.add($id);
  return { $id, ...apart };
}

const listOf = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);

function collectIds(schema: JsonSchema, ids: Set<string>): void {
  const open: JsonValue[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (isObject(next) && typeof next.$id === 'string') ids.add(next.$id);
    const values: JsonValue[] = Object.values(next);
    for (const value of values) open.push(value);
  }
}
