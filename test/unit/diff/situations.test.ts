import { describe, expect, test } from 'vitest';
import { compare, withBlock, base } from './small-catalogue.js';

const adult = { 'person.age': { minimum: 18 } };

describe('what holds in some situations only', () => {
  test('nobody is told of a situation that does not exist', () => {
    const time = { promised: '5wd' };
    const variant = (promised: string) => ({ when: { 'person.age': { maximum: -1 } }, time: { promised } });
    const { changes } = compare(
      withBlock('first', { variants: [variant('9wd')] }),
      withBlock('first', { time, variants: [variant('7wd')] })(base),
    );
    expect(changes.filter(({ kind }) => kind.startsWith('time-'))).toEqual([]);
  });

  test('a variant is worse for those whom it is about, and the example is one of them', () => {
    const { changes } = compare(
      withBlock('first', { variants: [{ when: adult, time: { promised: '8wd' } }] }),
    );
    const longer = changes.find(({ kind }) => kind === 'time-longer');
    expect(longer?.after).toEqual({
      promised: '8wd',
      when: { field: 'person.age', schema: { minimum: 18 } },
    });
    const { value } = longer!.counterexample as { value: Record<string, number> };
    expect(value['person.age']).toBeGreaterThanOrEqual(18);
  });

  test('fees beyond all bounds are subtracted all the same', () => {
    const { consequences } = compare(
      withBlock('first', { fee: { amount: 1e308, currency: 'CNY' } }),
      withBlock('second', { fee: { amount: 1e308, currency: 'CNY' } })(base),
    );
    for (const { difference } of consequences.flatMap(({ figures }) => figures))
      expect(Number.isFinite(difference)).toBe(true);
  });
});
