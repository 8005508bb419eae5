/** A day that is counted without holidays, because nobody knows them yet, is told as such. */
import { expect, it } from 'vitest';
import { contentHash } from '../../src/base/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';

const { plan: bare } = compose({
  blocks: { grant: { inputs: [{ field: 'person.name' }], time: { promised: '5wd' } } },
});
const calendar = { id: 'office', weekend: [6, 7], holidays: [], workdays: [] };

it.each([
  ['2026-03-09', undefined],
  ['2026-03-10', undefined],
  ['2026-03-08', '2026-03-08'],
])('holidays known until %s', async (until, told) => {
  const plan = { ...bare, calendar: { ...calendar, until } };
  const runner = await createRunner({
    clock: createManualClock('2026-03-02T09:00:00.000+08:00'),
    handlers: { blocks: { grant: () => ({ status: 'pending' }) } },
  });
  const { hash: _, ...rest } = plan;
  await runner.start({ ...plan, hash: contentHash(rest) }, { id: 'c', answers: { person: { name: 'Ann' } } });
  await runner.idle();
  const [step] = (await runner.case('c'))!.steps;
  expect(step!.due).toBe('2026-03-10T00:00:00.000+08:00');
  expect(step!.knownUntil).toBe(told);
  await runner.stop();
});
