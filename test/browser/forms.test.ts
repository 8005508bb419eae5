/**
 * Forms as people meet them, in a real browser, under a policy that lets no code be made: in each renderer exactly what
 * the documents demand is drawn. A few situations here, all of them by `npm run nightly`. Without a Chromium the tests
 * are skipped and say so.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
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
    const faults = surveyed.faults.filter(({ renderer }) => renderer === name);
    expect(faults.map(({ id, fault: { kind, what } }) => `${id} ${kind}: ${what}`)).toEqual([]);
  });
});

if (executablePath === undefined)
  console.warn('No Chromium here: forms are not looked at in a browser. CHROMIUM=<path> names one.');
