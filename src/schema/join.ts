import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { isObject, pointer, setOwn, tokensOf } from '../base/index.js';
import { isDeeperThan, MOST_NESTED, sameJson } from './canonical-text.js';
import type { SchemaDocument } from './document.js';
import { createDocument } from './document.js';
import { HOLDERS, isSchema } from './positions.js';

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
 * moves to common `$defs`, and the references follow. A document whose references depend on identifiers or on the
 * dynamic scope keeps its shape and becomes a resource of its own.
 */
export function join(schemas: readonly JsonSchema[]): Joined {
  if (!schemas.some(hasReferences)) {
    return { schemas: [...schemas], definitions: {}, document: createDocument(true) };
  }
  const definitions: JsonObject = {};
  const moved = new Map<JsonSchema, JsonSchema>();
  const done: { from: JsonSchema; to: JsonSchema }[] = [];
  const joined = schemas.map((schema, at) => {
    const before = moved.get(schema) ?? done.find(({ from }) => sameJson(from, schema))?.to;
    if (before !== undefined) return before;
    const after = move(schema, at, definitions);
    moved.set(schema, after);
    done.push({ from: schema, to: after });
    return after;
  });
  return { schemas: joined, definitions, document: createDocument({ $defs: definitions, allOf: joined }) };
}

const IDENTITIES = ['$id', '$anchor', '$dynamicAnchor', '$dynamicRef'] as const;

function scan(schema: JsonSchema, found: (part: JsonObject) => boolean): boolean {
  if (!isObject(schema)) return false;
  const open: JsonValue[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (typeof item === 'object' && item !== null) open.push(item);
    } else if (isObject(next)) {
      if (found(next)) return true;
      for (const key in next) {
        const value = next[key]!;
        if (typeof value === 'object' && value !== null) open.push(value);
      }
    }
  }
  return false;
}

const hasReferences = (schema: JsonSchema): boolean =>
  scan(schema, (part) => {
    if ('$ref' in part || '$defs' in part) return true;
    return IDENTITIES.some((keyword) => keyword in part);
  });

const hasIdentities = (schema: JsonSchema): boolean =>
  scan(schema, (part) => IDENTITIES.some((keyword) => typeof part[keyword] === 'string'));

function move(schema: JsonSchema, at: number, definitions: JsonObject): JsonSchema {
  if (!isObject(schema) || !hasReferences(schema)) return schema;
  if (hasIdentities(schema) || isDeeperThan(schema, MOST_NESTED)) {
    return typeof schema.$id === 'string' ? schema : { $id: `json-schema:///document-${at}`, ...schema };
  }
  return new Move(schema, definitions).result();
}

/** Moves one document: names a definition for each target of a reference, then rewrites the references. */
class Move {
  readonly #names = new Map<string, string>();
  readonly #open: { target: JsonSchema; name: string }[] = [];

  constructor(
    private readonly root: JsonObject,
    private readonly definitions: JsonObject,
  ) {}

  result(): JsonSchema {
    const { $defs, ...rest } = this.root;
    if (isObject($defs))
      for (const name of Object.keys($defs)) this.#name(`/$defs/${pointer(name).slice(1)}`);
    const moved = this.#rewrite(rest) as JsonObject;
    for (let next = this.#open.shift(); next; next = this.#open.shift()) {
      setOwn(this.definitions, next.name, this.#rewrite(next.target));
    }
    return moved;
  }

  /** The common name of what a pointer of this document leads to; undefined where it leads nowhere. */
  #name(target: string): string | undefined {
    const known = this.#names.get(target);
    if (known !== undefined) return known;
    const found = createDocument(this.root).resolve('json-schema:///root', `#${encodeURI(target)}`);
    if (!found) return undefined;
    const wanted = tokensOf(target).at(-1) ?? 'root';
    let name = wanted;
    for (let count = 2; Object.hasOwn(this.definitions, name); count++) name = `${wanted}-${count}`;
    this.#names.set(target, name);
    // Taken now, so that no other target gets the name while this one waits for its turn.
    setOwn(this.definitions, name, true);
    this.#open.push({ target: found.schema, name });
    return name;
  }

  #rewrite(schema: JsonSchema): JsonSchema {
    if (!isObject(schema)) return schema;
    const copy: JsonObject = {};
    for (const keyword of Object.keys(schema)) {
      const value = schema[keyword]!;
      if (keyword === '$ref' && typeof value === 'string') copy.$ref = this.#follow(value);
      else setOwn(copy, keyword, this.#rewriteHeld(keyword, value));
    }
    return copy;
  }

  #rewriteHeld(keyword: string, value: JsonValue): JsonValue {
    const holding = HOLDERS.get(keyword);
    if (holding === 'schema' && isSchema(value)) return this.#rewrite(value);
    if (holding === 'list' && Array.isArray(value))
      return value.map((held) => this.#rewrite(held as JsonSchema));
    if (holding !== 'map' || !isObject(value)) return value;
    const copy: JsonObject = {};
    for (const name of Object.keys(value)) setOwn(copy, name, this.#rewrite(value[name] as JsonSchema));
    return copy;
  }

  #follow(reference: string): string {
    if (!reference.startsWith('#')) return reference;
    let target: string;
    try {
      target = decodeURIComponent(reference.slice(1));
    } catch {
      return reference;
    }
    const name = this.#name(target);
    return name === undefined ? reference : `#${encodeURI(pointer('$defs', name))}`;
  }
}
