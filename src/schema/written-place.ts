import { assertPointer, assertSchema } from './arguments.js';
import { isObject, pointer, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { createDocument } from './document/document.js';
import { eachSubschema } from './document/positions.js';

/**
 * Where an author wrote what stands at a place of the portable form of a schema: a definition stands there in place of
 * its reference, or under `allOf` behind the author's own members.
 *
 * @param schema as the author wrote it
 * @param at a JSON Pointer into the portable form
 * @returns a JSON Pointer into the schema; as far down as it can be told
 */
export function writtenPlace(schema: JsonSchema, at: string): string {
  assertSchema(schema);
  assertPointer(at);
  if (!isObject(schema)) return '';
  const document = createDocument(schema);
  const tokens = tokensOf(at);
  let base = document.base;
  let place = '';
  let here: JsonValue | undefined = schema;
  for (let index = 0; index < tokens.length; index++) {
    let token = tokens[index]!;
    const seen = new Set<JsonValue>();
    while (isObject(here) && !holds(here, token, tokens[index + 1]) && !seen.has(here)) {
      seen.add(here);
      if (typeof here['$ref'] !== 'string') return place;
      const target = document.resolve(base, here['$ref']);
      if (target === undefined || !isObject(target.schema)) return place;
      const found = placeOf(schema, target.schema);
      if (found === undefined) return place;
      [here, base, place] = [target.schema, target.base, found];
      if (token === 'allOf') {
        index += 2;
        if (index >= tokens.length) return place;
        token = tokens[index]!;
      }
    }
    here = isObject(here) || Array.isArray(here) ? (here as JsonObject)[token] : undefined;
    if (here === undefined) return place;
    if (isObject(here)) base = document.enter(here, base);
    place += pointer(token);
  }
  return place;
}

/** Does the author's schema itself hold what the token leads to? */
function holds(schema: JsonObject, token: string, next: string | undefined): boolean {
  const value = Object.hasOwn(schema, token) ? schema[token] : undefined;
  return token === 'allOf' && Array.isArray(value) && next !== undefined
    ? Number(next) < value.length
    : value !== undefined;
}

function placeOf(root: JsonObject, wanted: JsonObject): string | undefined {
  const open: { schema: JsonSchema; place: string }[] = [{ schema: root, place: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema, place } = next;
    if (schema === wanted) return place;
    if (!isObject(schema)) continue;
    eachSubschema(schema, (subschema, keyword, token) => {
      open.push({
        schema: subschema,
        place: place + pointer(keyword, ...(token === undefined ? [] : [token])),
      });
    });
  }
  return undefined;
}
