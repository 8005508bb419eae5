/** A case before it is handed in: what is looked up for it, with whose consent, and how long that is good. */
import { describe, expect, it } from 'vitest';
import { createManualClock, createMemoryStore, createRunner } from '../../src/runtime/index.js';
import type { Runner } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';
import type { Sketch } from '../unit/compose/build-catalogue.js';

const tooYoung = { en: 'Only from 18 on.', zh: '年满18周岁方可申请。' };

const sketch: Sketch = {
  elements: { income: { type: 'integer' } },
  blocks: {
    grant: {
      inputs: [{ field: 'person.idNumber' }, { field: 'person.age' }, { field: 'person.phone' }],
    },
    credit: { inputs: [{ field: 'person.income' }] },
  },
  bundle: {
    known: ['person.idNumber'],
    registries: ['registry0', 'registry1'],
    eligibility: [{ require: { 'person.age': { minimum: 18 } }, otherwise: tooYoung }],
  },
  registries: [
    { subject: 'person', given: ['idNumber'], gives: ['age'], fresh: '1d' },
    { subject: 'person', given: ['idNumber'], gives: ['income'], consent: 'person' },
  ],
};

const known = { person: { idNumber: '1' } };
const answers = { person: { phone: '7' } };

/** A host whose registers can be changed, and which remembers what it was asked. */
function host(store = createMemoryStore()) {
  const says = { age: 30, income: 5, isDown: false };
  const asked: string[] = [];
  const given: Record<string, unknown> = {};
  const clock = createManualClock('2026-03-02T09:00:00.000+08:00');
  const approve = (id: string) => (input: unknown) => {
    given[id] = input;
    return { status: 'approved' as const, output: {} };
  };
  const open = (more: { draftExpiryMs?: number } = {}): Promise<Runner> =>
    createRunner({
      clock,
      store,
      retry: { registryAttempts: 1 },
      ...more,
      handlers: {
        blocks: { grant: approve('grant'), credit: approve('credit') },
        registries: {
          registry0: (_, { idempotencyKey }) => {
            asked.push(idempotencyKey);
            return { 'person.age': says.age };
          },
          registry1: (_, { idempotencyKey }) => {
            asked.push(idempotencyKey);
            if (says.isDown) throw Object.assign(new Error('down'), { final: true });
            return { 'person.income': says.income };
          },
        },
      },
    });
  return { says, asked, given, clock, open };
}

