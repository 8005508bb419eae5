import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { deepEqual, isObject, pointer, setOwn, tokensOf } from '../../base/index.js';
import type { SchemaDocument, Target } from './document.js';
import { absolute, createDocument, NAMELESS } from './document.js';
import { HOLDERS, isSchema } from './positions.js';

/**
 * Takes a document apart for a common one: what its references lead to is put among the definitions, under names that
 * are free there, and the references follow. Identifiers and anchors have then done their work and are left out.
 *
 * @returns the root without its `$defs`
 */
export function relocate(root: JsonObject, definitions: JsonObject, before: Relocated[]): JsonSchema {
  const relocated: Relocated = before.find((other) => haveSameDefinitions(other.root, root)) ?? {
    root,
    references: new Map<string, string>(),
  };
  before.push(relocated);
  return new Relocation(root, definitions, relocated.references).result();
}

/** A document taken apart already, and what became of its references. */
export interface Relocated {
  root: JsonObject;
  references: Map<string, string>;
}

/** Documents that refer to nothing but equal definitions can share them. */
function haveSameDefinitions(a: JsonObject, b: JsonObject): boolean {
  return (
    isObject(a.$defs) &&
    isObject(b.$defs) &&
    deepEqual(a.$defs, b.$defs) &&
    [a, b].every(refersToDefinitionsOnly)
  );
}

function refersToDefinitionsOnly(root: JsonObject): boolean {
  const open: JsonValue[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (isObject(next)) {
      if (Object.hasOwn(next, '$id') || Object.hasOwn(next, '$anchor')) return false;
      if (typeof next.$ref === 'string' && !next.$ref.startsWith('#/$defs/')) return false;
    }
    const values: JsonValue[] = Object.values(next);
    for (const value of values) open.push(value);
  }
  return true;
}

interface Pending {
  target: Target;
  name: string;
}

class Relocation {
  readonly #document: SchemaDocument;
  readonly #names = new Map<string, Map<JsonSchema | string, string>>();
  readonly #open: Pending[] = [];

  constructor(
    private readonly root: JsonObject,
    private readonly definitions: JsonObject,
    /** What references of this document, or of one with the same definitions, have become. */
    private readonly references: Map<string, string>,
  ) {
    this.#document = createDocument(root);
  }

  result(): JsonSchema {
    const { base } = this.#document;
    const { $defs, ...rest } = this.root;
    // Definitions that nothing refers to come along: a schema loses nothing by being joined.
    if (isObject($defs))
      for (const name of Object.keys($defs)) this.#follow(`#${encodeURI(pointer('$defs', name))}`, base);
    const moved = this.#rewrite(rest, base);
    for (let next = this.#open.shift(); next; next = this.#open.shift()) {
      setOwn(this.definitions, next.name, this.#rewrite(next.target.schema, next.target.base));
    }
    return moved;
  }

  #rewrite(schema: JsonSchema, outer: string): JsonSchema {
    if (!isObject(schema)) return schema;
    const base = this.#document.enter(schema, outer);
    const copy: JsonObject = {};
    for (const keyword of Object.keys(schema)) {
      const value = schema[keyword]!;
      if (keyword === '$id' || keyword === '$anchor') continue;
      if (keyword === '$ref' && typeof value === 'string') copy.$ref = this.#follow(value, base);
      else setOwn(copy, keyword, this.#rewriteHeld(keyword, value, base));
    }
    return copy;
  }

  #rewriteHeld(keyword: string, value: JsonValue, base: string): JsonValue {
    const holding = HOLDERS.get(keyword);
    if (holding === 'schema' && isSchema(value)) return this.#rewrite(value, base);
    if (holding === 'list' && Array.isArray(value)) {
      return value.map((held) => this.#rewrite(held as JsonSchema, base));
    }
    if (holding !== 'map' || !isObject(value)) return value;
    const copy: JsonObject = {};
    for (const name of Object.keys(value)) setOwn(copy, name, this.#rewrite(value[name] as JsonSchema, base));
    return copy;
  }

  /** The reference that leads, in the common document, to what this one leads to. */
  #follow(reference: string, base: string): string {
    const target = this.#document.resolve(base, reference);
    if (!target) {
      // It leaves the document: made absolute, so that it leads to the same place from anywhere.
      const hash = reference.indexOf('#');
      if (base === NAMELESS || hash === 0) return reference;
      return absolute(base, reference) + (hash === -1 ? '' : reference.slice(hash));
    }
    const key = `${base}\n${reference}`;
    let moved = this.references.get(key);
    if (moved === undefined) {
      const name = this.#nameOf(target, reference);
      moved = `#${encodeURI(pointer('$defs', name)).replaceAll('#', '%23')}`;
      this.references.set(key, moved);
    }
    return moved;
  }

  #nameOf(target: Target, reference: string): string {
    const fragment = reference.includes('#') ? reference.slice(reference.indexOf('#') + 1) : '';
    let names = this.#names.get(target.base);
    if (!names) this.#names.set(target.base, (names = new Map<JsonSchema | string, string>()));
    const key = isObject(target.schema) ? target.schema : fragment;
    const known = names.get(key);
    if (known !== undefined) return known;
    const wanted = wantedName(fragment);
    let name = wanted;
    for (let count = 2; Object.hasOwn(this.definitions, name); count++) name = `${wanted}-${count}`;
    names.set(key, name);
    // Taken now, so that no other target gets the name while this one waits for its turn.
    setOwn(this.definitions, name, true);
    this.#open.push({ target, name });
    return name;
  }
}

function wantedName(fragment: string): string {
  let text = fragment;
  try {
    text = decodeURIComponent(fragment);
  } catch {
    // The text as it stands is a name as well.
  }
  const name = text.startsWith('/') ? tokensOf(text).at(-1) : text;
  return name === undefined || name === '' ? 'root' : name;
}
