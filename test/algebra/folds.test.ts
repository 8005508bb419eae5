import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonSchema } from '../../src/base/index.js';
import { equivalent, intersect, normalize } from '../../src/schema/index.js';

interface Row {
  says: string;
  schemas: JsonSchema[];
  schema: JsonSchema;
}

const rows = JSON.parse(readFileSync(new URL('folds.json', import.meta.url), 'utf8')) as Row[];

test.each(rows)('$says', ({ schemas, schema }) => {
  expect(intersect(...schemas).schema).toEqual(schema);
});

test.each(rows)('in the opposite order: $says', ({ schemas, schema }) => {
  const turned = intersect(...schemas.toReversed()).schema;
  expect(equivalent(turned, schema).verdict).toBe('yes');
});

test.each(rows)('folded again nothing changes: $says', ({ schema }) => {
  expect(normalize(intersect(schema, schema).schema)).toEqual(normalize(schema));
});
