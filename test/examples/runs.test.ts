import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPublishedFigures } from '../../scripts/figures-claims.js';
import { endedAsExpected, runCase } from '../../scripts/figures-runs.js';
import { readCatalogue } from '../../src/node/index.js';

const examples = join(import.meta.dirname, '../../examples');
const catalogue = readCatalogue(join(examples, 'catalogue'));
const { reference } = readPublishedFigures(join(examples, 'published-figures.yaml'));

const caseOf = (id: string) => catalogue.cases.get(id)!.document;

// One case for each bundle; `npm run figures -- --runs` runs them all.
describe('a golden case, with simulated authorities', () => {
  it.each(Object.values(reference))('%s ends with every step approved or skipped', async (id) => {
    const run = await runCase(catalogue, caseOf(id));
    expect(run).toMatchObject({ status: 'done', owed: 0 });
    expect(endedAsExpected(run, caseOf(id))).toBe(true);
    expect((run.counts.approved ?? 0) + (run.counts.skipped ?? 0) + (run.counts.unavailable ?? 0)).toBe(
      run.steps,
    );
  });

  it('that the bundle refuses is not taken in', async () => {
    const run = await runCase(catalogue, caseOf('newborn-jiangxi-registered-elsewhere'));
    expect(run).toMatchObject({ status: 'not-eligible', steps: 0 });
    expect(endedAsExpected(run, caseOf('newborn-jiangxi-reference'))).toBe(false);
  });

  it('that a block refuses goes on with what does not depend on it', async () => {
    const run = await runCase(catalogue, caseOf('nev-plate-quota-held'));
    expect(run).toMatchObject({ status: 'done', counts: { ineligible: 1, stopped: 1 } });
    expect(run.counts.approved).toBeGreaterThan(5);
    expect(endedAsExpected(run, caseOf('nev-plate-reference'))).toBe(false);
  });

  it('with answers that the form does not take is refused', async () => {
    const run = await runCase(catalogue, caseOf('restaurant-opening-no-pledge'));
    expect(run.status).toBe('answers-refused');
    expect(endedAsExpected(run, caseOf('restaurant-opening-no-pledge'))).toBe(true);
  });
});
