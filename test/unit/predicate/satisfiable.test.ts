import { describe, expect, it } from 'vitest';
import type { Predicate } from '../../../src/model/index.js';
import { createGround, satisfiable } from '../../../src/predicate/index.js';

const ground = createGround(() => ({ enum: ['a', 'b'] }));
const is = (field: string, value: string): Predicate => ({ field, schema: { const: value } });

/** The first field is "a"; whoever has "a" in one has it in the next: nothing is left to choose. */
function chain(length: number): Predicate[] {
  const links = Array.from({ length }, (_, at): Predicate => {
    return { any: [is(`p.x${at}`, 'b'), is(`p.x${at + 1}`, 'a')] };
  });
  return [...links.reverse(), is('p.x0', 'a')];
}

describe('the search for somebody who meets conditions', () => {
  it('counts what it looks at, also where each step is forced', () => {
    // One look at a new value; two at the alternatives that it bears on; one at those that it leaves as they are.
    const looks = (budget: number) => satisfiable(chain(1), ground, { alternatives: 2, looks: budget });
    const least = [...Array(20).keys()].find((budget) => looks(budget).verdict === 'yes')!;
    expect(least).toBeGreaterThan(3);
    expect(looks(least)).toEqual({ verdict: 'yes', facts: { 'p.x0': 'a', 'p.x1': 'a' } });
    expect(looks(least - 1)).toMatchObject({ verdict: 'unknown', because: { code: 'predicate.too-many' } });
  });

  it('takes a long chain of forced steps without nesting, and gives up on one that is too long', () => {
    expect(satisfiable(chain(300), ground).verdict).toBe('yes');
    expect(satisfiable(chain(12_000), ground, { alternatives: 2_000, looks: 20_000 })).toMatchObject({
      verdict: 'unknown',
      because: { code: 'predicate.too-many' },
    });
  });

  it('tries so many alternatives and no more', () => {
    const choices: Predicate[] = ['x', 'y', 'z'].map((name) => ({
      any: [is(`p.${name}`, 'a'), is(`p.${name}`, 'b')],
    }));
    const tried = (alternatives: number) =>
      satisfiable(choices, ground, { alternatives, looks: 1_000 }).verdict;
    expect([tried(3), tried(2)]).toEqual(['yes', 'unknown']);
  });
});
