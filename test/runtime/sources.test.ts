/** A case knows who says each of its values, and a step is given what its own sources say. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import type { Plan } from '../../src/model/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { CaseStart, CaseView, HandlerContext, Handlers, Runner } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';
import type { Sketch } from '../unit/compose/build-catalogue.js';
import { buildPlan } from './plan-builder.js';

const since = '2026-03-02T09:00:00.000+08:00';

interface Started {
  runner: Runner;
  handed: Record<string, JsonObject>;
  view: () => Promise<CaseView>;
  statuses: () => Promise<Record<string, string>>;
}

async function start(plan: Plan, given: CaseStart, handlers: Partial<Handlers> = {}): Promise<Started> {
  const handed: Record<string, JsonObject> = {};
  const outputs = handlers.blocks ?? {};
  const blocks = Object.fromEntries(
    plan.steps
      .filter(({ kind }) => kind === 'block')
      .map(({ block }) => [
        block!,
        (input: JsonObject, context: HandlerContext) => {
          handed[block!] = input;
          return outputs[block!]?.(input as never, context) ?? { status: 'approved', output: {} };
        },
      ]),
  );
  const retry = { registryAttempts: 1 };
  const clock = createManualClock(since);
  const runner = await createRunner({ clock, retry, handlers: { ...handlers, blocks } });
  expect(await runner.start(plan, { id: 'c', ...given })).toMatchObject({ accepted: true });
  await runner.idle();
  const view = async () => (await runner.case('c'))!;
  return {
    runner,
    handed,
    view,
    statuses: async () => Object.fromEntries((await view()).steps.map(({ key, status }) => [key, status])),
  };
}

const down = (): never => {
  throw Object.assign(new Error('not now'), { final: true });
};

describe('the sources of a case', () => {
  it('name signing in, the facts of the plan, the applicant, and items', async () => {
    const plan = buildPlan({
      roles: { person: { type: 'person' }, child: { type: 'person', many: { min: 0, max: 3 } } },
      facts: { 'person.region': 'north' },
      steps: [{ id: 'a' }],
    });
    const given = {
      known: { child: [{ $key: 'ben', name: 'Ben' }] },
      answers: { person: { phone: '1' }, child: [{ $key: 'ann', name: 'Ann' }], choices: { b: true } },
    };
    const { view } = await start(plan, given);
    expect((await view()).sources).toEqual({
      '/child/0': { from: 'sign-in', since },
      '/child/0/name': { from: 'sign-in', since },
      '/child/1': { from: 'applicant', since },
      '/child/1/name': { from: 'applicant', since },
      '/person/region': { from: 'host', since },
      '/person/phone': { from: 'applicant', since },
      '/choices/b': { from: 'applicant', since },
    });
  });

  it('keep what a registry and a block say of one place: each step is given its own', async () => {
    const steps = [
      { id: 'register', kind: 'registry' as const, out: { 'person.name': true as const } },
      { id: 'renaming', out: { 'person.name': true as const } },
      {
        id: 'old',
        in: { 'person.name': { sources: [{ from: 'registry' as const, step: 'register' }] } },
        after: ['register', 'renaming'],
      },
      {
        id: 'new',
        in: { 'person.name': { sources: [{ from: 'step' as const, step: 'renaming' }] } },
        after: ['register', 'renaming'],
      },
    ];
    const { handed, view } = await start(
      buildPlan({ steps }),
      { answers: {} },
      {
        registries: { register: () => ({ 'person.name': 'Old' }) },
        blocks: { renaming: () => ({ status: 'approved', output: { person: { name: 'New' } } }) },
      },
    );
    expect(handed['old']).toEqual({ person: { name: 'Old' } });
    expect(handed['new']).toEqual({ person: { name: 'New' } });
    const { data, sources } = await view();
    expect(data).toEqual({ person: { name: 'New' } });
    expect(sources['/person/name']).toEqual({
      from: 'step',
      step: 'renaming',
      since,
      others: [{ from: 'registry', step: 'register', since, value: 'Old' }],
    });
  });

  it('do not let a value of somebody else stand in for a source that says nothing', async () => {
    const steps = [
      { id: 'register', kind: 'registry' as const },
      { id: 'other', out: { 'person.name': true as const } },
      {
        id: 'a',
        in: { 'person.name': { sources: [{ from: 'registry' as const, step: 'register' }] } },
        after: ['register', 'other'],
      },
    ];
    const { handed, view } = await start(
      buildPlan({ steps }),
      { answers: {} },
      {
        registries: { register: () => ({}) },
        blocks: { other: () => ({ status: 'approved', output: { person: { name: 'Other' } } }) },
      },
    );
    expect(handed).not.toHaveProperty('a');
    expect((await view()).needs).toMatchObject([{ step: 'a', needs: [{ at: '/person/name' }] }]);
  });
});

describe('what nobody asked in a supplement or a later form', () => {
  it('is left out, and the receipt says so', async () => {
    const plan = buildPlan({
      steps: [
        { id: 'a', in: { 'person.name': true } },
        { id: 'ask', kind: 'ask', form: { type: 'object' }, out: { 'person.phone': true }, after: ['a'] },
      ],
    });
    const { runner, view } = await start(plan, { answers: {} });
    const values = { '/person/name': 'Ann', '/person/other': 1 };
    expect(await runner.supplement('c', 'a', values)).toEqual({
      accepted: true,
      case: 'c',
      notTaken: ['/person/other'],
    });
    await runner.idle();
    expect(await runner.fill('c', 'ask', { person: { phone: '1', other: 2 } })).toEqual({
      accepted: true,
      case: 'c',
      notTaken: ['/person/other'],
    });
    expect((await view()).data).toEqual({ person: { name: 'Ann', phone: '1' } });
  });
});

describe('a look-up that fails', () => {
  const sketch: Sketch = {
    blocks: { grant: { inputs: [{ field: 'person.idNumber' }, { field: 'person.name' }] } },
    registries: [{ subject: 'person', given: ['idNumber'], gives: ['name'] }],
    bundle: { registries: ['registry0'] },
  };

  it('has its field asked of the applicant, whose it stays, marked', async () => {
    const { plan } = compose(sketch);
    const { runner, handed, view } = await start(
      plan,
      { answers: { person: { idNumber: '1' } } },
      {
        registries: { registry0: down },
      },
    );
    await runner.supplement('c', 'grant', { '/person/name': 'Ann' });
    await runner.idle();
    expect(handed['grant']).toEqual({ person: { idNumber: '1', name: 'Ann' } });
    expect((await view()).sources['/person/name']).toEqual({
      from: 'applicant',
      step: 'grant',
      since,
      instead: 'registry0-person',
    });
  });

  it('stalls where the applicant cannot give it, and goes on when it is tried again', async () => {
    const { plan } = compose({
      ...sketch,
      blocks: {
        grant: {
          inputs: [{ field: 'person.idNumber' }, { material: 'record', of: 'person', accept: ['registry'] }],
        },
      },
      registries: [{ subject: 'person', given: ['idNumber'], gives: [{ material: 'record' }] }],
      materials: ['record'],
    });
    let isUp = false;
    const { runner, handed, statuses } = await start(
      plan,
      { answers: { person: { idNumber: '1' } } },
      {
        registries: { registry0: () => (isUp ? { 'record of person': { no: 1 } } : down()) },
      },
    );
    expect(await statuses()).toEqual({ 'registry0-person': 'stalled', grant: 'waiting' });
    isUp = true;
    await runner.retry('c', 'registry0-person');
    await runner.idle();
    expect(await statuses()).toEqual({ 'registry0-person': 'approved', grant: 'approved' });
    expect(handed['grant']).toMatchObject({ materials: { 'record of person': { no: 1 } } });
  });
});

describe('a look-up', () => {
  const sketch: Sketch = {
    blocks: {
      married: { inputs: [{ field: 'person.idNumber' }, { field: 'person.married' }] },
      grant: {
        inputs: [
          { field: 'person.name' },
          { field: 'person.account', when: { 'person.married': { const: true } } },
        ],
      },
    },
    registries: [
      { subject: 'person', given: ['idNumber'], gives: ['name', 'account', 'age', { material: 'record' }] },
    ],
    materials: ['record'],
    bundle: { registries: ['registry0'] },
  };
  const answer = { 'person.name': 'Ann', 'person.account': '6', 'person.age': 3, 'record of person': {} };
  const lookUp = async (isMarried: boolean) => {
    const { plan } = compose(sketch);
    let wanted: readonly string[] | undefined;
    const registry0 = (_: JsonObject, context: HandlerContext) => {
      wanted = context.wanted;
      return answer;
    };
    const answers = { person: { idNumber: '1', married: isMarried } };
    const { runner, view } = await start(plan, { answers }, { registries: { registry0 } });
    const log = JSON.stringify(await runner.history('c'));
    return { plan, wanted, log, view: await view() };
  };

  it('is asked for what this plan can take in this situation; the rest is neither kept nor written down', async () => {
    const { plan, wanted, view, log } = await lookUp(false);
    const step = plan.steps.find(({ kind }) => kind === 'registry')!;
    expect(Object.keys(step.out).sort()).toEqual(['person.account', 'person.name']);
    expect(wanted).toEqual(['person.name']);
    expect(view.data).toEqual({ person: { idNumber: '1', married: false, name: 'Ann' } });
    expect(view.steps.find(({ kind }) => kind === 'registry')).toMatchObject({
      status: 'approved',
      dropped: ['person.account', 'person.age', 'record of person'],
    });
    expect(log).not.toContain('"6"');
  });

  it('is asked for more where the situation takes more', async () => {
    const { wanted, view } = await lookUp(true);
    expect([...wanted!].sort()).toEqual(['person.account', 'person.name']);
    expect(view.data).toMatchObject({ person: { account: '6' } });
  });
});

describe('a derivation that fails', () => {
  const sketch: Sketch = {
    blocks: { grant: { inputs: [{ field: 'person.name' }, { field: 'person.age' }] } },
    registries: [{ subject: 'person', local: 'guess', given: ['name'], gives: ['age'] }],
    bundle: { registries: ['registry0'] },
  };

  it('does not keep a case from starting, and one that works decides at the start who may apply', async () => {
    const { plan } = compose({
      ...sketch,
      bundle: {
        ...sketch.bundle,
        eligibility: [{ require: { 'person.age': { minimum: 18 } }, otherwise: 'Adults only.' }],
      },
    });
    const runner = await createRunner({
      handlers: {
        blocks: { grant: () => ({ status: 'approved', output: {} }) },
        derivations: {
          guess: ([name]) => {
            if (name === 'Old') return [70];
            if (name === 'Young') return [7];
            throw new Error('who is that?');
          },
        },
      },
    });
    const startAs = (name: string) => runner.start(plan, { id: name, answers: { person: { name } } });
    expect(await startAs('Young')).toMatchObject({
      accepted: false,
      refusal: { code: 'not-eligible', unmet: [{ otherwise: 'Adults only.' }] },
    });
    expect(await startAs('Old')).toEqual({ accepted: true, case: 'Old' });
    expect(await startAs('Somebody')).toEqual({ accepted: true, case: 'Somebody' });
    const [first] = await runner.history('Old');
    expect(first!.event).toMatchObject({ derived: { '/person/age': 70 } });
    await runner.stop();
  });

  it('is not tried again by itself and asked of nobody: its step tells what failed, and for which inputs', async () => {
    const { plan } = compose(sketch);
    let calls = 0;
    let isRight = false;
    const { runner, handed, view, statuses } = await start(
      plan,
      { answers: { person: { name: 'Ann' } } },
      {
        derivations: {
          guess: () => {
            calls += 1;
            if (isRight) return [30];
            throw new TypeError('no such calendar');
          },
        },
      },
    );
    expect(await statuses()).toEqual({ 'registry0-person': 'stalled', grant: 'waiting' });
    const { steps, needs } = await view();
    expect(needs).toEqual([]);
    expect(JSON.stringify(steps.find(({ key }) => key === 'registry0-person')!.because)).toMatch(
      /guess.*person\.name.*no such calendar/,
    );
    const before = calls;
    isRight = true;
    await runner.retry('c', 'registry0-person');
    await runner.idle();
    expect(calls).toBe(before + 1);
    expect(handed['grant']).toEqual({ person: { name: 'Ann', age: 30 } });
    expect((await view()).sources['/person/age']).toEqual({
      from: 'derivation',
      step: 'registry0-person',
      since,
    });
  });
});

describe('a dispute', () => {
  const sketch: Sketch = {
    blocks: {
      grant: {
        roles: { holder: 'person' },
        inputs: [{ field: 'holder.idNumber' }, { field: 'holder.name' }, { field: 'holder.phone' }],
      },
      other: { inputs: [{ field: 'person.phone' }] },
    },
    registries: [{ subject: 'person', given: ['idNumber'], gives: ['name'] }],
    bundle: {
      registries: ['registry0'],
      known: ['person.idNumber'],
      uses: [{ block: 'grant', with: { holder: 'person' } }, { block: 'other' }],
    },
  };
  const { plan } = compose(sketch);
  const given = { known: { person: { idNumber: '1' } }, answers: { person: { phone: '5' } } };
  const told: Record<string, HandlerContext['disputes']> = {};
  const hear =
    (id: string) =>
    (_: never, { disputes }: HandlerContext) => {
      told[id] = disputes;
      return { status: 'approved' as const, output: {} };
    };
  const handlers = {
    blocks: { grant: hear('grant'), other: hear('other') },
    registries: { registry0: () => ({ 'person.name': 'Old' }) },
  };

  it('reaches the authorities that take the value, under their own name of it, and replaces nothing', async () => {
    const disputes = [{ field: 'person.name', claim: 'New', reason: 'renamed in May' }];
    const { handed, view } = await start(plan, { ...given, disputes }, handlers);
    expect(handed['grant']).toMatchObject({ holder: { name: 'Old' } });
    expect(told).toEqual({
      grant: [{ input: 'holder.name', ...disputes[0], since }],
      other: undefined,
    });
    expect(await view()).toMatchObject({
      data: { person: { name: 'Old' } },
      disputes: [{ ...disputes[0], at: '/person/name', since }],
    });
  });

  it.each([
    ['person.nmae', 'Nothing in this case is called "person.nmae"'],
    ['record of person', 'Nothing in this case is called "record of person"'],
    ['/child/0/name', 'Nothing in this case is called "/child/0/name"'],
    ['person.phone', '"person.phone" is answered by the applicant'],
  ])('about "%s" is refused with words, and nothing has begun', async (field, words) => {
    const runner = await createRunner({ handlers });
    const disputes = [{ field, claim: 'x', reason: 'y' }];
    const receipt = await runner.start(plan, { id: 'c', ...given, disputes });
    expect(receipt).toMatchObject({ accepted: false, refusal: { code: 'dispute-refused' } });
    expect(JSON.stringify(receipt)).toContain(JSON.stringify(words).slice(1, -1));
    expect(await runner.case('c')).toBeUndefined();
    await runner.stop();
  });

  it('comes with a later form and with a supplement too, and of one value the last word stands', async () => {
    const byHand = buildPlan({
      steps: [
        { id: 'register', kind: 'registry', out: { 'person.name': true } },
        {
          id: 'a',
          in: {
            'person.name': { sources: [{ from: 'registry', step: 'register' }] },
            'person.phone': true,
          },
          after: ['register'],
        },
        { id: 'ask', kind: 'ask', form: { type: 'object' }, out: { 'person.more': true }, after: ['a'] },
      ],
    });
    const { runner, view } = await start(
      byHand,
      { answers: {} },
      { registries: { register: () => ({ 'person.name': 'Old' }) } },
    );
    const dispute = (claim: string) => [{ field: '/person/name', claim, reason: 'renamed' }];
    const values = { '/person/phone': '5' };
    expect(await runner.supplement('c', 'a', values, { disputes: dispute('New') })).toMatchObject({
      accepted: true,
    });
    await runner.idle();
    expect((await view()).disputes).toMatchObject([{ claim: 'New' }]);
    expect(await runner.fill('c', 'ask', {}, dispute('Newer'))).toMatchObject({ accepted: true });
    expect((await view()).disputes).toMatchObject([{ claim: 'Newer' }]);
    expect((await view()).data).toMatchObject({ person: { name: 'Old' } });
  });
});

describe('a plan of another format', () => {
  it.each([1, 3])('%i is refused by its name', async (formatVersion) => {
    const plan = { ...buildPlan({ steps: [{ id: 'a' }] }), formatVersion } as unknown as Plan;
    const runner = await createRunner({ handlers: { blocks: {} } });
    await expect(runner.start(plan, { answers: {} })).rejects.toMatchObject({
      code: 'usage/plan',
      message: `The plan has the format ${formatVersion}; this version runs plans of the format 2.`,
    });
    await runner.stop();
  });
});
