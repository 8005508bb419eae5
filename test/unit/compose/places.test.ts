import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/index.js';
import type { Block, Plan, PlanStep } from '../../../src/model/index.js';
import { mergeData } from '../../../src/plan/index.js';
import { planSchema } from '../../../src/model/shapes/plan.js';
import { createManualClock, createRunner, createSimulation } from '../../../src/runtime/index.js';
import type { HandlerContext } from '../../../src/runtime/index.js';
import { askedFields, codesOf, compose, sketchCatalogue } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

const places = {
  lives: { type: 'string', minLength: 6, maxLength: 6 },
  registered: { type: 'string', minLength: 6, maxLength: 6 },
} as const;

const authorities = ['hall', 'police', 'old-police'].map((id) => ({ kind: 'authority', id }) as const);

function catalogue(block: Partial<Block>, more: Record<string, Partial<Block>> = {}): Sketch {
  const moving: Partial<Block> = {
    authority: 'police',
    inputs: [{ field: 'person.name' }, { material: 'register', of: 'person', form: 'original' }],
    outputs: [{ material: 'certificate', of: 'person' }],
    time: { promised: '5wd' },
    ...block,
  };
  return {
    elements: places,
    materials: ['register', 'certificate'],
    blocks: { moving, ...more },
    others: [...authorities],
  };
}

const stepOf = (plan: Plan, id: string): PlanStep => plan.steps.find((step) => step.id === id)!;

const start = '2026-01-05T09:00:00+08:00';

/** Runs a case; authorities take as long as they may. By step: what becomes of it; `returned`: once, before that. */
async function run(
  sketch: Sketch,
  fates: Record<string, unknown> = {},
  person: JsonObject = {},
  others: JsonObject = {},
) {
  const { plan } = compose(sketch);
  const clock = createManualClock(start);
  const contexts: HandlerContext[] = [];
  const dues: Record<string, string> = {};
  const take = (_: JsonObject, context: HandlerContext) => {
    contexts.push(context);
    return { status: 'pending' as const };
  };
  const runner = await createRunner({
    clock,
    handlers: {
      blocks: Object.fromEntries(Object.keys(sketch.blocks).map((id) => [id, take])),
      transfers: { collect: take, accept: take, issue: take },
    },
  });
  await runner.start(plan, {
    id: 'c',
    answers: mergeData(createSimulation(plan).answers(), {
      ...(Object.keys(person).length > 0 ? { person } : {}),
      ...others,
    }),
  });
  for (;;) {
    await runner.idle();
    const view = (await runner.case('c'))!;
    const [need] = view.needs;
    if (need !== undefined) {
      await runner.supplement('c', need.step, Object.fromEntries(need.needs.map(({ at }) => [at, 'more'])));
      continue;
    }
    const waiting = view.steps.find(({ status }) => status === 'pending');
    if (waiting === undefined) {
      await runner.stop();
      return { view, contexts, dues };
    }
    const step = stepOf(plan, waiting.step);
    if (waiting.due !== undefined) {
      dues[waiting.key] = waiting.due.slice(0, 10);
      // Nine hours before the end of the last day.
      clock.advanceTo(new Date(Date.parse(waiting.due) - 9 * 3_600_000).toISOString().replace('.000Z', 'Z'));
    }
    const { token } = contexts.find(({ step: key }) => key === waiting.key)!;
    const last = contexts.filter(({ step: key }) => key === waiting.key).at(-1)!;
    const isFirst = last.token === token && contexts.length === 1;
    if (fates['returned'] === true && isFirst)
      await runner.complete(token, { status: 'returned', needs: ['person.name'] });
    else if (fates[step.id] === 'rejected') await runner.complete(last.token, { status: 'rejected' });
    else await runner.complete(last.token, { status: 'approved', output: outputOf(step) });
  }
}

