import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../../src/base/index.js';
import type { JsonValue } from '../../../src/base/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { composeBundle, composedBundle, resolveSituation } from '../../../src/plan/index.js';
import { adviseBundle, proveBundle, reportBySituation, worstCases } from '../../../src/prove/index.js';

const catalogue = readCatalogue(join(import.meta.dirname, '../../../examples/catalogue'));

describe('a restaurant', () => {
  const licences = ['restaurant-opening-food-licence', 'restaurant-opening-small-food-licence'];

  test('is small or it is not, whatever its floor area is: proven', () => {
    const { diagnostics } = proveBundle(composedBundle(catalogue, 'restaurant-opening'));
    expect(diagnostics.filter(({ code }) => code.startsWith('prove/one-of'))).toEqual([]);
  });

  test.each([0, 0.01, 1, 49, 49.999, 50, 50.001, 51, 1_000, 1e9])(
    'of %s square metres: one licence',
    (area) => {
      const facts = { 'premises.area': area };
      const { included, open } = resolveSituation(catalogue, 'restaurant-opening', { facts });
      expect(included.filter((step) => licences.includes(step))).toEqual([licences[area > 50 ? 0 : 1]]);
      expect(open.filter((step) => licences.includes(step))).toEqual([]);
    },
  );

  test('nowhere costs more than the worst case says, and some situation costs as much', () => {
    const composed = composedBundle(catalogue, 'restaurant-opening');
    const situations = reportBySituation(composed, 300)!;
    expect(situations).toHaveLength(240);
    // Who gives facts is not asked for them: the figures that count questions cannot be compared in this way.
    for (const name of ['materials', 'materialsLeft', 'trips', 'authorities'] as const) {
      const most = Math.max(...situations.map(({ report }) => report.after[name].value));
      const told = worstCases(composed).find(({ figure }) => figure === `after.${name}`);
      expect([name, told]).toEqual([name, expect.objectContaining({ value: most, exact: true })]);
    }
  });
});

describe('who has a disability assessed', () => {
  const nursing = 'disability-aid-nursing-subsidy';
  const certificate = 'disability-aid-certificate';
  const facts = { 'disabled.hasValidDisabilityCertificate': false };

  test('learns with the certificate what rests on the grade', () => {
    const { late, questions } = resolveSituation(catalogue, 'disability-aid', { facts });
    expect(late).toContain(nursing);
    expect(questions.map(({ field }) => field)).not.toContain('disabled.disabilityGrade');
    const { steps } = composeBundle(catalogue, 'disability-aid', { facts }).plan;
    const waiting = steps.find(({ id }) => id === nursing)!;
    expect(waiting.after.map(({ step }) => step)).toContain(certificate);
  });

  test('is asked what the late step alone needs when the grade is known, and not before', () => {
    const composed = composedBundle(catalogue, 'disability-aid', { facts });
    const { plan } = composeBundle(catalogue, 'disability-aid', { facts });
    const main = propertiesOf(plan.form.schema);
    const asking = plan.steps.filter(({ kind }) => kind === 'ask');
    expect(asking).not.toEqual([]);
    for (const step of asking) expect(step.after.map((one) => one.step)).toContain(certificate);
    const ofOthers = new Set(
      composed.needs.needs.filter(({ use }) => use.name !== nursing).map(({ leaf }) => leaf.key),
    );
    const own = composed.needs.needs.filter(
      ({ use, leaf, asked }) =>
        use.name === nursing && asked !== false && leaf.kind === 'field' && !ofOthers.has(leaf.key),
    );
    expect(own).not.toEqual([]);
    const later = asking.flatMap((step) => propertiesOf(step.form ?? true));
    for (const { leaf } of own) {
      expect(main).not.toContain(leaf.key);
      expect(later).toContain(leaf.key);
    }
  });

  test('with a valid certificate, nothing is late', () => {
    const { late } = resolveSituation(catalogue, 'disability-aid', {
      facts: { 'disabled.hasValidDisabilityCertificate': true, 'disabled.disabilityGrade': 1 },
    });
    expect(late).not.toContain(nursing);
  });
});

test('the plate of a new-energy car is told what would make it quickest: that the charging point is confirmed later', () => {
  const { relaxations, workingDays } = adviseBundle(composedBundle(catalogue, 'nev-plate'));
  expect(relaxations[0]).toMatchObject({
    kind: 'deferral',
    of: 'charging-confirmation of charging',
    without: ['nev-plate-charging-confirmation'],
    gain: 5,
    workingDays: workingDays - 5,
  });
});

/** `role.element` of every property of a form, under whatever condition. */
function propertiesOf(schema: JsonValue): string[] {
  if (!isObject(schema)) return [];
  const own = isObject(schema['properties']) ? schema['properties'] : {};
  const direct = Object.entries(own).flatMap(([role, inner]) =>
    isObject(inner) && isObject(inner['properties'])
      ? Object.keys(inner['properties']).map((element) => `${role}.${element}`)
      : [],
  );
  const branches = [schema['allOf'], schema['anyOf'], schema['then'], schema['else']].flat();
  return [...direct, ...branches.flatMap((branch) => (branch === undefined ? [] : propertiesOf(branch)))];
}
