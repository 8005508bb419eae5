/** Answers count for what the form asks, and for nothing else. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { Answer } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';
import type { Sketch } from '../unit/compose/build-catalogue.js';

async function run(
  sketch: Sketch,
  given: { answers: JsonObject; known?: JsonObject },
  { outputs = {}, registry = {} }: { outputs?: Record<string, JsonObject>; registry?: JsonObject } = {},
) {
  const { plan } = compose(sketch);
  const handed: Record<string, JsonObject> = {};
  const blocks = Object.fromEntries(
    Object.keys(sketch.blocks).map((id) => [
      id,
      (input: JsonObject): Answer => {
        handed[id] = input;
        return { status: 'approved', output: outputs[id] ?? {} };
      },
    ]),
  );
  const clock = createManualClock('2026-03-02T09:00:00.000+08:00');
  const runner = await createRunner({
    clock,
    handlers: { blocks, registries: { registry0: () => registry } },
  });
  const receipt = await runner.start(plan, { id: 'c', ...given });
  await runner.idle();
  return { receipt, handed, runner, view: await runner.case('c') };
}

const registry = { subject: 'person', given: ['idNumber'], gives: ['name'] };
const looked: Sketch = {
  blocks: { grant: { inputs: [{ field: 'person.idNumber' }, { field: 'person.name' }] } },
  registries: [registry],
  bundle: { registries: ['registry0'] },
};

describe('answers that nobody asked', () => {
  it('do not replace what a registry says, and are told of', async () => {
    const answers = { person: { idNumber: '1', name: 'Forged', phone: '5' }, other: 1 };
    const { receipt, handed, view } = await run(looked, { answers }, { registry: { 'person.name': 'Real' } });
    expect(receipt).toEqual({
      accepted: true,
      case: 'c',
      notTaken: ['/person/name', '/person/phone', '/other'],
    });
    expect(handed['grant']).toEqual({ person: { idNumber: '1', name: 'Real' } });
    expect(view?.data).toEqual({ person: { idNumber: '1', name: 'Real' } });
  });

  it('do not replace who signed in', async () => {
    const sketch: Sketch = {
      blocks: { grant: { inputs: [{ field: 'person.name' }, { field: 'person.phone' }] } },
      bundle: { known: ['person.name'] },
    };
    const { handed } = await run(sketch, {
      known: { person: { name: 'Ann' } },
      answers: { person: { name: 'Bob', phone: '1' } },
    });
    expect(handed['grant']).toEqual({ person: { name: 'Ann', phone: '1' } });
  });

  it('do not decide a condition: what a question rules out is left over', async () => {
    const sketch: Sketch = {
      blocks: {
        one: { inputs: [{ field: 'person.married' }] },
        two: { inputs: [{ field: 'person.name' }, { field: 'person.phone' }] },
      },
      bundle: { uses: [{ block: 'one' }, { block: 'two', when: { 'person.married': { const: true } } }] },
    };
    const { receipt, view } = await run(sketch, {
      answers: { person: { married: false, name: 'x', phone: '1' } },
    });
    expect(receipt).toMatchObject({ accepted: true, notTaken: ['/person/name', '/person/phone'] });
    expect(view?.data).toEqual({ person: { married: false } });
  });

  it('do not count in a later form either, which is judged on the whole case', async () => {
    const sketch: Sketch = {
      blocks: {
        certificate: { inputs: [{ field: 'person.name' }], outputs: [{ field: 'person.grade' }] },
        subsidy: {
          inputs: [{ field: 'person.name' }, { field: 'person.account' }, { field: 'person.grade' }],
        },
      },
      bundle: {
        known: ['person.name'],
        uses: [{ block: 'certificate' }, { block: 'subsidy', when: { 'person.grade': { const: 1 } } }],
      },
    };
    const given = { known: { person: { name: 'Ann' } }, answers: {} };
    const { runner, handed } = await run(sketch, given, {
      outputs: { certificate: { person: { grade: 1 } } },
    });
    const person = { name: 'Bob', grade: 4, account: '7' };
    expect(await runner.fill('c', 'ask-after-certificate', { person })).toMatchObject({ accepted: true });
    await runner.idle();
    expect(handed['subsidy']).toEqual({ person: { name: 'Ann', grade: 1, account: '7' } });
  });

  it('are not supplied either: an authority cannot have a value of a registry anew', async () => {
    const { plan } = compose(looked);
    const clock = createManualClock('2026-03-02T09:00:00.000+08:00');
    const tokens: string[] = [];
    const runner = await createRunner({
      clock,
      handlers: {
        blocks: {
          grant: (_: JsonObject, { token }: { token: string }) => {
            tokens.push(token);
            return { status: 'pending' as const };
          },
        },
        registries: { registry0: () => ({ 'person.name': 'Real' }) },
      },
    });
    await runner.start(plan, { id: 'c', answers: { person: { idNumber: '1' } } });
    await runner.idle();
    const back = (needs: string[]) => runner.complete(tokens[0]!, { status: 'returned', needs });
    expect(await back(['person.name'])).toMatchObject({
      accepted: false,
      refusal: { code: 'unknown-input' },
    });
    expect(await back(['person.idNumber'])).toMatchObject({ accepted: true });
  });
});

describe('what is derived', () => {
  const age: Sketch = {
    elements: { birth: { type: 'string', format: 'date' } },
    blocks: { grant: { inputs: [{ field: 'person.birth' }] } },
    registries: [{ local: 'age-at', given: ['person.birth'], gives: ['person.age'] }],
    bundle: {
      registries: ['registry0'],
      eligibility: [{ require: { 'person.age': { minimum: 60 } }, otherwise: 'From 60 on.' }],
    },
  };

  it.each([
    [{ birth: '1950-01-01' }, true],
    [{ birth: '2015-01-01' }, false],
    [{ birth: '2015-01-01', age: 99 }, false],
  ])('is what eligibility is judged on: %j', async (person, fine) => {
    const { receipt, handed } = await run(age, { answers: { person } });
    expect(receipt.accepted).toBe(fine);
    expect(Object.keys(handed)).toEqual(fine ? ['grant'] : []);
    if (!receipt.accepted) expect(receipt.refusal.unmet).toEqual([{ otherwise: 'From 60 on.' }]);
  });
});