function outputOf({ out }: PlanStep): JsonObject {
  const names = Object.keys(out);
  return names.length === 0 ? {} : { materials: Object.fromEntries(names.map((name) => [name, 'paper'])) };
}

describe('a block without places', () => {
  it('is planned as ever: no act, no transfer', () => {
    const { plan } = compose(catalogue({}));
    expect(plan.steps.map(({ id }) => id)).toEqual(['moving']);
    expect(plan.steps[0]).not.toHaveProperty('places');
  });
});

describe('handled online (全程网办)', () => {
  const online = catalogue({ places: { accept: { at: 'person.registered' } } });

  it('asks for the place that accepts, and makes no step', () => {
    const composition = compose(online);
    expect(codesOf(composition)).toEqual([]);
    expect(askedFields(composition)).toEqual(['person.name', 'person.registered']);
    expect(composition.form.schema).toMatchObject({
      properties: { person: { required: ['name', 'registered'] } },
    });
    expect(composition.plan.steps.map(({ id }) => id)).toEqual(['moving']);
    expect(stepOf(composition.plan, 'moving').places).toEqual({
      accept: [{ authority: 'police', at: '/person/registered' }],
      decide: [{ authority: 'police', at: '/person/registered' }],
    });
  });

  it('tells the handler where the application goes', async () => {
    const { contexts, view } = await run(online);
    expect(view.status).toBe('done');
    expect(contexts).toHaveLength(1);
    const { accept, decide } = contexts[0]!.handling!;
    expect(accept).toEqual({ authority: 'police', place: view.data['person']!['registered' as never] });
    expect(decide).toEqual(accept);
  });
});

describe('collected at another place (异地代收代办)', () => {
  const collected = catalogue({
    places: {
      collect: { at: 'person.lives', authority: 'hall', by: 'mail', time: '3wd' },
      accept: { at: 'person.registered' },
      issue: { by: 'mail', time: '2wd' },
    },
  });

  it('carries what the applicant hands in, and then the result, in their own time', () => {
    const { plan } = compose(collected);
    expect(plan.stages).toEqual([['moving-collect'], ['moving'], ['moving-issue']]);
    const collect = stepOf(plan, 'moving-collect');
    expect(collect).toMatchObject({
      kind: 'transfer',
      authority: 'hall',
      transfer: { of: 'moving', from: 'collect', to: 'accept', by: 'mail' },
      deadline: { promised: '3wd', workingDays: 3 },
    });
    expect(Object.keys(collect.in)).toEqual(['person.name', 'register of person']);
    expect(Object.keys(stepOf(plan, 'moving-issue').in)).toEqual(['certificate of person']);
    expect(plan.criticalPath).toEqual({
      steps: ['moving-collect', 'moving', 'moving-issue'],
      workingDays: 10,
    });
    expect(planSchema.safeParse(plan).error).toBeUndefined();
  });

  it('counts the limit from the day on which the accepting place has it', async () => {
    const { view, dues } = await run(collected);
    expect(view.status).toBe('done');
    // Monday 5 January; three working days in the mail, five from the day of acceptance, two in the mail again.
    expect(dues).toEqual({
      'moving-collect': '2026-01-09',
      moving: '2026-01-16',
      'moving-issue': '2026-01-20',
    });
  });

  it('lets the collecting place ask for what is missing, before anything is sent', async () => {
    const { contexts, view } = await run(collected, { moving: 'approved', returned: true });
    expect(view.status).toBe('done');
    expect(contexts.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      'c/moving-collect#1',
      'c/moving-collect#2',
      'c/moving#1',
      'c/moving-issue#1',
    ]);
  });
});

