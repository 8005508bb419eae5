import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { project } from '../../src/plan/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';
import type { Sketch } from '../unit/compose/build-catalogue.js';

const note = { type: ['string', 'null'] };
const family = { person: 'person', child: { type: 'person', many: true } } as const;

/** Lists, items one by one, values that may be null, alternatives, and a condition over items. */
const sketch: Sketch = {
  elements: { note },
  materials: ['photo', 'lease', 'deed'],
  blocks: {
    count: {
      roles: family,
      inputs: [
        { field: 'child.name' },
        { field: 'child.note', optional: true },
        { material: 'photo', of: 'child', optional: true },
      ],
    },
    school: {
      roles: { person: 'person', child: 'person' },
      inputs: [
        { field: 'child.name' },
        { field: 'child.note', optional: true },
        { field: 'person.note', optional: true },
      ],
    },
    home: {
      roles: { person: 'person' },
      inputs: [
        {
          anyOf: [
            [{ material: 'deed', of: 'person' }],
            [{ material: 'lease', of: 'person' }, { field: 'person.phone' }],
          ],
        },
        { field: 'person.name', when: { 'person.married': { const: true } } },
      ],
    },
  },
  bundle: {
    roles: { person: 'person', child: { type: 'person', many: { min: 0, max: 4 } } },
    uses: [{ block: 'count' }, { block: 'school', each: 'child' }, { block: 'home' }],
  },
};
const { plan } = compose(sketch);

/** What each step is handed in a run; nothing where the answers are refused. */
async function handedTo(answers: JsonObject): Promise<Record<string, JsonObject> | undefined> {
  const handed: Record<string, JsonObject> = {};
  const approve = (input: JsonObject, { step }: { step: string }) => {
    handed[step] = input;
    return { status: 'approved' as const, output: {} };
  };
  const blocks = Object.fromEntries(Object.keys(sketch.blocks).map((id) => [id, approve]));
  const runner = await createRunner({
    clock: createManualClock('2026-03-02T09:00:00.000+08:00'),
    handlers: { blocks },
  });
  const receipt = await runner.start(plan, { id: 'c', answers });
  await runner.idle();
  await runner.stop();
  return receipt.accepted ? handed : undefined;
}

const paper = fc.constant({ way: 'upload', files: ['a.png'] });
const text = fc.constantFrom('A', 'B');
const noteOf = fc.option(fc.constantFrom('n', 'm'));
const child = fc.record(
  {
    $key: fc.constantFrom('k', 'l', 'm'),
    name: text,
    note: noteOf,
    materials: fc.record({ 'photo of child': paper }),
  },
  { requiredKeys: ['name'] },
);
const answers = fc.record(
  {
    person: fc.record(
      { name: text, note: noteOf, married: fc.boolean(), phone: fc.constant('13000000000') },
      { requiredKeys: ['married'] },
    ),
    child: fc.uniqueArray(child, { maxLength: 3, selector: (one) => one.$key ?? one }),
    materials: fc.record({ 'deed of person': paper, 'lease of person': paper }, { requiredKeys: [] }),
  },
  { requiredKeys: ['person'] },
) as unknown as fc.Arbitrary<JsonObject>;

describe('project and a run', () => {
  it('give each step the same, whatever is null, left out, or in the other alternative', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        const handed = await handedTo(given);
        if (handed === undefined) return;
        accepted += 1;
        const { steps, open } = project(plan, given);
        expect(open).toEqual([]);
        expect(Object.fromEntries(steps.map(({ key, payload }) => [key, payload]))).toEqual(handed);
        expect(steps.flatMap(({ missing, issues }) => [...missing, ...issues])).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
