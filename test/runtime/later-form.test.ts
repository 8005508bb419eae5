/** A later form takes what it asks, whoever else has said something of the same place. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import type { Runner } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

describe('a later form', () => {
  const copy = { way: 'upload', files: ['copy'] };
  const held = { way: 'upload', files: ['held'] };
  const upload = {
    type: 'object',
    properties: { way: { const: 'upload' }, files: { type: 'array', items: { type: 'string' } } },
    required: ['way', 'files'],
  };
  const place = '/materials/deed of person';
  const asked = { field: 'choices.review', schema: { const: true } };
  const plan = buildPlan({
    steps: [
      { id: 'register', kind: 'registry', out: { 'deed of person': { at: place } } },
      {
        id: 'form',
        kind: 'ask',
        after: ['register'],
        form: { type: 'object', properties: { materials: { properties: { 'deed of person': upload } } } },
        out: { 'deed of person': { at: place, when: asked }, 'choices.review': true },
      },
      {
        id: 'first',
        after: ['form'],
        in: { 'deed of person': { at: place, sources: [{ from: 'registry', step: 'register' }] } },
      },
      {
        id: 'second',
        after: ['form'],
        in: { 'deed of person': { at: place, sources: [{ from: 'ask', step: 'form', when: asked }] } },
      },
    ],
  });
  const begin = async (): Promise<{ runner: Runner; handed: Record<string, JsonObject> }> => {
    const handed: Record<string, JsonObject> = {};
    const handler = (id: string) => (input: JsonObject) => {
      handed[id] = input;
      return { status: 'approved' as const, output: {} };
    };
    const runner = await createRunner({
      clock: createManualClock('2026-03-02T09:00:00.000+08:00'),
      handlers: {
        blocks: { first: handler('first'), second: handler('second') },
        registries: { register: () => ({ 'deed of person': held }) },
      },
    });
    await runner.start(plan, { id: 'c', answers: {} });
    await runner.idle();
    return { runner, handed };
  };

  it('takes what it asks though a registry has it: each step is given what its own source says', async () => {
    const { runner, handed } = await begin();
    const answers = { materials: { 'deed of person': copy }, choices: { review: true } };
    expect(await runner.fill('c', 'form', answers)).toEqual({ accepted: true, case: 'c' });
    await runner.idle();
    expect(handed['first']).toEqual({ materials: { 'deed of person': held } });
    expect(handed['second']).toEqual({ materials: { 'deed of person': copy } });
  });

  it('judges what the applicant says, and not what the registry has', async () => {
    const { runner } = await begin();
    const answers = { materials: { 'deed of person': { way: 'sworn' } }, choices: { review: true } };
    expect(await runner.fill('c', 'form', answers)).toMatchObject({
      accepted: false,
      refusal: { code: 'answers-refused', issues: [{ at: `${place}` }, { at: `${place}/way` }] },
    });
  });

  it('leaves out what it does not ask in this situation', async () => {
    const { runner } = await begin();
    const answers = { materials: { 'deed of person': copy }, choices: { review: false } };
    expect(await runner.fill('c', 'form', answers)).toEqual({ accepted: true, case: 'c', notTaken: [place] });
  });
});
