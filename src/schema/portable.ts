import { assertPointer, assertSchema } from './arguments.js';
import {
  canonicalJson,
  contentHash,
  isDeeperThan,
  isObject,
  resolvePointer,
  setOwn,
  tokensOf,
} from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { MOST_NESTED } from './document/most-nested.js';
import { decodedFragment, referenceTo } from './document/document.js';
import { hasReferences } from './document/join.js';
import { ANNOTATIONS } from './keywords/registry.js';
import { eachSubschema, mapSubschemas } from './document/positions.js';
import { isSchema } from './document/is-schema.js';
import { relocate } from './document/relocate.js';

/** A definition whose text is no longer than this stands in place of each reference to it. */
const MOST_INLINE = 300;
/** A definition that is nested more deeply than this stands in place of none. */
const MOST_DEEP = 32;
/** Of more definitions in cycles than this, the identity of each rests on all of them together. */
const MOST_CYCLIC = 64;

const known = new WeakMap<JsonObject, { name: string; portable: JsonSchema }>();

/**
 * The schema in a form that means the same wherever it is put within another schema: what is small or referred to once
 * stands in place of its reference; every other definition has an address of its own, which rests on its content alone,
 * so that equal definitions of different schemas are one. {@link selfContained} turns the addresses into `$defs` of the
 * schema that is published.
 *
 * A schema without references is returned as it is; so is one that is nested too deeply or needs too many definitions.
 *
 * @param schema a document of its own for its references
 * @param name what the schema is called, where it refers to itself
 */
export function portableSchema(schema: JsonSchema, name = 'root'): JsonSchema {
  assertSchema(schema);
  if (typeof schema === 'boolean') return schema;
  const before = known.get(schema);
  if (before !== undefined && before.name === name) return before.portable;
  const portable = hasReferences(schema) && !isDeeperThan(schema, MOST_NESTED) ? made(schema, name) : schema;
  known.set(schema, { name, portable });
  if (isObject(portable)) known.set(portable, { name, portable });
  return portable;
}

function made(schema: JsonObject, name: string): JsonSchema {
  const definitions: JsonObject = {};
  const root = relocate(schema, definitions, [], name);
  return root === undefined ? schema : new Placing(root, definitions).result();
}

/** A schema of which every definition stands at the root, on its way to one whose definitions have addresses. */
class Placing {
  readonly #definitions: ReadonlyMap<string, JsonSchema>;
  /** How many references lead to each definition that takes part. */
  readonly #uses = new Map<string, number>();
  /** What stands in place of a reference to a definition. */
  readonly #placed = new Map<string, JsonSchema>();
  /** Definitions with an address: by it, their content and their name. */
  readonly #addressed = new Map<string, { name: string; schema: JsonSchema }>();

