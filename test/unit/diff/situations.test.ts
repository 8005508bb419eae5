import { describe, expect, test } from 'vitest';
import { diffText } from '../../../src/report/index.js';
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

  test.each([63, 64])(
    'where a field is told apart in too many ways, what is found is told as seen in some: %d ages',
    (count) => {
      const variants = Array.from({ length: count }, (_, age) => ({
        when: { 'person.age': { const: age } },
        time: { promised: `${age + 1}wd` },
      }));
      const { consequences } = compare(
        withBlock('first', { variants, fee: { amount: 30, currency: 'CNY' } }),
        withBlock('first', { variants })(base),
      );
      const { situations, figures } = consequences[0]!;
      expect(situations.exact).toBe(count < 64);
      expect(situations.compared).toBe(count < 64 ? 64 : 1);
      expect(figures).toMatchObject([
        { figure: 'fees.CNY', difference: 25, situations: situations.compared },
      ]);
    },
  );

  test('that nothing was seen in some situations is not told as nothing', () => {
    const situations = { total: '900', exact: false, by: 'changes' as const, compared: 64 };
    const told = (exact: boolean) =>
      diffText({
        ...compare((one) => one, base),
        changes: [
          { kind: 'field-not-asked', grade: 'compatible', subject: { bundle: 'b', field: 'x.y' }, at: {} },
        ],
        consequences: [{ bundle: 'b', situations: { ...situations, exact }, figures: [] }],
      });
    expect(told(false)).toContain('64 situations that were compared');
    expect(told(true)).toContain('nothing to fill in');
  });
});
