import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestQuestions } from '../../../src/compose/origin/fewest-questions.js';
import type { JsonSchema } from '../../../src/base/index.js';
import type { Condition } from '../../../src/model/index.js';
import { askedFields, codesOf, compose } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

const register = {
  subject: 'person',
  given: ['idNumber'],
  gives: ['name', 'sex'],
};

describe('origins', () => {
  it('prefers signing in to every other source', () => {
    const { form } = compose({
      blocks: {
        a: { inputs: [{ field: 'person.name' }], outputs: [] },
        b: { outputs: [{ field: 'person.name' }] },
      },
      bundle: { known: ['person.name'] },
    });
    expect(form.fields[0]!.origins.map(({ kind }) => kind)).toEqual(['known']);
    expect(form.fields[0]!.asked).toBe(false);
  });

  it('asks the key and looks up the rest', () => {
    const composition = compose({
      registries: [register],
      blocks: {
        a: { inputs: [{ field: 'person.idNumber' }, { field: 'person.name' }, { field: 'person.sex' }] },
      },
      bundle: { registries: ['registry0'] },
    });
    expect(askedFields(composition)).toEqual(['person.idNumber']);
    expect(composition.plan.steps.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'registry registry0-person',
      'block a',
    ]);
  });

  it('asks the key of a look-up on which it rests whether the key is taken', () => {
    const composition = compose({
      registries: [register],
      blocks: {
        a: { inputs: [{ field: 'person.phone' }] },
        b: { inputs: [{ field: 'person.idNumber' }] },
      },
      bundle: {
        registries: ['registry0'],
        uses: [{ block: 'a' }, { block: 'b', when: { 'person.sex': { const: 'male' } } }],
      },
    });
    expect(askedFields(composition).sort()).toEqual(['person.idNumber', 'person.phone']);
    const key = composition.form.fields.find(({ field }) => field === 'person.idNumber')!;
    expect(key.askedWhen).toBe(true);
    expect(composition.plan.steps.find(({ id }) => id === 'b')!.when).toEqual({
      field: 'person.sex',
      schema: { const: 'male' },
    });
  });

  it('asks what a registry would give where its key is not asked', () => {
    const composition = compose({
      registries: [register],
      blocks: {
        a: { inputs: [{ field: 'person.name' }] },
        b: { inputs: [{ field: 'person.idNumber' }] },
      },
      bundle: {
        registries: ['registry0'],
        uses: [{ block: 'a' }, { block: 'b', when: { 'person.married': { const: true } } }],
      },
    });
    const name = composition.form.fields.find(({ field }) => field === 'person.name')!;
    expect(name.askedWhen).toEqual({ field: 'person.married', schema: { not: { const: true } } });
    const married = compose(
      {
        registries: [register],
        blocks: { a: { inputs: [{ field: 'person.name' }] }, b: { inputs: [{ field: 'person.idNumber' }] } },
        bundle: {
          registries: ['registry0'],
          uses: [{ block: 'a' }, { block: 'b', when: { 'person.married': { const: true } } }],
        },
      },
      { facts: { 'person.married': true } },
    );
    expect(askedFields(married)).toEqual(['person.idNumber']);
  });

  it('never asks a derived field, and says which derivation gives it', () => {
    const composition = compose({
      registries: [{ local: 'identity-sex', subject: 'person', given: ['idNumber'], gives: ['sex'] }],
      blocks: { a: { inputs: [{ field: 'person.idNumber' }, { field: 'person.sex' }] } },
      bundle: { registries: ['registry0'] },
    });
    expect(askedFields(composition)).toEqual(['person.idNumber']);
    expect(composition.form.fields.find(({ field }) => field === 'person.sex')!.origins).toMatchObject([
      { kind: 'derived', step: 'registry0-person' },
    ]);
  });

  it('reports a registry that supplies nothing', () => {
    const composition = compose({
      registries: [register],
      blocks: { a: { inputs: [{ field: 'person.phone' }] } },
      bundle: { registries: ['registry0'] },
    });
    expect(codesOf(composition)).toEqual(['compose/unused-registry']);
  });

  it('reports a material that the applicant may not give and that nothing supplies', () => {
    const composition = compose({
      materials: ['licence'],
      blocks: { a: { inputs: [{ material: 'licence', of: 'person', accept: ['registry'] }] } },
    });
    expect(composition.diagnostics).toMatchObject([
      { code: 'compose/no-origin', at: { pointer: '/inputs/0' } },
    ]);
  });
});

