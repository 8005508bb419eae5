import type { JsonSchema } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import { eachSubschema } from '../document/positions.js';
import { fragment } from './fragment.js';

/** The JSON Pointer fragments to the subschemas of a document. */
export class Fragments {
  readonly #known = new Map<JsonSchema, string>();
  readonly #open: { schema: JsonSchema; path: string }[];

  constructor(root: JsonSchema) {
    this.#open = [{ schema: root, path: '#' }];
  }

  /** Undefined where the schema stands at no place where schemas stand. */
  of(schema: JsonSchema): string | undefined {
    for (let next = this.#open.pop(); next; next = this.#open.pop()) this.#enter(next);
    return this.#known.get(schema);
  }

  #enter({ schema, path }: { schema: JsonSchema; path: string }): void {
    if (!isObject(schema) || this.#known.has(schema)) return;
    this.#known.set(schema, path);
    eachSubschema(schema, (subschema, keyword, token) => {
      const below = token === undefined ? fragment(keyword) : fragment(keyword, token);
      this.#open.push({ schema: subschema, path: path + below });
    });
  }
}
