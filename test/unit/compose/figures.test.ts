import { describe, expect, it } from 'vitest';
import type { Figures, Report } from '../../../src/model/index.js';
import { compose } from './build-catalogue.js';

function reportOf(sketch: Parameters<typeof compose>[0]): Report {
  const composition = compose(sketch);
  expect(composition.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return composition.report;
}

const name = { field: 'person.name' };

describe('trips', () => {
  it('are known where channels or the block itself tell them, else neither counted nor saved', () => {
    const { before, after } = reportOf({
      blocks: {
        counter: { inputs: [name], channels: ['counter'] },
        online: { inputs: [name], channels: ['online', 'counter'] },
        stated: { inputs: [name], alone: { trips: 3 } },
        silent: { inputs: [name] },
      },
    });
    expect(before.trips).toEqual({ value: 4, of: ['counter: 1', 'stated: 3'], unknown: ['silent'] });
    expect(after.trips).toEqual({ value: 1, of: ['counter: 1'], unknown: ['silent', 'stated'] });
  });

  it('are made for an original, unless mail takes it or nobody has to hand it in', () => {
    const original = { material: 'licence', of: 'person', form: 'original' as const };
    const trips = (block: object, others: object = {}) =>
      reportOf({
        materials: ['licence'],
        blocks: { ...others, last: { inputs: [original], channels: ['online'], ...block } },
      }).after.trips.of;
    expect(trips({})).toEqual(['last: 1']);
    expect(trips({ channels: ['online', 'mail'] })).toEqual([]);
    expect(trips({ inputs: [{ ...original, form: 'copy' }] })).toEqual([]);
    const issue = { outputs: [{ material: 'licence', of: 'person' }], channels: ['online'] };
    expect(trips({}, { issue })).toEqual([]);
  });
});

describe('uses that exclude each other', () => {
  it('count as one, the longest, on both sides', () => {
    const time = (days: number) => ({ promised: `${days}wd` as const });
    const { before, after } = reportOf({
      blocks: {
        grown: { inputs: [name, { field: 'person.phone' }], time: time(3), channels: ['counter'] },
        minor: { inputs: [name], time: time(9), channels: ['counter'] },
        both: { inputs: [name], time: time(1), channels: ['online'] },
      },
      bundle: {
        uses: [
          { block: 'grown', when: { 'person.age': { minimum: 18 } } },
          { block: 'minor', when: { 'person.age': { maximum: 17 } } },
          { block: 'both' },
        ],
      },
    });
    expect(before.workingDays).toEqual({ value: 10, of: ['both: 1', 'minor: 9'] });
    expect(before.steps.value).toBe(2);
    expect([before.trips.value, after.trips.value]).toEqual([1, 1]);
    expect(after.fieldsToFill.of).toEqual(['person.age', 'person.name']);
  });

  it('of three of which the first excludes both others, the two that weigh more stay', () => {
    const days = (count: number) => ({ inputs: [name], time: { promised: `${count}wd` as const } });
    const { before } = reportOf({
      blocks: { middle: days(10), low: days(6), high: days(7) },
      bundle: {
        uses: [
          { block: 'middle', when: { 'person.married': { const: true } } },
          { block: 'low', when: { 'person.married': { const: false } } },
          {
            block: 'high',
            when: { 'person.married': { const: false }, 'person.age': { minimum: 1, maximum: 30 } },
          },
        ],
      },
    });
    expect(before.workingDays.of).toEqual(['high: 7', 'low: 6']);
  });
});

it('alternatives count alone as they do in the bundle: the least that is enough', () => {
  const anyOf = [
    [
      { material: 'deed', of: 'person' },
      { material: 'plan', of: 'person' },
    ],
    [{ material: 'lease', of: 'person' }],
  ];
  const { before, after } = reportOf({
    materials: ['deed', 'plan', 'lease'],
    blocks: { one: { inputs: [{ anyOf }] } },
  });
  expect([before.materials.value, after.materials.value]).toEqual([3, 3]);
  expect([before.materialsLeft.of, after.materialsLeft.of]).toEqual([
    ['one: lease of person'],
    ['lease of person'],
  ]);
});

it('two inputs of a block stay two alone, where the bundle makes them one', () => {
  const { before, after } = reportOf({
    blocks: {
      one: { roles: { person: 'person', owner: 'person' }, inputs: [name, { field: 'owner.name' }] },
    },
    bundle: { uses: [{ block: 'one', with: { owner: 'person' } }] },
  });
  expect(before.fields.of).toEqual(['one: owner.name', 'one: person.name']);
  expect(after.fields.of).toEqual(['person.name']);
});

it('the bundle never counts more than its blocks alone', () => {
  const counted = ['forms', 'fieldsToFill', 'materialsLeft', 'steps', 'trips', 'workingDays'] as const;
  const report = reportOf({
    materials: ['deed'],
    blocks: {
      one: { inputs: [{ material: 'deed', of: 'person', form: 'original' }], channels: ['counter'] },
      two: { inputs: [{ material: 'deed', of: 'person', when: { 'person.married': { const: true } } }] },
    },
  });
  const pairs = counted.map((figure: Exclude<keyof Figures, 'fees'>) => [
    figure,
    report.after[figure].value <= report.before[figure].value,
  ]);
  expect(pairs).toEqual(counted.map((figure) => [figure, true]));
});
