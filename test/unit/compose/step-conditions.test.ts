/** Every condition of a step of a plan is in one list, and what a running case goes by stays as it was settled. */
import { describe, expect, it } from 'vitest';
import type { Block, Condition } from '../../../src/model/index.js';
import { isDecisive, stepConditions } from '../../../src/plan/index.js';
import type { StepPart } from '../../../src/plan/index.js';
import { createManualClock, createRunner } from '../../../src/runtime/index.js';
import { compose } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

const when: Condition = { 'person.married': { const: true } };
const account = { field: 'person.account' };

/** What `aid` says, so that its step has a condition in this part. A new part does not compile before it is here. */
const states: Record<StepPart, Partial<Block>> = {
  step: {},
  dependency: { after: [{ block: 'permit', when }] },
  eligibility: { eligibility: [{ require: when, otherwise: 'no' }] },
  input: { inputs: [{ ...account, when }] },
  requirement: {
    inputs: [
      { ...account, when },
      { ...account, optional: true },
    ],
  },
  source: { inputs: [{ material: 'note', of: 'person' }] },
  alternatives: { inputs: [{ anyOf: [[account], [{ field: 'person.phone' }]], when }] },
  alternative: { inputs: [{ anyOf: [[{ ...account, when }], [{ field: 'person.phone' }]] }] },
  variant: { variants: [{ when, time: { promised: '5wd' } }] },
  pause: { pauses: [{ reason: 'appraisal', time: '3wd', when }] },
  place: { places: { decide: { when, authority: 'hall' } } },
  output: { outputs: [{ material: 'note', of: 'person', when }] },
  result: { results: [{ result: 'service', title: 'Visit', when }] },
  apply: { apply: [{ within: '30d', after: 'person.born', when }] },
};

function sketchOf(part: StepPart): Sketch {
  const { inputs = [], ...rest } = states[part];
  const yields: Partial<Block> = { outputs: [{ material: 'note', of: 'person', when }] };
  return {
    elements: { born: { type: 'string', format: 'date' } },
    materials: ['note'],
    blocks: {
      permit: { inputs: [{ field: 'person.name' }], ...(part === 'source' ? yields : {}) },
      aid: { inputs: [{ field: 'person.married' }, ...inputs], ...rest },
    },
    bundle: { uses: [{ block: 'permit' }, { block: 'aid', ...(part === 'step' ? { when } : {}) }] },
    others: [{ kind: 'authority', id: 'hall' }],
  };
}

const outputOf = (role: string, yields: boolean) => ({
  status: 'approved' as const,
  output: yields ? { materials: { [`note of ${role}`]: 'paper' } } : {},
});

describe.each(Object.keys(states) as StepPart[])('a condition of a step: %s', (part) => {
  const { plan } = compose(sketchOf(part));
  const aid = plan.steps.find(({ id }) => id === 'aid')!;

  it('is in the list', () => {
    expect(stepConditions(aid)).toContainEqual({
      part,
      predicate: { field: 'person.married', schema: { const: true } },
    });
  });

  it('stays settled where the case goes by it, and may change otherwise', async () => {
    let round = 0;
    const runner = await createRunner({
      clock: createManualClock('2026-01-05T09:00:00+08:00'),
      handlers: {
        blocks: {
          permit: () => outputOf('person', part === 'source'),
          aid: () => {
            round += 1;
            if (round === 1) return { status: 'returned', needs: ['person.married'], reason: 'see again' };
            return outputOf('person', part === 'output');
          },
        },
      },
    });
    const person = { name: 'a', married: true, account: '1', phone: '2' };
    expect(await runner.start(plan, { id: 'c', answers: { person } })).toMatchObject({ accepted: true });
    await runner.idle();
    const receipt = await runner.supplement('c', 'aid', { '/person/married': false });
    if (isDecisive[part])
      expect(receipt).toMatchObject({ accepted: false, refusal: { code: 'changes-situation' } });
    else expect(receipt).toMatchObject({ accepted: true });
    await runner.stop();
  });
});
