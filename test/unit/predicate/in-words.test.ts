import { describe, expect, test } from 'vitest';
import { render } from '../../../src/languages/index.js';
import { all, any, conditionMessage, conditionPart, some } from '../../../src/predicate/index.js';
import type { Predicate } from '../../../src/model/index.js';

const field = (schema: object): Predicate => ({ field: 'a.b', schema: schema as never });

describe('a condition in words', () => {
  test.each<[Predicate, string, string]>([
    [field({ minimum: 18, not: { const: 20 } }), 'a.b ≥ 18 and ≠ 20', 'a.b ≥ 18 且 ≠ 20'],
    [field({ not: { minimum: 18 } }), 'a.b not ≥ 18', 'a.b 并非 ≥ 18'],
    [field({ enum: ['x', 'y', 'z'], not: { enum: ['x', 'y'] } }), 'a.b = z', 'a.b = z'],
    [field({ enum: ['x', 'y'], not: { enum: ['x', 'y'] } }), 'a.b is impossible', 'a.b 无法取值'],
    [field({ not: { minimum: 1, maximum: 2 } }), 'a.b meets not: {"minimum":1,"maximum":2}', ''],
    [some('child', true), 'there is some child', '有 child'],
    [
      any(field({ const: 1 }), all(field({ const: 1 }), { field: 'c.d', schema: { const: 2 } })),
      'a.b = 1',
      'a.b = 1',
    ],
  ])('%j', (predicate, en, zh) => {
    expect(render(conditionMessage(predicate), 'en')).toBe(en);
    if (zh !== '') expect(render(conditionMessage(predicate), 'zh')).toBe(zh);
  });

  test('is put in brackets where it would be misread within a sentence', () => {
    const either = any(field({ minimum: 1 }), { field: 'c.d', schema: { const: 2 } });
    expect(conditionPart(either).message).toBe('(a.b ≥ 1 or c.d = 2)');
    expect(conditionPart(field({ const: 1 })).message).toBe('a.b = 1');
  });

  test('names what an author wrote as it is, whatever it looks like', () => {
    expect(render(conditionMessage(field({ const: 'always' })), 'zh')).toBe('a.b = always');
  });
});
