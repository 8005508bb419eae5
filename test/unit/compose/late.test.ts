import { describe, expect, it } from 'vitest';
import { project } from '../../../src/plan/index.js';
import { askedFields, compose } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

/** The grade on the certificate decides whether there is a subsidy, and only the subsidy needs an account. */
const sketch: Sketch = {
  blocks: {
    certificate: { inputs: [{ field: 'person.name' }], outputs: [{ field: 'person.grade' }] },
    subsidy: { inputs: [{ field: 'person.name' }, { field: 'person.account' }, { field: 'person.grade' }] },
  },
  bundle: {
    uses: [
      { block: 'certificate' },
      { block: 'subsidy', when: { 'person.grade': { enum: [1, 2] }, 'person.married': { const: false } } },
    ],
  },
};

describe('late conditions', () => {
  const composition = compose(sketch);
  const step = (id: string) => composition.plan.steps.find((one) => one.id === id)!;

  it('asks in the main form only what does not rest on the outcome', () => {
    expect(composition.form.schema).toMatchObject({ properties: { person: { required: ['name'] } } });
    expect(
      Object.keys(
        (composition.form.schema as { properties: { person: { properties: object } } }).properties.person
          .properties,
      ),
    ).toEqual(['name']);
  });

  it('asks the rest in a step of its own, after the step that decides', () => {
    const ask = step('ask-after-certificate');
    expect(ask.kind).toBe('ask');
    expect(ask.after.map(({ step: id }) => id)).toEqual(['certificate']);
    expect(Object.keys(ask.out)).toEqual(['person.account', 'person.married']);
    expect(step('subsidy').late).toBe(true);
    expect(step('subsidy').after.map(({ step: id, needs }) => `${id}:${needs}`)).toEqual([
      'ask-after-certificate:end',
      'certificate:approval',
    ]);
    expect(composition.plan.stages).toEqual([['certificate'], ['ask-after-certificate'], ['subsidy']]);
  });

  it('asks the account only where the question before it keeps the subsidy possible', () => {
    expect(step('ask-after-certificate').out['person.account']!.when).toEqual({
      all: [
        { field: 'person.grade', schema: { enum: [1, 2] } },
        { field: 'person.married', schema: { const: false } },
      ],
    });
  });

  it('leaves the late step open in a projection of the first answers', () => {
    const { steps, open } = project(composition.plan, { person: { name: 'x' } });
    expect(steps.map(({ key }) => key)).toEqual(['certificate']);
    expect(open).toEqual(['subsidy']);
  });

  it('asks at once where the grade is known already', () => {
    const known = compose(sketch, { facts: { person: { grade: 1 } } });
    expect(known.plan.steps.map(({ id }) => id)).toEqual(['certificate', 'subsidy']);
    expect(askedFields(known)).toEqual(['person.account', 'person.married', 'person.name']);
  });

  it('does not ask again what the main form asks for another block anyway', () => {
    const { plan } = compose({
      ...sketch,
      blocks: { ...sketch.blocks, other: { inputs: [{ field: 'person.account' }] } },
      bundle: { uses: [...sketch.bundle!.uses!, { block: 'other' }] },
    });
    const ask = plan.steps.find(({ kind }) => kind === 'ask')!;
    expect(Object.keys(ask.out)).toEqual(['person.married']);
    expect(plan.steps.find(({ id }) => id === 'subsidy')!.in['person.account']!.sources).toMatchObject([
      { from: 'form' },
    ]);
  });
});
