import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { Block, Calendar } from '../../../src/model/index.js';

const codesOf = (document: Block | Calendar) =>
  loadCatalogue([], { documents: [document] }).diagnostics.map(({ code, at }) => `${code} ${at.pointer}`);

describe('documents that contradict themselves', () => {
  it.each<[string, string[]]>([
    ['2026-09-30', []],
    ['2026-10-01', ['catalogue/contradictory-day /workdays/0']],
    ['2026-10-07', ['catalogue/contradictory-day /workdays/0']],
    ['2026-10-08', []],
  ])('a calendar in which %s is a working day after a holiday of seven days', (day, found) => {
    const holidays = [{ from: '2026-10-01', days: 7 }];
    expect(codesOf({ kind: 'calendar', id: 'year', holidays, workdays: [day] })).toEqual(found);
  });

  it.each<[Partial<Block>, string]>([
    [{ prerequisites: [{ block: 'own' }] }, '/prerequisites/0/block'],
    [{ after: ['own'] }, '/after/0'],
    [{ before: [{ block: 'own' }] }, '/before/0/block'],
  ])('a block that waits for itself: %j', (waits, place) => {
    expect(codesOf({ kind: 'block', id: 'own', roles: {}, ...waits })).toEqual([
      `catalogue/waits-for-itself ${place}`,
    ]);
  });
});
