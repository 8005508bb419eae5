import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { deepEqual, isObject, pointer, setOwn, tokensOf } from '../../base/index.js';
import type { SchemaDocument, Target } from './schema-document.js';
import { absolute, createDocument, decodedFragment, NAMELESS, referenceTo } from './document.js';
import { dynamicTarget } from '../keywords/dynamic-target.js';
import type { Frame } from '../keywords/site.js';
import { mapSubschemas } from './positions.js';

/**
 * Where targets depend on the way that led to them, there is one definition for each way. So many are written; a schema
 * that needs more is hostile.
 */
const MOST_DEFINITIONS = 2_000;

/**
 * Takes a document apart for a common one: what its references lead to is put among the definitions, under names that
 * are free there, and the references follow. Identifiers and anchors have then done their work and are left out; a
 * `$dynamicRef` becomes a reference to what it leads to from there.
 *
 * @param name what a definition of the whole document is called
 * @returns the root without its `$defs`; undefined where it would take too many definitions
 */
export function relocate(
  root: JsonObject,
  definitions: JsonObject,
  before: Relocated[],
  name = 'root',
): JsonSchema | undefined {
  const relocated: Relocated = before.find((other) => haveSameDefinitions(other.root, root)) ?? {
    root,
    references: new Map<string, string>(),
  };
  const result = new Relocation(root, definitions, relocated.references, name).result();
  if (result !== undefined) before.push(relocated);
  return result;
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
      if (['$id', '$anchor', '$dynamicRef', '$dynamicAnchor'].some((name) => Object.hasOwn(next, name)))
        return false;
      if (typeof next.$ref === 'string' && !next.$ref.startsWith('#/$defs/')) return false;
    }
    const values: JsonValue[] = Object.values(next);
    for (const value of values) open.push(value);
  }
  return true;
}

/** Where a schema stands: its resource, and those entered before that mark schemas for dynamic references, outermost first. */
interface Scope {
  base: string;
  entered: readonly string[];
}

/** The address of a document that is not there. */
const NOWHERE = 'json-schema:///nowhere';

interface Pending {
  schema: JsonSchema;
  scope: Scope;
  name: string;
}

class Relocation {
  readonly #document: SchemaDocument;
  /** The names given, by the scope and the schema. */
  readonly #names = new Map<string, Map<JsonSchema | string, string>>();
  readonly #open: Pending[] = [];
  readonly #given: string[] = [];

  constructor(
    private readonly root: JsonObject,
    private readonly definitions: JsonObject,
    /** What references of this document, or of one with the same definitions, have become. */
    private readonly references: Map<string, string>,
    private readonly wholeName: string,
  ) {
    this.#document = createDocument(root);
  }

  result(): JsonSchema | undefined {
    const scope = this.#entered({ base: this.#document.base, entered: [] }, this.#document.base);
    const { $defs, ...rest } = this.root;
    // Definitions that nothing refers to come along: a schema loses nothing by being joined.
    if (isObject($defs))
      for (const name of Object.keys($defs)) this.#follow(referenceTo(pointer('$defs', name)), scope);
    const moved = this.#rewrite(rest, scope);
    for (let next = this.#open.shift(); next; next = this.#open.shift()) {
      if (this.#given.length > MOST_DEFINITIONS && next.scope.entered.length > 1) {
        for (const name of this.#given) delete this.definitions[name];
        return undefined;
      }
      setOwn(this.definitions, next.name, this.#rewrite(next.schema, next.scope));
    }
    return moved;
  }

  #entered(scope: Scope, base: string): Scope {
    const { entered } = scope;
    const isNew = this.#document.isDynamic(base) && !entered.includes(base);
    return isNew || base !== scope.base ? { base, entered: isNew ? [...entered, base] : entered } : scope;
  }

  #rewrite(schema: JsonSchema, outer: Scope): JsonSchema {
    if (!isObject(schema)) return schema;
    const scope = this.#entered(outer, this.#document.enter(schema, outer.base));
    const { $id: _, $anchor: __, $dynamicAnchor: ___, $defs, $dynamicRef, ...rest } = schema;
    if (isObject($defs)) {
      for (const name of Object.keys($defs)) this.#keep($defs[name] as JsonSchema, scope, name);
    }
    const copy = mapSubschemas(rest, (held) => this.#rewrite(held, scope));
    if (typeof schema.$ref === 'string') copy.$ref = this.#follow(schema.$ref, scope);
    if (typeof $dynamicRef === 'string') {
      const $ref = this.#follow($dynamicRef, scope, true);
      if (copy.$ref === undefined) copy.$ref = $ref;
      else copy.allOf = [...(Array.isArray(copy.allOf) ? copy.allOf : []), { $ref }];
    }
    return copy;
  }

  /** A definition below the root comes along as well; where several have one address, one of them. */
  #keep(definition: JsonSchema, scope: Scope, name: string): void {
    const base = isObject(definition) ? this.#document.enter(definition, scope.base) : scope.base;
    const resource = base === scope.base ? undefined : this.#document.resolve(base, '#');
    this.#nameOf(resource?.schema ?? definition, this.#entered(scope, base), name);
  }

