import { describe, expect, it } from 'vitest';
import { conflictSets } from '../../../src/compose/index.js';
import type { Statement } from '../../../src/compose/index.js';
import type { Predicate } from '../../../src/model/index.js';
import { createGround, satisfiable, test } from '../../../src/predicate/index.js';

const ground = createGround(() => ({ enum: Array.from({ length: 40 }, (_, index) => index) }));
const possible = (predicate: Predicate) => satisfiable([predicate], ground);
const says = (value: number, guard: Predicate = true): Statement => ({
  schema: { const: value },
  guard,
  at: { file: 'a.yaml', pointer: `/${value}` },
  who: { use: String(value) },
});
const kind = (...values: number[]) => test('a.kind', { enum: values });
const namesOf = (sets: readonly { members: Statement[] }[]) =>
  sets.map(({ members }) => members.map(({ who }) => `"${(who as { use: string }).use}"`).join(' ')).sort();

describe('the search for statements that contradict each other', () => {
  it('is through with forty that exclude each other', () => {
    const statements = Array.from({ length: 40 }, (_, index) => says(index, kind(index)));
    const found = conflictSets(statements, possible, { sets: 'first', budget: 79 });
    expect(found).toEqual({ sets: [], complete: true });
    expect(conflictSets(statements, possible, { sets: 'first', budget: 78 }).complete).toBe(false);
  });

  it('finds the two among many that meet', () => {
    const statements = Array.from({ length: 20 }, (_, index) =>
      says(index, index === 19 ? kind(3, 19) : kind(index)),
    );
    for (const sets of ['first', 'every'] as const) {
      const found = conflictSets(statements, possible, { sets });
      expect([namesOf(found.sets), found.complete]).toEqual([['"3" "19"'], true]);
    }
  });

  it('finds every set, or the first', () => {
    const statements = [says(1), says(2, kind(1, 2)), says(3, kind(2, 3))];
    const every = conflictSets(statements, possible, { sets: 'every' });
    expect(namesOf(every.sets)).toEqual(['"1" "2"', '"1" "3"', '"2" "3"']);
    expect(conflictSets(statements, possible, { sets: 'first' }).sets).toHaveLength(1);
  });

  it('says so where it ends before that is settled', () => {
    const statements = [says(1, kind(1)), says(2, kind(2)), says(3, kind(3))];
    const isComplete = (budget: number) =>
      conflictSets(statements, possible, { sets: 'every', budget }).complete;
    let least = 1;
    while (!isComplete(least)) least += 1;
    expect(least).toBeGreaterThan(1);
    expect(isComplete(least - 1)).toBe(false);
  });
});