describe('handled by several places together (多地联办)', () => {
  const joint = catalogue(
    {
      inputs: [{ field: 'person.name' }, { material: 'permit', of: 'person' }],
      places: {
        accept: { at: 'person.lives', time: '2wd' },
        decide: { at: 'person.registered', authority: 'old-police' },
      },
    },
    { permit: { outputs: [{ material: 'permit', of: 'person' }], time: { promised: '1wd' } } },
  );
  joint.materials!.push('permit');

  it('passes the application on within the limit', () => {
    const { plan } = compose(joint);
    expect(plan.stages).toEqual([['permit'], ['moving-accept'], ['moving']]);
    expect(stepOf(plan, 'moving').deadline).toEqual({
      promised: '5wd',
      workingDays: 5,
      since: ['moving-accept'],
    });
    expect(stepOf(plan, 'moving-accept').transfer).toEqual({
      of: 'moving',
      from: 'accept',
      to: 'decide',
      by: 'electronic',
    });
    expect(plan.criticalPath).toEqual({ steps: ['permit', 'moving-accept', 'moving'], workingDays: 6 });
  });

  it('counts the limit from the acceptance, not from the arrival at the place that decides', async () => {
    const { view, dues } = await run(joint);
    expect(view.status).toBe('done');
    expect(dues).toEqual({
      permit: '2026-01-07',
      'moving-accept': '2026-01-09',
      moving: '2026-01-14',
    });
  });

  it('does not decide what was never passed on', async () => {
    const { view } = await run(joint, { 'moving-accept': 'rejected' });
    expect(view.steps.map(({ key, status }) => [key, status])).toEqual([
      ['permit', 'approved'],
      ['moving-accept', 'rejected'],
      ['moving', 'stopped'],
    ]);
  });
});

describe('a block whose limit depends on the situation', () => {
  const timed = catalogue({
    channels: ['online'],
    time: { statutory: '10wd' },
    variants: [
      { when: { 'person.married': { const: true } }, time: { promised: '20wd' } },
      { when: { 'person.age': { minimum: 60 } }, time: { promised: '1wd' }, channels: ['counter'] },
    ],
  });

  it('is planned with the longest limit that is still open, and carries them all', () => {
    const { plan, report } = compose(timed);
    expect(plan.criticalPath.workingDays).toBe(20);
    const [first, second, third] = stepOf(plan, 'moving').variants!;
    expect(first).toEqual({
      when: { field: 'person.married', schema: { const: true } },
      deadline: { promised: '20wd', workingDays: 20 },
    });
    expect(second!.deadline).toEqual({ promised: '1wd', workingDays: 1 });
    expect(third).toEqual({ when: { field: 'person.age', schema: { minimum: 60 } }, channels: ['counter'] });
    expect(stepOf(plan, 'moving').deadline).toEqual({ statutory: '10wd', workingDays: 10 });
    expect(report.after.trips.of).toEqual(['moving: 1']);
    expect(planSchema.safeParse(plan).error).toBeUndefined();
  });

  it('has one limit where the facts settle it', () => {
    const settled = (facts: JsonObject) => stepOf(compose(timed, { facts }).plan, 'moving');
    const single = settled({ 'person.married': false, 'person.age': 30 });
    expect(single.deadline).toEqual({ statutory: '10wd', workingDays: 10 });
    expect(single).not.toHaveProperty('variants');
    const old = settled({ 'person.married': false, 'person.age': 70 });
    expect([old.deadline, old.channels]).toEqual([{ promised: '1wd', workingDays: 1 }, ['counter']]);
    // Of two that hold, the first counts.
    expect(settled({ 'person.married': true, 'person.age': 70 }).deadline?.promised).toBe('20wd');
    expect(compose(timed, { facts: { 'person.married': false } }).plan.criticalPath.workingDays).toBe(10);
  });

  it('counts the limit of the situation in a case', async () => {
    const single = await run(timed, {}, { married: false, age: 30 });
    expect(single.dues).toEqual({ moving: '2026-01-20' });
    const old = await run(timed, {}, { married: false, age: 70 });
    expect(old.dues).toEqual({ moving: '2026-01-07' });
  });
});

