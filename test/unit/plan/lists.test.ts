import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/index.js';
import type { Block, Bundle } from '../../../src/model/index.js';
import { project, resolveSituation } from '../../../src/plan/index.js';
import { createManualClock, createRunner } from '../../../src/runtime/index.js';
import { createValidator } from '../../../src/schema/index.js';
import { compose, sketchCatalogue } from '../compose/build-catalogue.js';
import type { Sketch } from '../compose/build-catalogue.js';

const note = { type: ['string', 'null'] };
const family: Block['roles'] = { person: 'person', child: { type: 'person', many: true } };

function sketch(blocks: Record<string, Partial<Block>>, bundle: Partial<Bundle> = {}, min = 0): Sketch {
  return {
    elements: { note },
    materials: ['photo'],
    blocks,
    bundle: {
      roles: { person: 'person', child: { type: 'person', many: { min, max: 4 } } },
      ...bundle,
    },
  };
}

/** What each step is handed in a run, and how the case stands when nobody has to answer any more. */
async function run(of: Sketch, answers: JsonObject) {
  const { plan } = compose(of);
  const handed: Record<string, JsonObject> = {};
  const approve = (input: JsonObject, { step }: { step: string }) => {
    handed[step] = input;
    return { status: 'approved' as const, output: {} };
  };
  const blocks = Object.fromEntries(Object.keys(of.blocks).map((id) => [id, approve]));
  const clock = createManualClock('2026-03-02T09:00:00.000+08:00');
  const runner = await createRunner({ clock, handlers: { blocks } });
  const receipt = await runner.start(plan, { id: 'c', answers });
  await runner.idle();
  const view = await runner.case('c');
  await runner.stop();
  return { accepted: receipt.accepted, handed, status: view?.status };
}

describe('the items of a repeated role', () => {
  const all = sketch({
    count: {
      roles: family,
      inputs: [
        { field: 'child.name' },
        { field: 'child.note', optional: true },
        { material: 'photo', of: 'child', optional: true },
      ],
    },
  });

  it('keep a value that is null, also where other items have none', async () => {
    const child = [{ name: 'A', note: null }, { name: 'B' }, { name: 'C', note: 'x' }];
    const [step] = project(compose(all).plan, { child }).steps;
    expect(step).toMatchObject({ missing: [], issues: [], payload: { child } });
    expect((await run(all, { child })).handed['count']).toEqual({ child });
  });

  it('keep their place where some have a material and some have none', async () => {
    const photo = { way: 'upload', files: ['a.png'] };
    const child = [{ name: 'A' }, { name: 'B', materials: { 'photo of child': photo } }];
    const payload = {
      child: [{ name: 'A' }, { name: 'B' }],
      materials: { 'photo of child': [null, photo] },
    };
    expect(project(compose(all).plan, { child }).steps[0]!.payload).toEqual(payload);
    expect((await run(all, { child })).handed['count']).toEqual(payload);
  });

  it.each([{ child: [] }, {}])('may be none: %j', async (answers) => {
    const { form, plan } = compose(all);
    expect(createValidator(form.schema)(answers)).toEqual([]);
    const payload = { child: [], materials: { 'photo of child': [] } };
    expect(project(plan, answers).steps[0]).toMatchObject({ missing: [], payload });
    expect(await run(all, answers)).toEqual({
      accepted: true,
      handed: { count: payload },
      status: 'done',
    });
  });

  it('are demanded where the bundle demands one', () => {
    const { form, plan } = compose(sketch(all.blocks, {}, 1));
    expect(createValidator(form.schema)({})).not.toEqual([]);
    expect(project(plan, {}).steps[0]!.issues).not.toEqual([]);
  });
});

describe('conditions over no items', () => {
  const either = sketch({
    either: {
      roles: family,
      inputs: [
        { field: 'person.name', when: { some: { 'child.married': { const: true } } } },
        { field: 'person.note', when: { every: { 'child.married': { const: false } } } },
      ],
    },
  });

  it.each([
    [{ person: { note: 'n' } }, true],
    [{ person: { note: 'n' }, child: [] }, true],
    [{ person: { name: 'n' } }, false],
    [{ person: {}, child: [] }, false],
    [{}, false],
  ])('every holds and some does not: %j', async (answers, fine) => {
    const { form, plan } = compose(either);
    expect(createValidator(form.schema)(answers).length === 0).toBe(fine);
    expect(project(plan, answers).steps[0]!.missing.length === 0).toBe(fine);
    const { accepted, handed } = await run(either, answers);
    expect({ accepted, handed }).toEqual(
      fine
        ? { accepted: true, handed: { either: { person: { note: 'n' } } } }
        : { accepted: false, handed: {} },
    );
  });
});

describe('a step for each item', () => {
  const each = sketch(
    {
      school: {
        roles: { person: 'person', child: 'person' },
        inputs: [{ field: 'child.name' }, { field: 'person.account' }],
        outputs: [{ field: 'person.phone' }],
      },
      letter: { inputs: [{ field: 'person.name' }, { field: 'person.phone' }] },
    },
    { uses: [{ block: 'school', each: 'child' }, { block: 'letter' }] },
  );

  it('asks nobody without items for what only such a step takes', async () => {
    const { form } = compose(each);
    const valid = createValidator(form.schema);
    // The phone number comes from the step of a child: without one it is asked.
    const alone = { person: { name: 'A', phone: '1' } };
    expect(valid(alone)).toEqual([]);
    expect(valid({ person: { name: 'A' } })).not.toEqual([]);
    expect(valid({ person: { name: 'A' }, child: [{ name: 'B' }] })).not.toEqual([]);
    expect(valid({ person: { name: 'A', account: 'a' }, child: [{ name: 'B' }] })).toEqual([]);
    const ended = await run(each, alone);
    expect(ended).toEqual({
      accepted: true,
      handed: { letter: { person: { name: 'A', phone: '1' } } },
      status: 'done',
    });
  });

  it('takes place or not by whether there are items', () => {
    const catalogue = sketchCatalogue(each);
    expect(resolveSituation(catalogue, 'one').open).toEqual(['school']);
    expect(resolveSituation(catalogue, 'one', { facts: { child: [] } }).excluded).toEqual(['school']);
    expect(resolveSituation(catalogue, 'one', { facts: { child: [{ $key: 'ben' }] } }).included).toContain(
      'school[ben]',
    );
  });

  it('is certain where the bundle demands an item', () => {
    const certain = sketchCatalogue(sketch(each.blocks, each.bundle, 1));
    const bundle = { ...each.bundle, roles: { person: 'person', child: { type: 'person', many: {} } } };
    expect(resolveSituation(certain, 'one').open).toEqual(['school']);
    expect(resolveSituation(sketchCatalogue({ ...each, bundle }), 'one').included).toContain('school');
  });
});
