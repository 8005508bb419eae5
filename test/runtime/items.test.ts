/** The items of a repeated role are told apart by their keys, whoever speaks of them and in whatever order. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { project } from '../../src/plan/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { HandlerContext } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';
import type { Sketch } from '../unit/compose/build-catalogue.js';

const ages: Record<string, number> = { '1': 5, '2': 12 };

/** A register knows the age by the number; a grade decides late whether a note is asked; a card is for all. */
function family(child: JsonObject = {}): Sketch {
  return {
    elements: { note: { type: 'string' } },
    registries: [{ subject: 'person', given: ['idNumber'], gives: ['age'] }],
    blocks: {
      school: {
        roles: { child: 'person' },
        inputs: [{ field: 'child.name' }, { field: 'child.idNumber' }, { field: 'child.age' }],
        outputs: [{ field: 'child.grade' }],
      },
      help: {
        roles: { child: 'person' },
        inputs: [{ field: 'child.note', when: { 'child.grade': { minimum: 3 } } }],
      },
      card: {
        roles: { child: { type: 'person', many: true } },
        inputs: [{ field: 'child.name' }, { field: 'child.grade' }],
      },
    },
    bundle: {
      roles: { child: { type: 'person', many: { min: 0, max: 4 }, ...child } },
      registries: ['registry0'],
      uses: [{ block: 'school', each: 'child' }, { block: 'help', each: 'child' }, { block: 'card' }],
    },
  };
}

async function run(
  sketch: Sketch,
  given: { known?: JsonObject; answers: JsonObject; note?: JsonObject },
  facts?: JsonObject,
) {
  const { plan } = compose(sketch, facts === undefined ? {} : { facts });
  const handed: Record<string, JsonObject> = {};
  const take =
    (output: (input: JsonObject) => JsonObject) => (input: JsonObject, context: HandlerContext) => {
      handed[context.step] = input;
      return { status: 'approved' as const, output: output(input) };
    };
  const runner = await createRunner({
    clock: createManualClock('2026-03-02T09:00:00.000+08:00'),
    handlers: {
      blocks: {
        school: take(({ child }) => ({ child: { grade: (child as JsonObject)['name'] === 'Anna' ? 4 : 1 } })),
        help: take(() => ({})),
        card: take(() => ({})),
      },
      registries: { registry0: (keys) => ({ 'child.age': ages[keys['child.idNumber'] as string]! }) },
    },
  });
  const { note, ...start } = given;
  const receipt = await runner.start(plan, { id: 'c', ...start });
  await runner.idle();
  if (note !== undefined) {
    const [ask] = (await runner.case('c'))!.asks;
    expect(await runner.fill('c', ask!.step, note)).toMatchObject({ accepted: true });
    await runner.idle();
  }
  const view = await runner.case('c');
  await runner.stop();
  return { receipt, handed, view };
}

const anna = { $key: 'anna', name: 'Anna', idNumber: '1' };
const ben = { $key: 'ben', name: 'Ben', idNumber: '2' };
const facts = { child: [{ $key: 'anna' }, { $key: 'ben' }] };

describe('twins', () => {
  it.each([
    ['composed for nobody', undefined],
    ['composed for both', facts],
  ])('get what is theirs, in any order from any source, %s', async (_, known) => {
    const { handed, view } = await run(
      family(),
      {
        known: { child: [{ $key: 'anna', idNumber: '1' }, { $key: 'ben' }] },
        answers: { child: [ben, { $key: 'anna', name: 'Anna' }] },
        note: { child: [{ $key: 'ben' }, { $key: 'anna', note: 'N' }] },
      },
      known,
    );
    expect(view!.status).toBe('done');
    expect(handed).toEqual({
      'school[anna]': { child: { name: 'Anna', idNumber: '1', age: 5 } },
      'school[ben]': { child: { name: 'Ben', idNumber: '2', age: 12 } },
      'help[anna]': { child: { note: 'N' } },
      'help[ben]': {},
      card: {
        child: [
          { name: 'Anna', grade: 4 },
          { name: 'Ben', grade: 1 },
        ],
      },
    });
  });

  it('are known by the element that the role names as key', async () => {
    const { handed, view } = await run(family({ key: 'idNumber' }), {
      known: { child: [{ idNumber: '1', name: 'Anna' }] },
      answers: {
        child: [
          { idNumber: '2', name: 'Ben' },
          { idNumber: '1', name: 'Somebody' },
        ],
      },
      note: { child: [{ idNumber: '1', note: 'N' }] },
    });
    expect(view!.status).toBe('done');
    expect(handed['school[1]']).toEqual({ child: { name: 'Anna', idNumber: '1', age: 5 } });
    expect(handed['school[2]']).toEqual({ child: { name: 'Ben', idNumber: '2', age: 12 } });
    expect(handed['help[1]']).toEqual({ child: { note: 'N' } });
  });

  it('are two where one has no key, also at the same place', async () => {
    const { view } = await run(family(), {
      known: { child: [{ name: 'Anna', idNumber: '1' }] },
      answers: { child: [{ name: 'Ben', idNumber: '2' }] },
    });
    const names = (view!.data['child'] as JsonObject[]).map(({ $key, name }) => [$key, name]);
    expect(names).toEqual([
      ['0', 'Anna'],
      ['1', 'Ben'],
    ]);
  });

  it('keep their keys when the first one goes', async () => {
    const { view } = await run(family(), { answers: { child: [ben] } });
    expect(view!.steps.map(({ key }) => key)).toContain('school[ben]');
    const { view: unnamed } = await run(family(), {
      answers: {
        child: [
          { name: 'Anna', idNumber: '1' },
          { $key: '0', name: 'Ben', idNumber: '2' },
        ],
      },
    });
    const names = (unnamed!.data['child'] as JsonObject[]).map(({ $key, name }) => [$key, name]);
    expect(names).toEqual([
      ['1', 'Anna'],
      ['0', 'Ben'],
    ]);
  });
});

describe('a key', () => {
  it.each([
    ['of two items', [anna, { ...ben, $key: 'anna' }], '/child/1'],
    ['that is no text', [{ ...anna, $key: 7 }], '/child/0'],
  ])('%s is refused at its place', async (_, child, at) => {
    const { receipt } = await run(family(), { answers: { child } });
    expect(receipt).toMatchObject({
      accepted: false,
      refusal: { code: 'duplicate-key', issues: [{ at, keyword: '$key' }] },
    });
  });

  it('of nobody whom the facts name is not taken', async () => {
    const carl = { $key: 'carl', name: 'Carl', idNumber: '2' };
    const { receipt, view } = await run(family(), { answers: { child: [carl, ben, anna] } }, facts);
    expect(receipt).toMatchObject({ accepted: true, notTaken: ['/child/0'] });
    expect((view!.data['child'] as JsonObject[]).map(({ $key }) => $key)).toEqual(['anna', 'ben']);
  });

  it('may hold anything, and steps are named by it in one way', () => {
    const { plan } = compose(family(), { facts: { child: [{ $key: 'a. [b] %c' }] } });
    expect(plan.steps.map(({ id }) => id)).toContain('school[a%2e%20%5bb%5d%20%25c]');
    const [step] = project(plan, { child: [{ $key: 'a. [b] %c', name: 'A', idNumber: '1', age: 1 }] }).steps;
    expect(step).toMatchObject({ item: 'a. [b] %c', payload: { child: { name: 'A' } } });
  });
});
