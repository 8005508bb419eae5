import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { compareCodeUnits, isObject } from '../../base/index.js';
import { MOST_NESTED } from '../document/most-nested.js';
import { ANNOTATIONS, HOLDERS, REFERENCES } from '../keywords/registry.js';
import { isSchema } from '../document/is-schema.js';

/** The number of a schema, and whether it means different things in different documents. */
export interface Interned {
  id: number;
  /** It holds references or identifiers, so that its document and resource belong to its meaning. */
  relative: boolean;
}

/**
 * Numbers schemas so that those that say the same have the same number: annotations and the order of properties do not
 * count. What is nested too deep is equal to itself alone.
 */
export class Interner {
  readonly #byText = new Map<string, number>();
  readonly #known = new WeakMap<object, Interned>();
  #last = 0;

  schema(schema: JsonSchema, depth = 0): Interned {
    if (!isObject(schema)) return this.#scalar(schema);
    const known = this.#known.get(schema);
    if (known) return known;
    const interned = depth > MOST_NESTED ? { id: ++this.#last, relative: true } : this.#read(schema, depth);
    this.#known.set(schema, interned);
    return interned;
  }

  #read(schema: JsonObject, depth: number): Interned {
    const parts: string[] = [];
    let relative = false;
    for (const keyword of Object.keys(schema).sort(compareCodeUnits)) {
      if (ANNOTATIONS.has(keyword)) continue;
      const value = schema[keyword]!;
      const part = this.#keyword(keyword, value, depth + 1);
      parts.push(`${JSON.stringify(keyword)}:${part.id}`);
      relative ||= part.relative || keyword === '$id' || REFERENCES.includes(keyword);
    }
    return { id: this.#number(`S${parts.join()}`), relative };
  }

  #keyword(keyword: string, value: JsonValue, depth: number): Interned {
    const holding = HOLDERS.get(keyword);
    if (holding === 'schema' && isSchema(value)) return this.schema(value, depth);
    if (holding === 'list' && Array.isArray(value)) {
      return this.#together(
        'L',
        value.map((held) => ['', this.schema(held as JsonSchema, depth)]),
      );
    }
    if (holding === 'map' && isObject(value)) {
      const names = Object.keys(value).sort(compareCodeUnits);
      return this.#together(
        'M',
        names.map((name) => [name, this.schema(value[name] as JsonSchema, depth)]),
      );
    }
    return this.#value(value, depth);
  }

  #value(value: JsonValue, depth: number): Interned {
    if (typeof value !== 'object' || value === null) return this.#scalar(value);
    if (depth > MOST_NESTED) return { id: ++this.#last, relative: false };
    if (Array.isArray(value)) {
      return this.#together(
        'A',
        value.map((item) => ['', this.#value(item, depth + 1)]),
      );
    }
    const names = Object.keys(value).sort(compareCodeUnits);
    return this.#together(
      'O',
      names.map((name) => [name, this.#value(value[name]!, depth + 1)]),
    );
  }

  #together(kind: string, parts: readonly (readonly [string, Interned])[]): Interned {
    const text = kind + parts.map(([name, { id }]) => `${JSON.stringify(name)}:${id}`).join();
    return { id: this.#number(text), relative: parts.some(([, { relative }]) => relative) };
  }

  #scalar(value: JsonValue): Interned {
    return { id: this.#number(`V${JSON.stringify(value)}`), relative: false };
  }

  #number(text: string): number {
    let id = this.#byText.get(text);
    if (id === undefined) this.#byText.set(text, (id = ++this.#last));
    return id;
  }
}