describe('a draft', () => {
  it('looks up what rests on what is known, and nothing without consent', async () => {
    const { plan } = compose(sketch);
    const { asked, open } = host();
    const runner = await open();
    expect(await runner.open(plan, { id: 'c', known, reference: 'ann' })).toEqual({
      accepted: true,
      case: 'c',
    });
    const view = (await runner.case('c'))!;
    expect(asked).toEqual(['c/registry0-person#1']);
    expect(view).toMatchObject({
      status: 'draft',
      data: { person: { idNumber: '1', age: 30 } },
      sources: { '/person/idNumber': { from: 'sign-in' }, '/person/age': { from: 'registry' } },
      consents: [{ of: 'person', decision: 'open', registries: ['registry1'] }],
    });
    expect(await runner.cases({ status: 'draft', reference: 'ann' })).toHaveLength(1);
    await runner.consent('c', { role: 'person', decision: 'given' });
    await runner.idle();
    expect((await runner.case('c'))!.data).toEqual({ person: { idNumber: '1', age: 30, income: 5 } });
    expect(await runner.submit('c', { answers })).toEqual({ accepted: true, case: 'c' });
    await runner.idle();
    expect(await runner.case('c')).toMatchObject({ status: 'done' });
    expect(asked).toHaveLength(2);
  });

  it('takes what was looked up back with the consent, and makes it again under another key', async () => {
    const { plan } = compose(sketch);
    const { asked, open } = host();
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    await runner.consent('c', { role: 'person', decision: 'given' });
    await runner.idle();
    await runner.consent('c', { role: 'person', decision: 'withdrawn' });
    expect((await runner.case('c'))!.data).toEqual({ person: { idNumber: '1', age: 30 } });
    expect((await runner.case('c'))!.draft!.failed).toEqual(['registry1-person']);
    await runner.consent('c', { role: 'person', decision: 'given' });
    await runner.idle();
    expect(asked.slice(1)).toEqual(['c/registry1-person#1', 'c/registry1-person#2']);
  });

  it('lets only what rests on it wait for consent, after it is handed in as well', async () => {
    const { plan } = compose(sketch);
    const { given, open } = host();
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    await runner.submit('c', { answers });
    await runner.idle();
    expect(Object.keys(given)).toEqual(['grant']);
    await runner.consent('c', { role: 'person', decision: 'given' });
    await runner.idle();
    expect(given['credit']).toEqual({ person: { income: 5 } });
    expect(await runner.case('c')).toMatchObject({ status: 'done' });
  });

  it('is there after a restart, with its answers', async () => {
    const { plan } = compose(sketch);
    const store = createMemoryStore();
    const first = host(store);
    const runner = await first.open();
    await runner.open(plan, { id: 'c', known });
    await runner.save('c', { person: { phone: '' } });
    const again = await host(store).open();
    expect((await again.case('c'))!.draft).toMatchObject({ answers: { person: { phone: '' } } });
    expect(await again.submit('c', { answers })).toMatchObject({ accepted: true });
  });

  it('looks up again what is too old: the same runs, another value brings the draft back', async () => {
    const { plan } = compose(sketch);
    const { says, asked, clock, given, open } = host();
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    clock.advanceTo('2026-03-03T09:00:00.000+08:00');
    says.age = 31;
    clock.advanceTo('2026-03-06T09:00:00.000+08:00');
    const receipt = await runner.submit('c', { answers });
    expect(receipt).toMatchObject({
      accepted: false,
      refusal: { code: 'facts-changed', changed: ['/person/age'] },
    });
    expect(await runner.case('c')).toMatchObject({
      status: 'draft',
      data: { person: { age: 31, phone: '7' } },
      draft: { answers, refusal: { changed: ['/person/age'] } },
    });
    expect(asked).toEqual(['c/registry0-person#1', 'c/registry0-person#2']);
    clock.advanceTo('2026-03-09T09:00:00.000+08:00');
    expect(await runner.submit('c')).toEqual({ accepted: true, case: 'c' });
    await runner.idle();
    expect(asked).toHaveLength(3);
    expect(given['grant']).toMatchObject({ person: { age: 31 } });
  });

  it('takes what is fresh as it was shown', async () => {
    const { plan } = compose(sketch);
    const { says, asked, given, open } = host();
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    says.age = 31;
    expect(await runner.submit('c', { answers })).toMatchObject({ accepted: true });
    await runner.idle();
    expect(asked).toHaveLength(1);
    expect(given['grant']).toMatchObject({ person: { age: 30 } });
  });

  it('tells who may not apply while it is a draft, and is not taken from them', async () => {
    const { plan } = compose(sketch);
    const { says, open } = host();
    says.age = 11;
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    expect(await runner.case('c')).toMatchObject({ status: 'draft', unmet: [{ otherwise: tooYoung }] });
    expect(await runner.submit('c', { answers })).toMatchObject({
      accepted: false,
      refusal: { code: 'not-eligible', unmet: [{ otherwise: tooYoung }] },
    });
    expect(await runner.case('c')).toMatchObject({ status: 'draft' });
  });

  it('looks up anew for somebody else who signs in', async () => {
    const { plan } = compose(sketch);
    const { asked, open } = host();
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    const other = { person: { idNumber: '2' } };
    expect(await runner.submit('c', { answers, known: other })).toMatchObject({
      accepted: false,
      refusal: { code: 'facts-changed', changed: ['/person/idNumber'] },
    });
    await runner.idle();
    expect(asked).toEqual(['c/registry0-person#1', 'c/registry0-person#2']);
    expect((await runner.case('c'))!.draft!.answers).toEqual(answers);
    expect(await runner.submit('c', { known: other })).toMatchObject({ accepted: true });
  });

  it('expires, is told, and leaves nothing but what is to be forgotten', async () => {
    const { plan } = compose(sketch);
    const { clock, open } = host();
    const runner = await open({ draftExpiryMs: 3_600_000 });
    await runner.open(plan, { id: 'c', known, reference: 'ann' });
    const file = { id: 'f1', sha256: 'x', type: 'image/png', size: 1 };
    await runner.save('c', { materials: { 'photo of person': { way: 'upload', files: [file] } } });
    clock.advanceTo('2026-03-02T11:00:00.000+08:00');
    await runner.idle();
    expect(await runner.case('c')).toMatchObject({ status: 'expired', data: {} });
    expect(await runner.submit('c', { answers })).toMatchObject({ refusal: { code: 'case-over' } });
    expect(await runner.forget('c')).toEqual({ accepted: true, case: 'c', files: [file] });
  });

  it('can be forgotten at any time, is opened once, and is not started', async () => {
    const { plan } = compose(sketch);
    const { open } = host();
    const runner = await open();
    await runner.open(plan, { id: 'c', known });
    expect(await runner.open(plan, { id: 'c', known })).toEqual({ accepted: true, case: 'c' });
    expect(await runner.open(plan, { id: 'c' })).toMatchObject({ refusal: { code: 'id-taken' } });
    expect(await runner.start(plan, { id: 'c', answers })).toMatchObject({ refusal: { code: 'id-taken' } });
    expect(await runner.forget('c')).toEqual({ accepted: true, case: 'c', files: [] });
  });
});

describe('starting in one call', () => {
  it('makes a look-up with the consent that it is given, and waits without', async () => {
    const { plan } = compose(sketch);
    const { asked, open } = host();
    const runner = await open();
    await runner.start(plan, { id: 'a', known, answers, consents: ['person'] });
    await runner.start(plan, { id: 'b', known, answers });
    await runner.idle();
    expect(asked.filter((key) => key.includes('registry1'))).toEqual(['a/registry1-person#1']);
    expect(await runner.case('a')).toMatchObject({ status: 'done' });
    expect(await runner.case('b')).toMatchObject({ status: 'running' });
  });
});