describe('alternatives', () => {
  const either = catalogue({
    places: {
      collect: { when: { 'person.married': { const: true } }, at: 'person.lives', time: '1wd' },
      issue: [{ when: { 'person.married': { const: true } }, by: 'mail', time: '4wd' }, { by: 'electronic' }],
    },
  });

  it('apply where their conditions hold, and none where none does', () => {
    const { plan, form } = compose(either);
    expect(form.questions.map(({ field }) => field)).toEqual(['person.married', 'person.lives']);
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'moving-collect',
      'moving',
      'moving-issue',
      'moving-issue-2',
    ]);
    const married = compose(either, { facts: { 'person.married': true } }).plan;
    expect(married.steps.map(({ id }) => id)).toEqual(['moving-collect', 'moving', 'moving-issue']);
    const single = compose(either, { facts: { 'person.married': false } });
    expect(single.plan.steps.map(({ id }) => id)).toEqual(['moving', 'moving-issue-2']);
    expect(askedFields(single)).toEqual(['person.name']);
  });

  it('behind one without a condition never apply, which is said', () => {
    const never = catalogue({ places: { issue: [{ by: 'electronic' }, { by: 'mail', time: '4wd' }] } });
    expect(sketchCatalogue(never).diagnostics.map(({ code }) => code)).toContain('catalogue/never-reached');
  });
});

describe('places of a use', () => {
  const repeated = (use: object): Sketch => ({
    ...catalogue({
      roles: { child: 'person', parent: 'person' },
      inputs: [{ field: 'child.name' }, { material: 'register', of: 'parent' }],
      outputs: [{ material: 'certificate', of: 'child' }],
      places: { decide: { at: 'parent.registered' } },
    }),
    bundle: {
      roles: { child: { type: 'person', many: { min: 1, max: 3 } }, mother: 'person' },
      uses: [{ block: 'moving', with: { parent: 'mother' }, each: 'child', ...use }],
    },
  });

  it('are those of the block, in terms of the roles that the bundle binds', () => {
    const { plan } = compose(repeated({}));
    expect(stepOf(plan, 'moving').places).toEqual({
      decide: [{ authority: 'police', at: '/mother/registered' }],
    });
  });

  it('take the place of what the block says, in words of the bundle, for each item', async () => {
    const own = { collect: { at: 'child.lives', authority: 'hall', time: '1d' }, issue: { by: 'mail' } };
    const composition = compose(repeated({ places: own }));
    const { plan } = composition;
    expect(codesOf(composition)).toEqual([]);
    expect(askedFields(composition)).toEqual(['child.lives', 'child.name']);
    expect(stepOf(plan, 'moving').places!.collect).toEqual([{ authority: 'hall', at: '/child/lives' }]);
    expect(plan.steps.map(({ id, each }) => [id, each])).toEqual([
      ['moving-collect', '/child'],
      ['moving', '/child'],
      ['moving-issue', '/child'],
    ]);
    const { view, contexts } = await run(
      repeated({ places: own }),
      {},
      {},
      {
        child: [
          { $key: 'a', name: 'Anna', lives: '110000' },
          { $key: 'b', name: 'Ben', lives: '310000' },
        ],
      },
    );
    expect(view.status).toBe('done');
    // Effects happen at least once: what counts is what each submission is told.
    const collected = new Map(
      contexts
        .filter(({ step }) => step.startsWith('moving-collect'))
        .map(({ item, handling }) => [item, handling!.collect]),
    );
    expect([...collected]).toEqual([
      ['a', { authority: 'hall', place: '110000' }],
      ['b', { authority: 'hall', place: '310000' }],
    ]);
  });

  it('of a name that a step has already gets another one', () => {
    const both = catalogue({ places: { collect: { at: 'person.lives' } } }, { 'moving-collect': {} });
    const { plan } = compose(both);
    expect(plan.steps.map(({ id }) => id)).toEqual(['moving-collect', 'moving-collect-transfer', 'moving']);
  });
});
