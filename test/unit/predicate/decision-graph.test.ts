import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Predicate } from '../../../src/model/index.js';
import {
  all,
  any,
  createGround,
  FormulaStore,
  groupsOf,
  not,
  test,
  Work,
} from '../../../src/predicate/index.js';
import type { DecisionGraph } from '../../../src/predicate/index.js';

const ground = createGround(() => ({ enum: [0, 1, 2] }));
const fields = ['a.q0', 'a.q1', 'a.q2', 'a.q3', 'a.q4', 'a.q5'];

/** The conditions as one group: the last one ties all fields together. */
function groupOf(conditions: readonly Predicate[], work?: Work): DecisionGraph {
  const tied = [...conditions, all(...fields.map((field) => test(field, { const: 0 })))];
  const store = new FormulaStore(tied, ground);
  const groups = groupsOf(
    store,
    tied.map((predicate) => store.compile(predicate)),
    work,
  );
  expect(groups).toHaveLength(1);
  return groups[0]!;
}

/** How many different sets of conditions hold together, by trying out every answer. */
function bruteForce(conditions: readonly Predicate[]): number {
  const tied = [...conditions, all(...fields.map((field) => test(field, { const: 0 })))];
  const words = new Set<string>();
  for (let answers = 0; answers < 3 ** fields.length; answers++) {
    const valueOf = (field: string) => Math.floor(answers / 3 ** fields.indexOf(field)) % 3;
    words.add(tied.map((predicate) => (holds(predicate, valueOf) ? 1 : 0)).join(''));
  }
  return words.size;
}

function holds(predicate: Predicate, valueOf: (field: string) => number): boolean {
  if (typeof predicate === 'boolean') return predicate;
  if ('all' in predicate) return predicate.all.every((part) => holds(part, valueOf));
  if ('any' in predicate) return predicate.any.some((part) => holds(part, valueOf));
  if (!('field' in predicate)) throw new Error('not made here');
  const schema = predicate.schema as { const?: number; enum?: number[]; not?: { const?: number } };
  const value = valueOf(predicate.field);
  if (schema.not !== undefined) return schema.not.const !== value;
  return schema.enum?.includes(value) ?? schema.const === value;
}

const literal = fc
  .tuple(fc.constantFrom(...fields), fc.constantFrom(0, 1, 2), fc.boolean())
  .map(([field, value, isMeant]) =>
    isMeant ? test(field, { const: value }) : not(test(field, { const: value })),
  );
const condition = fc
  .array(fc.array(literal, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((parts) => any(...parts.map((part) => all(...part))));
const conditions = fc.array(condition, { minLength: 2, maxLength: 9 });

describe('situations of conditions that hang together', () => {
  it('are counted and listed as trying out every answer does', () => {
    fc.assert(
      fc.property(conditions, (given) => {
        const expected = bruteForce(given);
        expect(groupOf(given).count()).toEqual({ count: BigInt(expected), exact: true });
        const { outcomes, whole } = groupOf(given).list(2_000);
        expect([outcomes.length, whole]).toEqual([expected, true]);
        const words = new Set(outcomes.map(({ holds: places }) => [...places].sort().join()));
        expect(words.size).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are never more than counted where the work is used up, and exactly so many where it is not', () => {
    let open = 0;
    fc.assert(
      fc.property(conditions, fc.integer({ min: 1, max: 3_000 }), (given, work) => {
        const expected = BigInt(bruteForce(given));
        const { count, exact, ended } = groupOf(given).count(work);
        expect(count).toBeGreaterThan(0n);
        if (exact) expect(count).toBe(expected);
        else {
          open += 1;
          expect(count).toBeLessThanOrEqual(expected);
          expect(ended).toBeLessThan(fields.length);
        }
        const { outcomes, whole } = groupOf(given).list(2_000, work);
        const words = new Set(outcomes.map(({ holds: places }) => [...places].sort().join()));
        expect(words.size).toBe(outcomes.length);
        if (whole) expect(BigInt(outcomes.length)).toBe(expected);
        else expect(BigInt(outcomes.length)).toBeLessThanOrEqual(expected);
        const heaviest = groupOf(given).heaviest(() => 1, work);
        const most = groupOf(given).heaviest(() => 1)!;
        expect([undefined, most.total]).toContain(heaviest?.total);
      }),
      { numRuns: 100 },
    );
    expect(open).toBeGreaterThan(20);
  });

  it('are counted to the end with just enough work, and not with one unit less', () => {
    const given = fields.flatMap((field, index) =>
      fields.slice(index + 1).map((other) => all(test(field, { const: 1 }), test(other, { const: 1 }))),
    );
    const isExact = (work: number) => groupOf(given).count(work).exact;
    let least = 1;
    while (!isExact(least)) least += 1;
    expect(least).toBeGreaterThan(100);
    expect(isExact(least - 1)).toBe(false);
    // The same holds of the work that all groups share.
    expect(groupOf(given, new Work(least)).count().exact).toBe(true);
    expect(groupOf(given, new Work(least - 1)).count().exact).toBe(false);
  });

  it.each([
    [6, true, 64n],
    [7, false, 1n],
  ])(
    'are not taken for one where a field has too many values that are told apart: %i flags',
    (flags, exact, count) => {
      const list = createGround(() => ({
        type: 'array',
        items: { enum: [1, 2, 3, 4, 5, 6, 7] },
        uniqueItems: true,
      }));
      const given = Array.from({ length: flags }, (_, index) =>
        test('a.list', { contains: { const: index + 1 } }),
      );
      const store = new FormulaStore(given, list);
      const groups = groupsOf(
        store,
        given.map((predicate) => store.compile(predicate)),
      );
      expect(groups.map((group) => group.count())).toEqual([{ count, exact }]);
      expect(groups[0]!.list(99)).toMatchObject({ whole: exact });
      expect(groups[0]!.heaviest(() => 1)?.total).toBe(exact ? 6 : undefined);
    },
  );
});
