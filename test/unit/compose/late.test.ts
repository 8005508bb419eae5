import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonValue } from '../../../src/base/index.js';
import type { Condition } from '../../../src/model/index.js';
import { project } from '../../../src/plan/index.js';
import { createValidator } from '../../../src/schema/index.js';
import { askedFields, compose } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

const accepts = (schema: JsonSchema, value: JsonValue) => createValidator(schema)(value).length === 0;

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

/** A certificate says the grade where somebody has none yet; for all others a registry knows it, or they do. */
function gradedSketch(registry: boolean): Sketch {
  return {
    elements: { has: { type: 'boolean' } },
    registries: registry ? [{ subject: 'person', given: ['idNumber'], gives: ['grade'] }] : [],
    blocks: {
      certificate: { inputs: [{ field: 'person.name' }], outputs: [{ field: 'person.grade' }] },
      subsidy: { inputs: [{ field: 'person.grade' }, { field: 'person.account' }] },
    },
    bundle: {
      known: ['person.idNumber'],
      ...(registry ? { registries: ['registry0'] } : {}),
      uses: [
        { block: 'certificate', when: { 'person.has': { const: false } } },
        { block: 'subsidy', when: { 'person.grade': { enum: [1, 2] } } },
      ],
    },
  };
}

describe('what a step yields in one situation, and somebody else in another', () => {
  const without = { person: { name: 'x', has: false } };
  const hasNone = { field: 'person.has', schema: { const: false } };
  const hasOne = { field: 'person.has', schema: { not: { const: false } } };

  it.each([true, false])(
    'is not demanded before the step has ended, a registry knowing it: %s',
    (registry) => {
      const open = compose(gradedSketch(registry)).form.schema;
      const settled = compose(gradedSketch(registry), { facts: without }).form.schema;
      expect(accepts(open, without)).toBe(true);
      expect(accepts(settled, {})).toBe(true);
      expect(JSON.stringify(settled)).not.toContain('grade');
    },
  );

  it('is asked of those who have it, and what rests on it with it', () => {
    const { form } = compose(gradedSketch(false));
    const having = { has: true, grade: 1, account: '1' };
    expect(accepts(form.schema, { person: having })).toBe(true);
    expect(accepts(form.schema, { person: { ...having, grade: undefined! } })).toBe(false);
    expect(accepts(form.schema, { person: { has: true, grade: 1 } })).toBe(false);
    expect(accepts(form.schema, { person: { has: true, grade: 4 } })).toBe(true);
  });

  it('is looked up where no step yields it, and only there', () => {
    const { plan } = compose(gradedSketch(true));
    const step = (id: string) => plan.steps.find((one) => one.id === id)!;
    expect(step('registry0-person').when).toEqual(hasOne);
    expect(step('subsidy').after.map(({ step: id, when }) => [id, when])).toEqual([
      ['ask-after-certificate', { all: [{ field: 'person.grade', schema: { enum: [1, 2] } }, hasNone] }],
      ['certificate', hasNone],
      ['registry0-person', hasOne],
    ]);
  });

  it('decides about each item by itself', () => {
    const sketch = gradedSketch(false);
    sketch.bundle!.roles = { child: { type: 'person', many: { min: 1, max: 3 } } };
    sketch.bundle!.uses = [
      {
        block: 'certificate',
        with: { person: 'child' },
        each: 'child',
        when: { 'child.has': { const: false } },
      },
      {
        block: 'subsidy',
        with: { person: 'child' },
        each: 'child',
        when: { 'child.grade': { enum: [1, 2] } },
      },
    ];
    delete sketch.bundle!.known;
    const { form, plan } = compose(sketch);
    const [ann, ben] = [
      { name: 'Ann', has: false },
      { has: true, grade: 1, account: '1' },
    ];
    expect(accepts(form.schema, { child: [ann, ben] })).toBe(true);
    expect(accepts(form.schema, { child: [ann, { has: true, account: '1' }] })).toBe(false);
    // One form for all of them: it comes where some of them is to be asked.
    expect(plan.steps.find(({ kind }) => kind === 'ask')!.when).toMatchObject({ some: 'child' });
  });
});

describe('a form that is asked for because of one answer beside a late one', () => {
  const sketchOf = (when: Condition): Sketch => ({
    blocks: { ...sketch.blocks, marriage: { inputs: [{ field: 'person.married' }] } },
    bundle: { uses: [{ block: 'certificate' }, { block: 'marriage' }, { block: 'subsidy', when }] },
  });

  it('asks in the main form where the answers there decide, and later otherwise', () => {
    const either: Condition = [{ 'person.married': { const: true } }, { 'person.grade': { enum: [1, 2] } }];
    const { form, plan } = compose(sketchOf(either));
    expect(accepts(form.schema, { person: { name: 'x', married: true } })).toBe(false);
    expect(accepts(form.schema, { person: { name: 'x', married: true, account: '1' } })).toBe(true);
    expect(accepts(form.schema, { person: { name: 'x', married: false } })).toBe(true);
    expect(plan.steps.find(({ kind }) => kind === 'ask')!.out['person.account']!.when).toEqual({
      all: [
        { field: 'person.grade', schema: { enum: [1, 2] } },
        { field: 'person.married', schema: { not: { const: true } } },
      ],
    });
  });

  it('asks all alternatives together, once the latest of them is known', () => {
    const late: Condition = { 'person.grade': { enum: [1, 2] } };
    const { form, plan } = compose({
      blocks: {
        certificate: { inputs: [{ field: 'person.name' }], outputs: [{ field: 'person.grade' }] },
        subsidy: {
          inputs: [{ anyOf: [[{ field: 'person.account' }], [{ field: 'person.phone', when: late }]] }],
        },
      },
    });
    expect(accepts(form.schema, { person: { name: 'x' } })).toBe(true);
    const ask = plan.steps.find(({ kind }) => kind === 'ask')!;
    expect(Object.keys(ask.out)).toEqual(['person.account', 'person.phone']);
    expect(ask.when).toBeUndefined();
  });
});
