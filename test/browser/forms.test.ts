/**
 * Forms as people meet them, in a real browser, under a policy that lets no code be made: in each renderer exactly what
 * the documents demand is drawn. A few situations here, all of them by `npm run nightly`. Without a Chromium the tests
 * are skipped and say so.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
import { awkward } from './forms/catalogues/index.js';
import { isOfRenderer } from './forms/judge.js';
import type { RendererName } from './forms/page.js';
import { rendererNames, survey } from './forms/survey.js';
import type { Surveyed } from './forms/survey.js';

const executablePath = findChromium();

/** Two children, codes, alternatives, lists to choose several from, materials, choices, a later form. */
const sample = new Set([
  'newborn-jiangxi-two-ethnicities',
  'newborn-shanghai-two-collective-households',
  'restaurant-opening-reference',
  'school-enrolment-siblings-with-grandparents',
  'after-death-open',
]);

describe.skipIf(executablePath === undefined)('a form in a browser', () => {
  let surveyed: Surveyed;
  beforeAll(async () => {
    surveyed = await survey(executablePath!, (id) => sample.has(id));
  });

  test('is drawn in every situation of the sample', () => {
    expect(surveyed.situations).toBe(sample.size);
    expect(surveyed.controls).toBeGreaterThan(sample.size * 10);
  });

  test('is judged by what the documents demand, and the composition demands the same', () => {
    expect(surveyed.disagreements).toEqual([]);
  });

  test.each(rendererNames)('has nothing wrong in %s', (name) => {
    expect(faultsIn(surveyed, name)).toEqual([]);
  });
});

describe.skipIf(executablePath === undefined).each(Object.entries(awkward))(
  'a form of the catalogue %s in a browser',
  (_, files) => {
    // With an item in each list, so that what stands in it is looked at too; without them by `npm run nightly`.
    test('is drawn in every situation', async () => {
      const surveyed = await survey(executablePath!, () => true, { files, isBegun: true });
      expect(surveyed.situations).toBeGreaterThan(1);
      expect(surveyed.disagreements).toEqual([]);
      expect(rendererNames.flatMap((name) => faultsIn(surveyed, name))).toEqual([]);
    });
  },
);

function faultsIn({ faults }: Surveyed, name: RendererName): string[] {
  return faults
    .filter(({ renderer, fault }) => renderer === name && !isOfRenderer(name, fault))
    .map(({ id, fault: { kind, what } }) => `${id} ${name} ${kind}: ${what}`);
}

if (executablePath === undefined)
  console.warn('No Chromium here: forms are not looked at in a browser. CHROMIUM=<path> names one.');
