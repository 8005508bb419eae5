import { canonicalJson } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type { BoundBundle } from '../compose/index.js';
import type { SourceRef } from '../diagnostics/index.js';
import { forEachTest } from '../predicate/index.js';

/** A test that some condition makes of a field, as written or denied, and the condition. */
export interface FieldTest {
  schema: JsonSchema;
  at: SourceRef;
}

/** What the conditions of a bundle test, field by field, each test once. */
export function testsByField(bound: BoundBundle): Map<string, FieldTest[]> {
  const found = new Map<string, Map<string, FieldTest>>();
  for (const { predicate, at } of bound.conditions) {
    forEachTest(predicate, ({ field, schema }) => {
      const meant = undenied(schema as JsonSchema);
      let own = found.get(field);
      if (own === undefined) found.set(field, (own = new Map<string, FieldTest>()));
      const key = canonicalJson(meant);
      if (!own.has(key)) own.set(key, { schema: meant, at });
    });
  }
  return new Map([...found].map(([field, tests]) => [field, [...tests.values()]]));
}

function undenied(schema: JsonSchema): JsonSchema {
  const inner = typeof schema === 'object' && Object.keys(schema).length === 1 ? schema['not'] : undefined;
  return inner === undefined ? schema : (inner as JsonSchema);
}
