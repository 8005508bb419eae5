import { isObject, pointer, setOwn } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { assertArguments } from '../messages/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Document, DocumentByKind, Kind } from '../model/index.js';
import { isZodType, schemaOfZod } from './zod-schema.js';

/** What is remembered of a definition, beside the plain document that it is. */
interface Provenance {
  /** Definitions that it refers to. */
  uses: Document[];
  /** What a zod type said that JSON Schema cannot. */
  diagnostics: Diagnostic[];
}

const provenances = new WeakMap<object, Provenance>();

/**
 * Makes a plain document of what an author wrote: zod types become JSON Schemas, other definitions their ids.
 * Properties that are undefined are left out.
 */
export function define<K extends Kind>(kind: K, written: object): DocumentByKind[K] {
  const call = `define${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  assertArguments(call, { [kind]: 'object' }, { [kind]: written });
  const file = `typescript:${kind}/${String((written as { id?: unknown }).id)}`;
  const definition = new Definition(file);
  const document = { kind, ...(definition.plain(written, []) as object) } as unknown as DocumentByKind[K];
  provenances.set(document, definition);
  return document;
}

class Definition implements Provenance {
  readonly uses: Document[] = [];
  readonly diagnostics: Diagnostic[] = [];

  constructor(readonly file: string) {}

  plain(value: unknown, tokens: readonly (string | number)[]): JsonValue {
    if (isZodType(value)) {
      const { schema, diagnostics } = schemaOfZod(value, { file: this.file, pointer: pointer(...tokens) });
      this.diagnostics.push(...diagnostics);
      return schema;
    }
    if (typeof value === 'object' && value !== null && provenances.has(value)) {
      this.uses.push(value as Document);
      return (value as Document).id;
    }
    if (Array.isArray(value))
      return value.map((item: unknown, index) => this.plain(item, [...tokens, index]));
    if (!isObject(value)) return value as JsonValue;
    const copy: JsonObject = {};
    for (const [key, part] of Object.entries(value as Record<string, unknown>)) {
      if (part !== undefined) setOwn(copy, key, this.plain(part, [...tokens, key]));
    }
    return copy;
  }
}

/** Documents made in TypeScript, ready for `loadCatalogue([], …)`. */
export interface Definitions {
  /** Each once: those that were named, and all that they refer to. */
  documents: Document[];
  /** What zod types said that JSON Schema cannot. */
  diagnostics: Diagnostic[];
}

/**
 * Gathers definitions and everything that they refer to: of a bundle its blocks, of these their subjects, and so on.
 * @example loadCatalogue([], gatherDefinitions(newborn))
 */
export function gatherDefinitions(...definitions: readonly Document[]): Definitions {
  const seen = new Set<Document>();
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  const pending = [...definitions].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    documents.push(next);
    const provenance = provenances.get(next);
    diagnostics.push(...(provenance?.diagnostics ?? []));
    pending.push(...[...(provenance?.uses ?? [])].reverse());
  }
  return { documents, diagnostics };
}
