import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import type { Predicate } from '../../../src/model/index.js';
import { keyOf } from '../../../src/predicate/index.js';

describe('the key of a predicate', () => {
  const field: Predicate = { field: 'mother."age"', schema: { minimum: 18, $comment: 'ü\n' } };
  const predicates: Predicate[] = [
    true,
    field,
    { all: [field, { any: [false, field] }] },
    { any: [] },
    { some: 'child', of: field },
    { every: '孩子', of: { all: [field, { some: 'x', of: true }] } },
  ];

  it.each(predicates.map((predicate) => [canonicalJson(predicate), predicate] as const))(
    'is its canonical JSON: %s',
    (text, predicate) => expect(keyOf(predicate)).toBe(text),
  );

  it('does not depend on the order of properties', () => {
    expect(keyOf({ field: 'a.b', schema: { minimum: 1, maximum: 2 } })).toBe(
      keyOf({ schema: { maximum: 2, minimum: 1 }, field: 'a.b' }),
    );
  });
});