  constructor(
    private readonly root: JsonSchema,
    definitions: JsonObject,
  ) {
    this.#definitions = new Map(
      Object.entries(definitions).map(([name, held]) => [name, held as JsonSchema]),
    );
  }

  result(): JsonSchema {
    const order = this.#inUse();
    const cyclic = this.#placeAcyclic(order);
    this.#addressCyclic(cyclic);
    return this.#withDefinitions(this.#opened(this.#written(this.root)));
  }

  /** The definitions that take part, in the order in which the root leads to them. */
  #inUse(): string[] {
    const order: string[] = [];
    const open: JsonSchema[] = [this.root];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      for (const name of this.#referencesOf(next)) {
        const uses = this.#uses.get(name) ?? 0;
        this.#uses.set(name, uses + 1);
        if (uses > 0) continue;
        order.push(name);
        open.push(this.#definitions.get(name)!);
      }
    }
    return order;
  }

  /** The definitions that a schema refers to, each as many times as it does. */
  #referencesOf(schema: JsonSchema): string[] {
    const found: string[] = [];
    const open: JsonSchema[] = [schema];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!isObject(next)) continue;
      const name = this.#nameIn(next);
      if (name !== undefined) found.push(name);
      const held: JsonSchema[] = [];
      eachSubschema(next, (subschema) => held.push(subschema));
      open.push(...held.reverse());
    }
    return found;
  }

  #nameIn(schema: JsonObject): string | undefined {
    const reference = schema['$ref'];
    if (typeof reference !== 'string' || !reference.startsWith('#/$defs/')) return undefined;
    const name = nameOf(reference);
    return this.#definitions.has(name) ? name : undefined;
  }

  /** Decides what stands for each definition that leads back to none. Returns the others. */
  #placeAcyclic(order: readonly string[]): string[] {
    const waiting = new Map<string, number>();
    const dependants = new Map<string, string[]>();
    for (const name of order) {
      const references = new Set(this.#referencesOf(this.#definitions.get(name)!));
      waiting.set(name, references.size);
      for (const other of references) {
        const list = dependants.get(other);
        if (list === undefined) dependants.set(other, [name]);
        else list.push(name);
      }
    }
    const ready = order.filter((name) => waiting.get(name) === 0);
    for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
      waiting.delete(next);
      this.#place(next);
      for (const name of dependants.get(next) ?? []) {
        const left = waiting.get(name)! - 1;
        waiting.set(name, left);
        if (left === 0) ready.push(name);
      }
    }
    return order.filter((name) => waiting.has(name));
  }

  #place(name: string): void {
    const schema = this.#definitions.get(name)!;
    const written = this.#written(schema);
    const isShort = this.#uses.get(name) === 1 || canonicalJson(written).length <= MOST_INLINE;
    if (isShort && !isDeeperThan(written, MOST_DEEP)) this.#placed.set(name, written);
    else this.#address(name, contentHash(written), written);
  }

  #address(name: string, identity: string, schema?: JsonSchema): void {
    const address = `json-schema:///${identity}`;
    this.#placed.set(name, { $ref: address });
    if (schema !== undefined && !this.#addressed.has(address)) {
      this.#addressed.set(address, { name, schema });
    }
  }

  /** What leads back to itself is told apart by all that it leads to, names of definitions aside. */
  #addressCyclic(names: readonly string[]): void {
    const cyclic = new Set(names);
    const together =
      names.length > MOST_CYCLIC ? contentHash(this.#closureText(names[0]!, cyclic)) : undefined;
    const identities = names.map((name, at) =>
      contentHash(together === undefined ? this.#closureText(name, cyclic) : [together, at]),
    );
    for (const [at, name] of names.entries()) this.#address(name, identities[at]!);
    for (const [at, name] of names.entries()) {
      this.#address(name, identities[at]!, this.#written(this.#definitions.get(name)!));
    }
  }

  #closureText(start: string, cyclic: ReadonlySet<string>): string {
    const numbers = new Map([[start, 0]]);
    const texts: string[] = [];
    const open = [start];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const written = this.#written(this.#definitions.get(next)!, (name) => {
        if (!cyclic.has(name)) return undefined;
        if (!numbers.has(name)) open.push(name);
        numbers.set(name, numbers.get(name) ?? numbers.size);
        return { $ref: String(numbers.get(name)) };
      });
      texts.push(canonicalJson(written));
    }
    return texts.join('\n');
  }

  /** The schema with what stands for each of its references. */
  #written(schema: JsonSchema, placeOf?: (name: string) => JsonSchema | undefined): JsonSchema {
    if (!isObject(schema)) return schema;
    const copy = mapSubschemas(schema, (held) => this.#written(held, placeOf));
    const name = this.#nameIn(schema);
    const placed = name === undefined ? undefined : (placeOf?.(name) ?? this.#placed.get(name));
    return placed === undefined ? copy : standingFor(copy, placed);
  }

  /** What the root itself refers to is told at the root, once: whoever draws a form looks for it there. */
  #opened(root: JsonSchema): JsonSchema {
    const seen = new Set<string>();
    let here = root;
    while (isObject(here) && typeof here['$ref'] === 'string' && !seen.has(here['$ref'])) {
      const target = this.#addressed.get(here['$ref']);
      if (target === undefined) break;
      seen.add(here['$ref']);
      here = standingFor(here, target.schema);
    }
    return here;
  }

  #withDefinitions(root: JsonSchema): JsonSchema {
    if (!isObject(root)) return root;
    const definitions: JsonObject = {};
    const seen = new Set<string>();
    const open: JsonSchema[] = [root];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      if (!isObject(next)) continue;
      const address = typeof next['$ref'] === 'string' ? next['$ref'] : '';
      const target = this.#addressed.get(address);
      if (target !== undefined && !seen.has(address)) {
        seen.add(address);
        const { name, schema } = target;
        let free = name;
        for (let count = 2; Object.hasOwn(definitions, free); count++) free = `${name}-${count}`;
        setOwn(definitions, free, { $id: address, ...(schema as JsonObject) });
        open.push(schema);
      }
      eachSubschema(next, (subschema) => open.push(subschema));
    }
    return seen.size === 0 ? root : { ...root, $defs: definitions };
  }
}

/** A schema whose reference is replaced by what it leads to. Annotations beside a reference are the nearer ones. */
function standingFor({ $ref: _, ...beside }: JsonObject, target: JsonSchema): JsonSchema {
  const keywords = Object.keys(beside);
  if (keywords.length === 0) return target;
  if (target === true) return beside;
  if (target !== false && keywords.every((keyword) => ANNOTATIONS.has(keyword)))
    return { ...target, ...beside };
  const { allOf } = beside;
  return { ...beside, allOf: [...(Array.isArray(allOf) ? allOf : []), target] };
}

/**
 * A part of a schema as a {@link portableSchema} of its own: its references lead to what they led to.
 *
 * @param at a JSON Pointer into the schema
 * @returns undefined where no schema stands there
 */
export function partOf(schema: JsonSchema, at: string): JsonSchema | undefined {
  assertSchema(schema);
  assertPointer(at);
  const part = resolvePointer(schema, at);
  if (!isSchema(part)) return undefined;
  if (!isObject(schema) || !isObject(part) || !hasReferences(schema)) return part;
  const $id = typeof schema['$id'] === 'string' ? schema['$id'] : 'json-schema:///whole';
  return portableSchema({
    $ref: $id.replace(/#.*$/s, '') + referenceTo(at),
    $defs: { whole: { ...schema, $id } },
  });
}

function nameOf(reference: string): string {
  return tokensOf(decodedFragment(reference.slice(1)))[1]!;
}

/**
 * A schema with everything that its references lead to among its own `$defs`, so that any validator can read it alone:
 * the form in which forms and the schemas of steps are published. Definitions are shared, not copied.
 *
 * @param schema made of schemas that are {@link portableSchema}
 */
export function selfContained(schema: JsonSchema): JsonSchema {
  if (!isObject(schema) || !hasReferences(schema)) return schema;
  const definitions: JsonObject = {};
  const root = relocate(schema, definitions, []);
  if (!isObject(root) || Object.keys(definitions).length === 0) return root ?? schema;
  return { ...root, $defs: definitions };
}
