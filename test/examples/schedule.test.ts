import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPublishedFigures } from '../../scripts/figures-claims.js';
import { runCase } from '../../scripts/figures-runs.js';
import { contentHash } from '../../src/base/index.js';
import { schedule } from '../../src/index.js';
import type { Plan } from '../../src/index.js';
import { readCatalogue } from '../../src/node/index.js';
import { msOf } from '../../src/runtime/index.js';
import { everyNth } from '../extent.js';

const examples = join(import.meta.dirname, '../../examples');
const catalogue = readCatalogue(join(examples, 'catalogue'));
const { reference } = readPublishedFigures(join(examples, 'published-figures.yaml'));
const ids = Object.values(reference);
const caseOf = (id: string) => catalogue.cases.get(id)!.document;

/** The plan with a calendar of its own. */
function counting(calendar: Partial<Plan['calendar']>): (plan: Plan) => Plan {
  return ({ hash: _, ...plan }) => {
    const next = { ...plan, calendar: { ...plan.calendar!, ...calendar } };
    return { ...next, hash: contentHash(next) };
  };
}

/** When each step of a run was settled, and when the schedule of its plan says so. */
async function compared(id: string, from: string, change: (plan: Plan) => Plan) {
  const { ended, status } = await runCase(catalogue, caseOf(id), { from, change });
  expect(status).toBe('done');
  const { plan, view } = ended!;
  const told = schedule(plan, view.data, from);
  const took = view.steps.filter(({ status: one }) => one === 'approved');
  const run = took.map(({ key, since }) => [key, new Date(msOf(since)).toISOString()]);
  const ends = new Map(told.steps.map(({ key, ends: one }) => [key, new Date(msOf(one)).toISOString()]));
  return { run, planned: took.map(({ key }) => [key, ends.get(key)]), told, plan, view };
}

const starts = [
  ['2026-09-30T16:59:00+08:00', {}],
  ['2026-10-03T23:30:00+08:00', { hours: { open: '09:00', close: '17:00' } }],
  ['2026-03-27T08:00:00Z', { timezone: 'Europe/Berlin' }],
] as const;
/** Each bundle from one start, each start with some bundles; at night each with each. */
const startsOf = (id: string) => {
  const first = ids.indexOf(id) % starts.length;
  return everyNth(starts.length, [...starts.slice(first), ...starts.slice(0, first)]);
};

describe.each(ids)('the schedule of %s', (id) => {
  it('is what a run takes from a Monday at nine, and what its plan says in days', async () => {
    // The hour is that of the zone; no holidays are in the way.
    const ordinary = counting({ holidays: [], workdays: [], timezone: 'UTC' });
    const { run, planned, told, plan, view } = await compared(id, '2001-01-01T09:00:00Z', ordinary);
    expect(run).toEqual(planned);
    expect(schedule(plan, view.data).workingDays).toBe(told.workingDays);
    expect(plan.criticalPath.workingDays).toBe(told.workingDays);
  });

  it.each(startsOf(id))('is what a run takes from %s', async (from, calendar) => {
    const { run, planned } = await compared(id, from, counting(calendar));
    expect(run).toEqual(planned);
  });
});
