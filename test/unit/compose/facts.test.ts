import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloneJson } from '../../../src/base/index.js';
import type { JsonObject } from '../../../src/base/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { composeBundle, project, resolveSituation } from '../../../src/plan/index.js';
import { generatedAnswers, generatedCatalogue } from '../../properties/catalogue-generator.js';
import { askedFields } from './build-catalogue.js';

const scenario = generatedCatalogue({ outputs: true, choices: true, alternatives: true }).chain((generated) =>
  fc.record({
    catalogue: fc.constant(loadCatalogue([], { documents: generated.documents })),
    answers: generatedAnswers(generated),
    keep: fc.infiniteStream(fc.boolean()),
  }),
);

/** Some of the answers, as facts. */
function part(answers: JsonObject, keep: Iterator<boolean>): JsonObject {
  const facts: JsonObject = {};
  for (const [role, value] of Object.entries(answers)) {
    if (role === 'materials') continue;
    const kept = Object.entries(value as JsonObject).filter(() => keep.next().value);
    if (kept.length > 0) facts[role] = Object.fromEntries(kept);
  }
  return facts;
}

describe('composing with facts', () => {
  it('equals composing without and then fixing them: the same steps, the same payloads', () => {
    fc.assert(
      fc.property(scenario, ({ catalogue, answers, keep }) => {
        const facts = part(answers, keep);
        const open = composeBundle(catalogue, 'bundle');
        const fixed = composeBundle(catalogue, 'bundle', { facts: cloneJson(facts) });
        const outcome = (plan: typeof open.plan) =>
          project(plan, answers).steps.map(({ key, payload }) => [key, payload]);
        expect(Object.fromEntries(outcome(fixed.plan))).toEqual(Object.fromEntries(outcome(open.plan)));
      }),
      { numRuns: 60 },
    );
  });

  it('asks less, never more, and nothing that is known', () => {
    fc.assert(
      fc.property(scenario, ({ catalogue, answers, keep }) => {
        const facts = part(answers, keep);
        const before = new Set(askedFields(composeBundle(catalogue, 'bundle')));
        const after = askedFields(composeBundle(catalogue, 'bundle', { facts: cloneJson(facts) }));
        for (const field of after) {
          const [role, element] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
          expect({ field, before: before.has(field) }).toEqual({ field, before: true });
          expect(Object.hasOwn((facts[role] ?? {}) as JsonObject, element)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('settles everything when everything is known', () => {
    fc.assert(
      fc.property(scenario, ({ catalogue, answers }) => {
        const { open, questions } = resolveSituation(catalogue, 'bundle', { facts: cloneJson(answers) });
        expect({ open, questions }).toEqual({ open: [], questions: [] });
      }),
      { numRuns: 60 },
    );
  });
});
