import type { JsonSchema } from '../../base/index.js';
import { escapeToken, isObject } from '../../base/index.js';
import { eachSubschema } from '../document/positions.js';

/** The tokens of a pointer as part of a URI fragment (RFC 6901, section 6). */
export function fragment(...tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${percentEncoded(escapeToken(token))}`).join('');
}

/** What a fragment may not hold is percent-encoded (RFC 3986, section 3.5); lone surrogates have no encoding. */
function percentEncoded(token: string): string {
  return encodeURI(token.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('#', '%23');
}

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