  /** The reference that leads, in the common document, to what this one leads to. */
  #follow(reference: string, scope: Scope, dynamic = false): string {
    const { base } = scope;
    const target = dynamic
      ? dynamicTarget(reference, this.#document, frameOf(scope))
      : this.#document.resolve(base, reference);
    if (!target) {
      // It leads nowhere, or leaves the document: made absolute, so that it does the same from anywhere.
      const hash = reference.indexOf('#');
      if (hash === 0) return (base === NAMELESS ? NOWHERE : base) + reference;
      if (base === NAMELESS) return reference;
      return absolute(base, reference) + (hash === -1 ? '' : reference.slice(hash));
    }
    const key = [base, reference, String(dynamic), ...scope.entered].join('\n');
    let moved = this.references.get(key);
    if (moved === undefined) {
      const name = this.#nameOf(
        target.schema,
        this.#entered(scope, target.base),
        wantedName(reference, target) ?? this.wholeName,
      );
      moved = referenceTo(pointer('$defs', name));
      this.references.set(key, moved);
    }
    return moved;
  }

  #nameOf(schema: JsonSchema, scope: Scope, wish: string): string {
    const wanted = wellFormed(wish);
    const place = [scope.base, ...scope.entered].join('\n');
    let names = this.#names.get(place);
    if (!names) this.#names.set(place, (names = new Map<JsonSchema | string, string>()));
    // Booleans are no objects to be told apart by, and as good under one name as under two.
    const key = isObject(schema) ? schema : `${wanted} ${schema}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    let name = wanted;
    for (let count = 2; Object.hasOwn(this.definitions, name); count++) name = `${wanted}-${count}`;
    names.set(key, name);
    // Taken now, so that no other target gets the name while this one waits for its turn.
    setOwn(this.definitions, name, true);
    this.#given.push(name);
    this.#open.push({ schema, scope, name });
    return name;
  }
}

function frameOf({ base, entered }: Scope): Frame {
  let outer: Frame | undefined;
  for (const one of entered) outer = { base: one, outer };
  return { base, outer };
}

/** The last step of the way to the target; of a whole resource, the last step of its address. */
function wantedName(reference: string, target: Target): string | undefined {
  const hash = reference.indexOf('#');
  const fragment = hash === -1 ? '' : decodedFragment(reference.slice(hash + 1));
  const name = fragment.startsWith('/') ? tokensOf(fragment).at(-1) : fragment;
  if (name !== undefined && name !== '') return name;
  const address =
    target.base === NAMELESS ? '' : decodedFragment(target.base.slice(target.base.lastIndexOf('/') + 1));
  return address === '' ? undefined : address;
}

/** Half of a pair of surrogates is no text that an address can hold. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
