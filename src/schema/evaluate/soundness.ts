import { isDeeperThan, isObject, own, type JsonObject, type JsonSchema } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import { keywordFault } from '../keywords/keyword-shape.js';
import { canMatch } from '../keywords/matching.js';
import { patternsOf } from '../keywords/patterns-of.js';
import { keywordMap, REFERENCES } from '../keywords/registry.js';
import { isPattern } from '../patterns/index.js';
import { assertSchema } from '../arguments.js';
import { tell } from '../messages.js';
import { eachSubschema } from '../document/positions.js';

/** Schemas nested more deeply than this are hostile, and evaluation ends sooner. */
const MOST_NESTED = 1_000;
const DIALECT = /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;

/**
 * Sees that a document is a schema of draft 2020-12 that can be evaluated: each keyword has the shape that it should,
 * patterns have a bounded way to run, references lead somewhere within the document.
 * @throws UsageError `schema/not-a-schema`, `schema/reference-outside`, `schema/pattern-refused`, `schema/too-deep`
 */
export function assertSound(document: SchemaDocument): void {
  const { root } = document;
  assertSchema(root);
  if (isDeeperThan(root, MOST_NESTED)) throw new UsageError(tell('schema/too-deep'));
  const seen = new Set<JsonSchema>();
  const open: { schema: JsonSchema; base: string }[] = [{ schema: root, base: document.base }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { schema } = next;
    if (!isObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    const base = schema === root ? next.base : document.enter(schema, next.base);
    assertKeywords(schema);
    patternsOf(schema).forEach(assertPattern);
    for (const keyword of REFERENCES) {
      const reference = own(schema, keyword);
      if (typeof reference !== 'string') continue;
      const target = document.resolve(base, reference);
      if (target === undefined) throw new UsageError(tell('schema/reference-outside:nowhere', { reference }));
      open.push(target);
    }
    eachSubschema(schema, (subschema) => open.push({ schema: subschema, base }));
  }
}

/** Keywords of older drafts are not read, whatever their values. */
const SHAPES = keywordMap(({ renamed, shape }) => (renamed === undefined ? shape : undefined));

function assertKeywords(schema: JsonObject): void {
  for (const [name, value] of Object.entries(schema)) {
    const shape = SHAPES.get(name);
    if (shape === undefined) continue;
    const expected = keywordFault(shape, value);
    if (expected !== undefined)
      throw new UsageError(tell('schema/not-a-schema:keyword', { keyword: name, expected }));
    if (name === '$schema' && !DIALECT.test(value as string))
      throw new UsageError(tell('schema/not-a-schema:dialect', { dialect: value as string }));
  }
}

function assertPattern(pattern: string): void {
  const shown = pattern.slice(0, 200);
  if (!isPattern(pattern)) throw new UsageError(tell('schema/not-a-schema:pattern', { pattern: shown }));
  if (!canMatch(pattern)) {
    throw new UsageError(
      tell('schema/pattern-refused', { pattern: shown }),
      tell('schema/pattern-refused:help'),
    );
  }
}
