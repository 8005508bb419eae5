import { canonicalJson } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type { Predicate } from '../model/index.js';

/** Documents and predicates do not change, so the text of one is worked out once. */
const texts = new WeakMap<object, string>();
const keys = new WeakMap<object, string>();

/** Equal schemas have equal texts. */
export function textOf(schema: JsonSchema): string {
  if (typeof schema === 'boolean') return String(schema);
  let text = texts.get(schema);
  if (text === undefined) {
    text = canonicalJson(schema);
    texts.set(schema, text);
  }
  return text;
}

const spellings = new WeakMap<object, string>();

/** A schema as it is written: the order of its properties may show in what is made of it. */
export function spellingOf(schema: JsonSchema): string {
  if (typeof schema === 'boolean') return String(schema);
  let spelling = spellings.get(schema);
  if (spelling === undefined) {
    spelling = JSON.stringify(schema);
    spellings.set(schema, spelling);
  }
  return spelling;
}

/** Equal predicates have equal keys: the canonical JSON, put together from the keys of the parts. */
export function keyOf(predicate: Predicate): string {
  if (typeof predicate === 'boolean') return String(predicate);
  let key = keys.get(predicate);
  if (key === undefined) {
    key = written(predicate);
    keys.set(predicate, key);
  }
  return key;
}

function written(predicate: Exclude<Predicate, boolean>): string {
  if ('field' in predicate)
    return `{"field":${JSON.stringify(predicate.field)},"schema":${textOf(predicate.schema)}}`;
  if ('all' in predicate) return `{"all":[${predicate.all.map(keyOf).join(',')}]}`;
  if ('any' in predicate) return `{"any":[${predicate.any.map(keyOf).join(',')}]}`;
  if ('some' in predicate) return `{"of":${keyOf(predicate.of)},"some":${JSON.stringify(predicate.some)}}`;
  return `{"every":${JSON.stringify(predicate.every)},"of":${keyOf(predicate.of)}}`;
}
