import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equivalentStates } from '../../../src/schema/patterns/equivalent-states.js';
import { limits } from '../../../src/schema/patterns/limits.js';
import { isEmpty, witness } from '../../../src/schema/index.js';
import { createMatcher, patternAutomaton, patternRisk } from '../../../src/schema/patterns/index.js';

const scripts = ['Arabic', 'Armenian', 'Bengali', 'Cyrillic', 'Greek', 'Han', 'Hebrew', 'Thai', 'Tamil'];
const classes = scripts.flatMap((script) =>
  ['sc', 'scx', 'Script', 'Script_Extensions'].flatMap((key) => [
    String.raw`\p{${key}=${script}}`,
    String.raw`\P{${key}=${script}}`,
  ]),
);

describe('what a pattern may cost', () => {
  test('classes that the engine has to be asked for are counted', () => {
    const withSome = (count: number) => `^(?:${classes.slice(0, count).join('|')})$`;
    expect(classes.length).toBeGreaterThan(limits.engineSets);
    expect(patternAutomaton(withSome(limits.engineSets))).toBeDefined();
    expect(patternAutomaton(withSome(limits.engineSets + 1))).toBeUndefined();
    expect(patternRisk(`${withSome(limits.engineSets + 1)}x*`)).toEqual({ kind: 'unknown' });
  });

  test('a class that is named often is asked for once', () => {
    expect(
      patternAutomaton(String.raw`^\p{L}`.concat(String.raw`\p{L}?`.repeat(limits.engineSets))),
    ).toBeDefined();
  });

  test.each([3, 40, 300])(
    'alternatives that go on in as many ways, %d of them, end the search in time',
    (count) => {
      const alternatives = Array.from({ length: count }, (_, at) => `${String.fromCodePoint(0x4e00 + at)}x`);
      expect(patternRisk(`^(?:${alternatives.join('|')})*$`)).toBeUndefined();
    },
  );

  test('very many of them are not decided, and this is said', () => {
    const alternatives = Array.from(
      { length: 900 },
      (_, at) => `[${String.fromCodePoint(0x4e00 + at, 0x4e01 + at)}]xy`,
    );
    expect(patternRisk(`^(?:${alternatives.join('|')})*$`)).toEqual({ kind: 'unknown' });
  });

  test('what is looked ahead for costs steps for every place at which it is owed', () => {
    const owed = (count: number) =>
      createMatcher(`^${Array.from({ length: count }, (_, at) => `(?=(?:a{${at + 1}})*$)`).join('')}a*$`)!;
    expect(owed(3)('a'.repeat(600))).toBe(true);
    expect(owed(150)('a'.repeat(9_000))).toBeUndefined();
  });
});

describe('sets of which not everything was looked at', () => {
  const repeated = (count: number) => ({ pattern: `^(?:a{${count}})+$` });

  test('texts that are only longer than what is looked at are not taken for none', () => {
    const both = { type: 'string', allOf: [repeated(2), repeated(3)] };
    expect(witness(both)).toMatchObject({ verdict: 'yes', instance: 'aaaaaa' });
    const many = { type: 'string', allOf: [3, 5, 7, 11, 13, 17, 19, 23].map(repeated) };
    expect(isEmpty(many).verdict).not.toBe('yes');
    expect(witness(many).verdict).not.toBe('no');
  });

  test('a list of words says whether it is whole', () => {
    const set = patternAutomaton('^[ab]{2}$')!;
    expect(set.list(5)).toEqual({ words: ['aa', 'ab', 'ba', 'bb'], whole: true });
    expect(set.list(4)).toEqual({ words: ['aa', 'ab', 'ba', 'bb'], whole: false });
    expect(patternAutomaton('^(?:a{2500})+$')!.list(50).whole).toBe(false);
  });
});

describe('states that no word tells apart', () => {
  const automata = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 }))
    .chain(([states, size]) =>
      fc.record({
        next: fc.array(fc.nat(states - 1), { minLength: states * size, maxLength: states * size }),
        accepting: fc.array(fc.nat(1), { minLength: states, maxLength: states }),
        size: fc.constant(size),
      }),
    );

  test('are those that no word up to the number of states tells apart', () => {
    fc.assert(
      fc.property(automata, ({ next, accepting, size }) => {
        const found = equivalentStates({
          alphabet: { starts: [0], classes: [0], size },
          next: Int32Array.from(next),
          accepting: Uint8Array.from(accepting),
        });
        // The judge looks one character further in each round.
        const numbered = (keys: string[]) => keys.map((key) => keys.indexOf(key));
        let judged = numbered(accepting.map(String));
        for (let round = 0; round < accepting.length; round++) {
          const before = judged;
          const after = (state: number) =>
            next.slice(state * size, (state + 1) * size).map((to) => before[to]);
          judged = numbered(before.map((cls, state) => [cls, ...after(state)].join()));
        }
        const first = [...new Set(judged)];
        expect([...found]).toEqual(judged.map((cls) => first.indexOf(cls)));
      }),
      { numRuns: 500 },
    );
  });
});
