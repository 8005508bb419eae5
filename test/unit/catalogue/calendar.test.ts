import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { Calendar } from '../../../src/model/index.js';

const found = (calendar: Partial<Calendar>) =>
  loadCatalogue([], { documents: [{ kind: 'calendar', id: 'year', ...calendar }] }).diagnostics;

it.each<[Partial<Calendar>, string[]]>([
  [{ timezone: 'Europe/Berlin' }, []],
  [{ timezone: 'Asia/Shangai' }, ['catalogue/unknown-zone /timezone']],
  [{ timezone: '+08:00' }, ['catalogue/unknown-zone /timezone']],
  [{ hours: { open: '09:00', close: '09:01' } }, []],
  [{ hours: { open: '09:00', close: '09:00' } }, ['catalogue/no-office-hours /hours']],
  [{ hours: { open: '9:00', close: '17:00' } }, ['catalogue/malformed /hours/open']],
  [{ hours: { open: '09:00', close: '24:00' } }, ['catalogue/malformed /hours/close']],
  [{ weekend: [1, 2, 3, 4, 5, 6] }, []],
  [{ weekend: [7, 6, 5, 4, 3, 2, 1] }, ['catalogue/no-working-day /weekend']],
  [{ until: '2026-12-31', holidays: [{ from: '2026-12-30', days: 2 }] }, []],
  [
    { until: '2026-12-31', holidays: [{ from: '2026-12-30', days: 3 }] },
    ['catalogue/day-beyond-until /holidays/0'],
  ],
  [{ until: '2026-12-31', workdays: ['2026-12-31'] }, []],
  [{ until: '2026-12-31', workdays: ['2027-01-01'] }, ['catalogue/day-beyond-until /workdays/0']],
  [{ holidays: [{ from: '2026-10-01', days: 7 }] }, []],
])('a calendar that says %j', (calendar, codes) => {
  expect(found(calendar).map(({ code, at }) => `${code} ${at.pointer}`)).toEqual(codes);
});

it('says which zone was perhaps meant', () => {
  expect(JSON.stringify(found({ timezone: 'Asia/Shangai' })[0]!.help)).toContain('Asia/Shanghai');
});
