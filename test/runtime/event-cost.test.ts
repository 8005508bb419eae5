/** What one event in a case with many items writes, and finds out anew: counted, the same at 10 and at 1,000 items. */
import { describe, expect, it } from 'vitest';
import { changedParts } from '../../src/node/state-parts.js';
import { decide, initialState, tablesOf, Turn } from '../../src/runtime/index.js';
import type { CaseState, Untimed } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan, manyKids, stepsForEachKid } from './plan-builder.js';

const plan = buildPlan({ roles: manyKids, steps: [...stepsForEachKid] });

/** The parts that each event of one item writes, and the commands that are made anew after it. */
function costs(items: number): { event: string; parts: string[]; bytes: number; commands: number }[] {
  const kid = Array.from({ length: items }, (_, index) => ({ name: `k${index}` }));
  let state: CaseState = initialState(plan.hash);
  const list: ReturnType<typeof costs> = [];
  const take = (event: Untimed): void => {
    const turn = new Turn(plan, state, 1);
    const before = new Set<unknown>(decide(plan, state));
    expect(turn.apply(event, begin) ?? {}).not.toHaveProperty('code');
    const parts = changedParts(state, turn.state);
    list.push({
      event: event.type,
      parts: parts.map(({ path }) => path),
      bytes: parts.reduce((sum, { value = '' }) => sum + value.length, 0),
      commands: decide(plan, turn.state).filter((command) => command.type !== 'wake' && !before.has(command))
        .length,
    });
    ({ state } = turn);
  };
  state = (() => {
    const turn = new Turn(plan, state, 0);
    turn.apply({ type: 'started', answers: { kid } }, begin);
    return turn.state;
  })();
  take({ type: 'attempted', step: 'a[3]', round: 1, attempt: 1 });
  take({ type: 'accepted', step: 'a[3]', round: 1 });
  take({
    type: 'answered',
    step: 'a[3]',
    round: 1,
    answer: { status: 'approved', output: { kid: { num: 'n' } } },
  });
  return list;
}

describe('an event about one item', () => {
  it('writes that item and nothing else, as much at 1,000 items as at 10', () => {
    const few = costs(10);
    expect(few.map(({ event, parts, commands }) => ({ event, parts, commands }))).toEqual([
      { event: 'attempted', parts: ['steps/a[3]', 'steps/b[3]'], commands: 1 },
      { event: 'accepted', parts: ['steps/a[3]', 'steps/b[3]'], commands: 0 },
      {
        event: 'answered',
        parts: ['steps/a[3]', 'steps/b[3]', 'item/3/kid', 'sources//kid/3/num'],
        commands: 1,
      },
    ]);
    expect(costs(1_000)).toEqual(few);
  });

  it('leaves the groups of steps in line with the steps', () => {
    let state: CaseState = initialState(plan.hash);
    const events: Untimed[] = [
      { type: 'started', answers: { kid: [{}, {}, {}] } },
      { type: 'attempted', step: 'a[1]', round: 1, attempt: 1 },
      {
        type: 'answered',
        step: 'a[1]',
        round: 1,
        answer: { status: 'approved', output: { kid: { num: 'n' } } },
      },
      { type: 'cancelled' },
    ];
    for (const event of events) {
      const turn = new Turn(plan, state, 0);
      turn.apply(event, begin);
      ({ state } = turn);
      const { groups } = tablesOf(state);
      // As they are counted in a state that somebody has written down and read again.
      const read = tablesOf(JSON.parse(JSON.stringify(state)) as CaseState);
      expect([...groups.entries()]).toEqual([...read.groups.entries()]);
    }
  });
});
