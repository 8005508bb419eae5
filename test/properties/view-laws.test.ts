import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { Plan } from '../../src/model/index.js';
import { composeBundle, createSheet, normalizeFacts } from '../../src/plan/index.js';
import { formView } from '../../src/view/index.js';
import { generatedAnswers, generatedCatalogue } from './catalogue-generator.js';
import { catalogueFiles } from './example-files.js';
import { createRandom } from '../fuzz/random.js';
import { isValid, typeInto } from './typist.js';
import { draws } from '../extent.js';

/**
 * Data that were typed into a view are valid for it exactly when they are for the form, whatever they were before: what a
 * question left behind that is no longer asked changes nothing.
 */
function judgedAlike(
  plan: Plan,
  start: JsonObject,
  seed: number,
  rounds: number,
): { valid: number; refused: number } {
  const random = createRandom(seed);
  const counts = { valid: 0, refused: 0 };
  let data = start;
  for (let round = 0; round < rounds; round += 1) {
    data = typeInto(formView(plan, data, { locale: 'en' }).schema, data, random) as JsonObject;
    // Typing may open and close questions: what is judged is what is then shown.
    const { schema } = formView(plan, data, { locale: 'zh' });
    const isTaken = isValid(plan.form.schema, createSheet(plan, { answers: data }).judged);
    expect({ data, valid: isValid(schema, data) }).toEqual({ data, valid: isTaken });
    if (isTaken) counts.valid += 1;
    else counts.refused += 1;
  }
  return counts;
}

const everything = { outputs: true, repeats: true, choices: true, alternatives: true };
const runs = draws(12, 40);

const scenario = generatedCatalogue(everything).chain((generated) =>
  fc.record({
    generated: fc.constant(generated),
    answers: generatedAnswers(generated),
    seed: fc.nat(1_000_000),
  }),
);

describe('a view', () => {
  it('judges what is typed into it as the form does, over generated catalogues', () => {
    let valid = 0;
    let refused = 0;
    fc.assert(
      fc.property(scenario, ({ generated, answers, seed }) => {
        const { plan } = composeBundle(loadCatalogue([], { documents: generated.documents }), 'bundle');
        for (const start of [{}, answers]) {
          const counts = judgedAlike(plan, start, seed, 6);
          valid += counts.valid;
          refused += counts.refused;
        }
      }),
      { numRuns: runs },
    );
    expect(valid).toBeGreaterThan(runs / 5);
    expect(refused).toBeGreaterThan(runs / 5);
  });

  const catalogue = loadCatalogue(catalogueFiles());
  const cases = [...catalogue.cases.values()].map(({ document }) => document);
  it.each([...catalogue.bundles.keys()])('judges what is typed into it as the form does: %s', (bundle) => {
    const { plan } = composeBundle(catalogue, bundle);
    const of = cases.filter((one) => one.bundle === bundle);
    for (const [index, { facts, choices }] of of.entries()) {
      judgedAlike(plan, normalizeFacts(facts ?? {}, choices), index + 1, 3);
    }
    judgedAlike(plan, {}, 99, 4);
  });
});
