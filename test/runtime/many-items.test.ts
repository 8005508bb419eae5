/** The work that one event makes does not grow with the items of the case: counted, not timed. */
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../src/runtime/machine/draft.js';
import { keysIn, scopeOf } from '../../src/runtime/machine/affected.js';
import { prepare } from '../../src/runtime/machine/prepared-plan.js';
import { evolve, initialState } from '../../src/runtime/index.js';
import type { CaseEvent, CaseState } from '../../src/runtime/index.js';
import { begin as at } from './drive.js';
import { buildPlan, is } from './plan-builder.js';
import type { StepSpec } from './plan-builder.js';

const number = { 'kid.num': { at: '/kid/num' } };
const a: StepSpec = { id: 'a', each: '/kid', out: number };
const b: StepSpec = {
  id: 'b',
  each: '/kid',
  after: ['a'],
  in: { 'kid.num': { at: '/kid/num', sources: [{ from: 'step', step: 'a' }] } },
};
const last: StepSpec = { id: 'last', after: ['b'] };
const roles = { person: { type: 'person' }, kid: { type: 'kid', many: { min: 0, max: 5_000 } } };

const answered = (step: string): CaseEvent => {
  const answer = { status: 'approved' as const, output: { kid: { num: '1' } } };
  return { type: 'answered', at, step, round: 1, answer };
};

/** Steps that an event changes, and steps that conclusions are looked for at. */
function workOf(steps: StepSpec[], items: number): { changed: string[]; looked: number; state: CaseState } {
  const plan = buildPlan({ roles, steps });
  const kid = Array.from({ length: items }, (_, index) => ({ name: `k${index}` }));
  let state = evolve(plan, initialState(plan.hash), { type: 'started', at, answers: { kid } });
  state = evolve(plan, state, { type: 'attempted', at, step: 'a[3]', round: 1, attempt: 1 });
  const after = evolve(plan, state, answered('a[3]'));
  const changed = Object.keys(after.steps).filter((key) => after.steps[key] !== state.steps[key]);
  const draft = draftOf(prepare(plan), after, at);
  draft.moved.add(after.steps['a[3]']!);
  draft.filled.push('/kid/3/num');
  const scope = scopeOf(draft);
  return { changed, looked: plan.steps.flatMap(({ id }) => keysIn(draft, scope, id)).length, state: after };
}

describe('an event about one item', () => {
  it.each([10, 1_000])('of %i changes that item alone, and looks for conclusions there', (items) => {
    const { changed, looked, state } = workOf([a, b, last], items);
    expect(changed.sort()).toEqual(['a[3]', 'b[3]', 'last']);
    expect(looked).toBe(3);
    expect(state.steps['b[3]']!.status).toBe('ready');
  });

  it('looks at all items where a condition of one speaks of the others', () => {
    const asks = { ...b, when: { some: 'kid', of: is('kid.num', '1') } };
    const { looked, state } = workOf([a, asks], 10);
    expect(looked).toBe(20);
    expect(state.steps['b[3]']!.status).toBe('ready');
  });

  it('looks at all items where what moves is the last but one of its kind', () => {
    expect(workOf([a, b], 4).looked).toBe(2);
    const plan = buildPlan({
      roles,
      steps: [a, { id: 'c', each: '/kid', in: { 'kid.other': { at: '/kid/other' } } }],
    });
    let state = evolve(plan, initialState(plan.hash), {
      type: 'started',
      at,
      answers: { kid: [{ name: 'x' }, { name: 'y' }] },
    });
    for (const step of ['a[0]', 'a[1]']) {
      state = evolve(plan, state, { type: 'attempted', at, step, round: 1, attempt: 1 });
      state = evolve(plan, state, answered(step));
    }
    expect(
      Object.values(state.steps)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['approved', 'approved', 'returned', 'returned']);
  });
});
