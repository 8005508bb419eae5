/** Whoever may not apply hears it as soon as it is known, in the words of the author. */
import { describe, expect, it } from 'vitest';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { Handlers, Runner } from '../../src/runtime/index.js';
import { project, resolveSituation } from '../../src/plan/index.js';
import { planText, resolutionText } from '../../src/report/index.js';
import { askedFields, compose, sketchCatalogue } from '../unit/compose/build-catalogue.js';
import type { Sketch } from '../unit/compose/build-catalogue.js';

const clock = () => createManualClock('2026-03-02T09:00:00.000+08:00');
const tooYoung = { en: 'Only from 18 on.', zh: '年满18周岁方可申请。' };

/** The register tells the age, by the number that the applicant gives; who is under 18 may not apply. */
const byRegister: Sketch = {
  blocks: {
    grant: { inputs: [{ field: 'person.idNumber' }, { field: 'person.age' }] },
  },
  bundle: {
    registries: ['registry0'],
    eligibility: [
      { require: { 'person.age': { minimum: 18 } }, otherwise: tooYoung, basis: [{ title: 'Law' }] },
    ],
  },
  registries: [{ subject: 'person', given: ['idNumber'], gives: ['age'] }],
};

const approve = () => ({ status: 'approved' as const, output: {} });

async function runnerWith(
  handlers: Partial<Handlers>,
  blocks: readonly string[] = ['grant'],
): Promise<Runner> {
  const all = Object.fromEntries(blocks.map((id) => [id, approve]));
  return createRunner({
    clock: clock(),
    retry: { registryAttempts: 1 },
    handlers: { blocks: all, ...handlers },
  });
}

const answers = { person: { idNumber: '1' } };

describe('a demand of the bundle on what a registry tells', () => {
  it('refuses the start, in the words of the author; whoever is refused may try again', async () => {
    const { plan } = compose(byRegister);
    let age = 11;
    const runner = await runnerWith({ registries: { registry0: () => ({ 'person.age': age }) } });
    const receipt = await runner.start(plan, { id: 'c', answers });
    expect(receipt).toMatchObject({
      accepted: false,
      refusal: { code: 'not-eligible', unmet: [{ otherwise: tooYoung, basis: [{ title: 'Law' }] }] },
    });
    expect(await runner.case('c')).toMatchObject({ status: 'refused', unmet: [{ otherwise: tooYoung }] });
    age = 30;
    expect(await runner.start(plan, { id: 'c', answers })).toEqual({ accepted: true, case: 'c' });
    await runner.idle();
    expect(await runner.case('c')).toMatchObject({ status: 'done', data: { person: { age: 30 } } });
  });

  it('lets the case start where the registry cannot tell, and ends it once the applicant says so', async () => {
    const { plan } = compose(byRegister);
    const down = (): never => {
      throw Object.assign(new Error('not now'), { final: true });
    };
    const runner = await runnerWith({ registries: { registry0: down } });
    expect(await runner.start(plan, { id: 'c', answers })).toEqual({ accepted: true, case: 'c' });
    await runner.idle();
    const [{ step, returned } = { step: '', returned: 0 }] = (await runner.case('c'))!.needs;
    await runner.supplement('c', step, { '/person/age': 11 }, returned);
    expect(await runner.case('c')).toMatchObject({ status: 'stopped', unmet: [{ otherwise: tooYoung }] });
  });

  it('says that the case is starting where the registry is tried again later', async () => {
    const { plan } = compose(byRegister);
    let isUp = false;
    const registry0 = () => {
      if (!isUp) throw new Error('not now');
      return { 'person.age': 11 };
    };
    const time = clock();
    const handlers = { blocks: { grant: approve }, registries: { registry0 } };
    const runner = await createRunner({ clock: time, handlers });
    expect(await runner.start(plan, { id: 'c', answers })).toEqual({
      accepted: true,
      case: 'c',
      isStarting: true,
    });
    const { status, steps } = (await runner.case('c'))!;
    expect([status, ...steps.map((step) => step.status)]).toEqual(['starting', 'retrying', 'waiting']);
    isUp = true;
    time.advanceTo(time.next()!);
    await runner.idle();
    expect(await runner.case('c')).toMatchObject({ status: 'refused', unmet: [{ otherwise: tooYoung }] });
  });
});

