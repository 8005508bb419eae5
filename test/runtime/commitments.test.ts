/** A commitment (告知承诺): who may make it, when it is checked, and what follows if it was untrue. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import type { Accept, Block, Commitment } from '../../src/model/index.js';
import { schedule } from '../../src/plan/index.js';
import { createRunner } from '../../src/runtime/index.js';
import type { CaseView, CheckHandler, Handlers } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';

const since = '2026-03-02T09:00:00.000+08:00';
const declared: Commitment = {
  text: { en: 'I own the home.', zh: '本人是房屋所有人。' },
  except: { 'person.kind': { const: 'dishonest' } },
  check: { what: { en: 'Whether the deed exists', zh: '权属' }, within: '20wd', by: 'land-office' },
  consequence: { en: 'The grant is taken back.', zh: '撤销补贴。' },
};

function made(accept: Accept[], commitment: Partial<Block> = {}) {
  return compose({
    elements: { kind: { enum: ['honest', 'dishonest'] }, sum: { type: 'integer' } },
    materials: ['deed'],
    others: ['land-office', 'office'].map((id) => ({ kind: 'authority' as const, id })),
    blocks: {
      grant: {
        authority: 'office',
        inputs: [{ field: 'person.name' }, { material: 'deed', of: 'person', accept }],
        outputs: [{ field: 'person.sum' }],
        time: { promised: '5wd' },
        ...commitment,
      },
      loan: {
        inputs: [{ field: 'person.sum' }],
        prerequisites: [{ block: 'grant' }],
        time: { promised: '3wd' },
      },
    },
  });
}

const both: Accept[] = ['upload', { commitment: declared }];
const answersOf = (way: string, kind = 'honest'): JsonObject => ({
  person: { name: 'Ann', kind },
  materials: { 'deed of person': way === 'upload' ? { way, files: [{ id: '7' }] } : { way } },
});

describe('a commitment', () => {
  it('is not taken of whoever is excepted', async () => {
    const { plan, diagnostics } = made(both);
    expect(diagnostics).toEqual([]);
    const runner = await createRunner({ handlers: handlers(() => ({ status: 'approved', output: {} })) });
    const refused = await runner.start(plan, { id: 'a', answers: answersOf('commitment', 'dishonest') });
    expect(refused).toMatchObject({ accepted: false, refusal: { code: 'answers-refused' } });
    const uploaded = await runner.start(plan, { id: 'b', answers: answersOf('upload', 'dishonest') });
    expect(uploaded).toMatchObject({ accepted: true });
    const committed = await runner.start(plan, { id: 'c', answers: answersOf('commitment') });
    expect(committed).toMatchObject({ accepted: true });
    await runner.stop();
  });

  it('is not taken in a supplement either', async () => {
    const { plan } = made(both);
    let returned = false;
    const runner = await createRunner({
      handlers: {
        ...handlers(holds),
        blocks: {
          ...handlers(holds).blocks,
          grant: () => {
            if (returned) return { status: 'approved', output: { person: { sum: 5 } } };
            returned = true;
            return { status: 'returned', needs: ['deed of person'] };
          },
        },
      },
    });
    await runner.start(plan, { id: 'a', answers: answersOf('upload', 'dishonest') });
    await runner.idle();
    const place = '/materials/deed of person';
    expect(await runner.supplement('a', 'grant', { [place]: { way: 'commitment' } })).toMatchObject({
      accepted: false,
      refusal: { code: 'answers-refused', issues: [{ at: `${place}/way` }] },
    });
    const anew = { [place]: { way: 'upload', files: [{ id: '8' }] } };
    expect(await runner.supplement('a', 'grant', anew)).toMatchObject({ accepted: true });
    await runner.stop();
  });

  it('takes no time of the applicant, and is checked by its authority within its limit', () => {
    const { plan, report } = made(both);
    const check = plan.steps.find(({ id }) => id === 'grant-check');
    expect(check).toMatchObject({
      kind: 'check',
      authority: 'land-office',
      deadline: { promised: '20wd' },
      check: { of: 'grant', block: 'grant', input: 'deed of person', consequence: declared.consequence },
      after: [{ step: 'grant', needs: 'approval' }],
    });
    expect(plan.criticalPath.workingDays).toBe(8);
    expect(schedule(plan, answersOf('commitment'), since).workingDays).toBe(8);
    expect(JSON.stringify(report)).not.toContain('grant-check');
  });

  it('holds: the check is told, the case ends', async () => {
    const { view, seen } = await run('commitment', () => ({ status: 'approved', output: {} }));
    expect(seen).toEqual([
      { person: { name: 'Ann' }, materials: { 'deed of person': { way: 'commitment' } } },
    ]);
    expect(view.status).toBe('done');
    expect(statusesOf(view)).toEqual({ grant: 'approved', 'grant-check': 'approved', loan: 'approved' });
    expect(because(view, 'grant-check')).toMatchObject({ code: 'because.held' });
  });

  it('was not made: nothing is checked', async () => {
    const { view, seen } = await run('upload', () => ({ status: 'approved', output: {} }));
    expect(seen).toEqual([]);
    expect(statusesOf(view)).toMatchObject({ 'grant-check': 'skipped' });
  });

  it('was untrue: what follows is told; what has begun goes on', async () => {
    const { view } = await run('commitment', () => ({ status: 'rejected', reason: 'no such deed' }));
    expect(statusesOf(view)).toEqual({ grant: 'approved', 'grant-check': 'rejected', loan: 'approved' });
    expect(because(view, 'grant-check')?.message).toContain('The grant is taken back.');
    expect(view.status).toBe('done');
  });

  it('was untrue: what rests on the matter and has not begun is stopped', async () => {
    const { plan } = compose({
      elements: { sum: { type: 'integer' } },
      materials: ['deed'],
      blocks: {
        grant: {
          inputs: [
            { field: 'person.name' },
            { material: 'deed', of: 'person', accept: [{ commitment: plain }] },
          ],
          outputs: [{ field: 'person.sum' }],
        },
        slow: { inputs: [{ field: 'person.name' }] },
        loan: { prerequisites: [{ block: 'grant' }, { block: 'slow' }] },
        other: { prerequisites: [{ block: 'slow' }] },
      },
    });
    let token = '';
    const runner = await createRunner({
      handlers: {
        ...handlers(() => ({ status: 'rejected' })),
        blocks: {
          ...handlers(holds).blocks,
          slow: (_, context) => ((token = context.token), { status: 'pending' }),
          other: () => ({ status: 'approved', output: {} }),
        },
      },
    });
    const answers = { person: { name: 'Ann' }, materials: { 'deed of person': { way: 'commitment' } } };
    await runner.start(plan, { id: 'a', answers });
    await runner.idle();
    await runner.complete(token, { status: 'approved', output: {} });
    await runner.idle();
    const view = (await runner.case('a'))!;
    expect(statusesOf(view)).toEqual({
      grant: 'approved',
      'grant-check': 'rejected',
      slow: 'approved',
      loan: 'stopped',
      other: 'approved',
    });
    expect(because(view, 'loan')).toMatchObject({ code: 'because.step-untrue' });
    await runner.stop();
  });

  it('is checked although the applicant calls the case off after the decision', async () => {
    const { plan } = made(both);
    let token = '';
    const runner = await createRunner({
      handlers: handlers((_, context) => ((token = context.token), { status: 'pending' })),
    });
    await runner.start(plan, { id: 'a', answers: answersOf('commitment') });
    await runner.idle();
    expect(await runner.cancel('a')).toMatchObject({ accepted: false, refusal: { code: 'case-over' } });
    expect(await runner.complete(token, { status: 'rejected' })).toMatchObject({ accepted: true });
    expect(statusesOf((await runner.case('a'))!)).toMatchObject({ 'grant-check': 'rejected' });
    await runner.stop();
  });

  it('needs a handler for its check', async () => {
    const { plan } = made(both);
    const { checks: _, ...rest } = handlers(holds);
    const runner = await createRunner({ handlers: rest });
    await expect(runner.start(plan, { id: 'a', answers: answersOf('upload') })).rejects.toThrow(
      'check of block "grant"',
    );
    await runner.stop();
  });

  it('of each item is checked by itself', async () => {
    const { plan } = compose({
      materials: ['deed'],
      bundle: {
        roles: { person: 'person', child: { type: 'person', many: { min: 0, max: 3 } } },
        uses: [{ block: 'grant', each: 'child', with: { person: 'child' } }],
      },
      blocks: {
        grant: {
          inputs: [
            { field: 'person.name' },
            { material: 'deed', of: 'person', accept: ['upload', { commitment: plain }] },
          ],
        },
      },
    });
    const runner = await createRunner({
      handlers: {
        blocks: { grant: () => ({ status: 'approved', output: {} }) },
        checks: {
          grant: (_, { item }) =>
            item === 'b' ? { status: 'rejected' } : { status: 'approved', output: {} },
        },
      },
    });
    const child = ($key: string, way: JsonObject) => ({
      $key,
      name: $key,
      materials: { 'deed of child': way },
    });
    const receipt = await runner.start(plan, {
      id: 'a',
      answers: {
        child: [
          child('a', { way: 'commitment' }),
          child('b', { way: 'commitment' }),
          child('c', { way: 'upload', files: [{ id: '7' }] }),
        ],
      },
    });
    expect(receipt).toMatchObject({ accepted: true });
    await runner.idle();
    expect(statusesOf((await runner.case('a'))!)).toEqual({
      'grant[a]': 'approved',
      'grant[b]': 'approved',
      'grant[c]': 'approved',
      'grant-check[a]': 'approved',
      'grant-check[b]': 'rejected',
      'grant-check[c]': 'skipped',
    });
    await runner.stop();
  });
});

const plain: Commitment = {
  text: 'I own it.',
  check: { what: 'Whether it is so', within: '20wd' },
  consequence: 'It is taken back.',
};
const holds: CheckHandler = () => ({ status: 'approved', output: {} });

async function run(way: string, check: CheckHandler) {
  const { plan } = made(both);
  const seen: JsonObject[] = [];
  const runner = await createRunner({
    handlers: handlers((input, context) => (seen.push(input), check(input, context))),
  });
  await runner.start(plan, { id: 'a', answers: answersOf(way) });
  await runner.idle();
  const view = (await runner.case('a'))!;
  await runner.stop();
  return { view, seen };
}

function statusesOf({ steps }: CaseView): Record<string, string> {
  return Object.fromEntries(steps.map(({ key, status }) => [key, status]));
}

function because({ steps }: CaseView, key: string) {
  return steps.find((step) => step.key === key)?.because;
}

function handlers(check: CheckHandler): Handlers {
  return {
    blocks: {
      grant: () => ({ status: 'approved', output: { person: { sum: 5 } } }),
      loan: () => ({ status: 'approved', output: {} }),
    },
    checks: { grant: check },
  };
}