describe('an origin that can never be', () => {
  const elements: Record<string, JsonSchema> = {
    stage: { enum: ['none', 'primary', 'secondary'] },
    city: { enum: ['a', 'b'] },
    school: { type: 'string' },
  };
  const pass: Condition = [
    { 'person.city': { const: 'a' }, 'person.stage': { const: 'primary' } },
    { 'person.city': { const: 'b' }, 'person.stage': { const: 'secondary' } },
  ];
  const sketchOf = (office: Condition): Sketch => ({
    elements,
    blocks: {
      office: { outputs: [{ field: 'person.school' }] },
      pass: { inputs: [{ field: 'person.school' }] },
    },
    bundle: {
      uses: [
        { block: 'office', when: office },
        { block: 'pass', when: pass },
      ],
    },
  });

  it('stays neither in the form nor in what is said of the field, nor is it counted', () => {
    const composition = compose(sketchOf({ 'person.stage': { enum: ['primary', 'secondary'] } }));
    expect(askedFields(composition)).toEqual(['person.city', 'person.stage']);
    expect(JSON.stringify([composition.form.schema, composition.plan.form])).not.toContain('school');
    const school = composition.form.fields.find(({ field }) => field === 'person.school')!;
    expect(school.origins.map(({ kind }) => kind)).toEqual(['produced']);
    expect(composition.report.after.fieldsToFill.of).toEqual(['person.city', 'person.stage']);
  });

  it('stays where one situation is left', () => {
    const composition = compose(sketchOf({ 'person.stage': { const: 'primary' } }));
    expect(askedFields(composition)).toContain('person.school');
  });

  it('is no source, and nothing waits for it, where the step is never the one', () => {
    const sketch = sketchOf({ 'person.stage': { const: 'none' } });
    const { plan, form } = compose(sketch);
    const school = form.fields.find(({ field }) => field === 'person.school')!;
    expect(school.origins.map(({ kind }) => kind)).toEqual(['asked']);
    const step = plan.steps.find(({ id }) => id === 'pass')!;
    expect(step.in['person.school']!.sources.map(({ from }) => from)).toEqual(['form']);
    expect(step.after).toEqual([]);
  });

  it('is not a question that the condition of the input excludes', () => {
    const { form, plan } = compose({
      elements,
      blocks: { pass: { inputs: [{ field: 'person.school', when: { 'person.city': { const: 'b' } } }] } },
      bundle: { uses: [{ block: 'pass', when: { 'person.city': { const: 'a' } } }] },
    });
    expect(JSON.stringify([form.schema, plan.form])).not.toContain('school');
  });
});

describe('the fewest questions', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const implication = fc.record({
    given: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 2 }),
    gives: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 }),
  });

  function closure(
    from: ReadonlySet<string>,
    implications: readonly { given: string[]; gives: string[] }[],
  ): Set<string> {
    const reached = new Set(from);
    for (let size = -1; size !== reached.size;) {
      size = reached.size;
      for (const { given, gives } of implications) {
        if (given.every((key) => reached.has(key))) for (const key of gives) reached.add(key);
      }
    }
    return reached;
  }

  it('is never larger than the best of all subsets, and is enough', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1 }),
        fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
        fc.array(implication, { maxLength: 6 }),
        (needed, known, implications) => {
          const { asked } = fewestQuestions(needed, new Set(known), implications);
          const enough = (subset: readonly string[]) => {
            const reached = closure(new Set([...known, ...subset]), implications);
            return needed.every((key) => reached.has(key));
          };
          expect(enough([...asked])).toBe(true);
          const subsets = Array.from({ length: 2 ** needed.length }, (_, bits) =>
            needed.filter((__, index) => (bits >> index) & 1),
          );
          const best = Math.min(...subsets.filter(enough).map(({ length }) => length));
          expect(asked.size).toBe(best);
        },
      ),
      { numRuns: 300 },
    );
  });
});