/** Of two matters, one is for the married, and comes after the other. */
const byAnswer: Sketch = {
  blocks: {
    first: { inputs: [{ field: 'person.name' }] },
    second: {
      inputs: [{ field: 'person.account' }, { material: 'photo', of: 'person' }],
      prerequisites: [{ block: 'first' }],
      eligibility: [{ require: { 'person.married': { const: true } }, otherwise: 'Only for the married.' }],
    },
  },
  materials: ['photo'],
};

describe('a demand of a block', () => {
  it('is said by the receipt at once, though the step waits for another one, which goes on', async () => {
    const { plan } = compose(byAnswer);
    let token = '';
    const runner = await runnerWith({
      blocks: {
        first: (_, context) => {
          token = context.token;
          return { status: 'pending' };
        },
        second: approve,
      },
    });
    const receipt = await runner.start(plan, {
      id: 'c',
      answers: { person: { name: 'Ann', married: false } },
    });
    expect(receipt).toMatchObject({
      accepted: true,
      ineligible: [
        { step: 'second', because: { code: 'because.eligibility', message: 'Only for the married.' } },
      ],
    });
    await runner.idle();
    await runner.complete(token, approve());
    await runner.idle();
    const view = (await runner.case('c'))!;
    expect(view.steps.map(({ key, status }) => [key, status])).toEqual([
      ['first', 'approved'],
      ['second', 'ineligible'],
    ]);
  });

  it('takes the questions of its own with it, in the form and under facts', () => {
    const { form, plan } = compose(byAnswer);
    expect(form.fields.find(({ field }) => field === 'person.account')?.askedWhen).toEqual({
      field: 'person.married',
      schema: { const: true },
    });
    expect(plan.form.asks?.['/materials/photo of person']).toEqual({
      field: 'person.married',
      schema: { const: true },
    });
    const settled = compose(byAnswer, { facts: { 'person.married': false } });
    expect(askedFields(settled)).toEqual(['person.name']);
    expect(settled.form.materials.filter(({ asked }) => asked)).toEqual([]);
    expect(settled.unmet).toEqual([{ step: 'second', otherwise: 'Only for the married.' }]);
    expect(planText(settled.plan)).toContain('second: Only for the married.');
  });

  it('is said by resolve and project', () => {
    const catalogue = sketchCatalogue(byAnswer);
    const resolution = resolveSituation(catalogue, 'one', { facts: { 'person.married': false } });
    expect(resolution).toMatchObject({
      included: ['first'],
      ineligible: ['second'],
      unmet: [{ step: 'second', otherwise: 'Only for the married.' }],
    });
    expect(resolutionText(resolution)).toContain('second: Only for the married.');
    const { plan } = compose(byAnswer);
    const projections = project(plan, { person: { name: 'Ann', married: false } });
    expect(projections.steps.map(({ step }) => step)).toEqual(['first']);
    expect(projections.unmet).toEqual([{ step: 'second', otherwise: 'Only for the married.' }]);
  });

  it('asks for the key that it rests on in any case', () => {
    const { plan } = compose({
      blocks: {
        grant: {
          inputs: [{ field: 'person.phone' }, { field: 'person.account' }],
          eligibility: [{ require: { 'person.married': { const: true } }, otherwise: 'No.' }],
        },
      },
      registries: [
        { id: 'same', local: 'equal', given: ['person.phone', 'person.name'], gives: ['person.married'] },
      ],
      bundle: { registries: ['same'] },
    });
    expect(plan.form.asks?.['/person/phone']).toBe(true);
  });

  it('holds item by item', async () => {
    const { plan } = compose({
      blocks: {
        grant: {
          inputs: [{ field: 'person.account' }],
          eligibility: [{ require: { 'person.age': { minimum: 18 } }, otherwise: tooYoung }],
        },
      },
      bundle: {
        roles: { person: { type: 'person', many: { min: 0, max: 3 } } },
        uses: [{ block: 'grant', each: 'person' }],
      },
    });
    const runner = await runnerWith({});
    const person = [
      { $key: 'ann', age: 11 },
      { $key: 'ben', age: 30, account: '1' },
    ];
    expect(await runner.start(plan, { id: 'c', answers: { person } })).toMatchObject({
      accepted: true,
      ineligible: [{ step: 'grant[ann]' }],
    });
    await runner.idle();
    expect((await runner.case('c'))!.steps.map(({ status }) => status)).toEqual(['ineligible', 'approved']);
  });
});
