import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  failureOf,
  consider,
  decide,
  evolve,
  initialState,
  isOver,
  isSettled,
  outcomeOf,
} from '../../src/runtime/index.js';
import type { CaseEvent, CaseState } from '../../src/runtime/index.js';
import { drive } from './drive.js';
import { generateAnswers, generatePlan } from './generate.js';
import { createRandom, pick } from './random.js';
import { draws } from '../extent.js';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const runs = { numRuns: draws(80, 300) };

describe('the laws of the machine', () => {
  it('every case ends', () => {
    fc.assert(
      fc.property(seed, seed, (plan, schedule) => {
        const { states } = drive(
          generatePlan(plan, { stopAll: true }),
          generateAnswers(plan),
          plan,
          schedule,
        );
        const last = states.at(-1)!;
        if (!isOver(last.status)) throw new Error(JSON.stringify(statuses(last)));
      }),
      runs,
    );
  });

  it('replaying the log gives the same state', () => {
    fc.assert(
      fc.property(seed, seed, (plan, schedule) => {
        const built = generatePlan(plan, { stopAll: true });
        const { events, states } = drive(built, generateAnswers(plan), plan, schedule);
        const again = events.reduce((state, event) => evolve(built, state, event), initialState(built.hash));
        expect(again).toEqual(states.at(-1));
      }),
      runs,
    );
  });

  it('events in any legal order come to the same outcome', () => {
    let compared = 0;
    fc.assert(
      fc.property(seed, seed, seed, (plan, one, other) => {
        const built = generatePlan(plan);
        const left = drive(built, generateAnswers(plan), plan, one);
        const right = drive(built, generateAnswers(plan), plan, other);
        // An event that one order makes impossible is not legal there.
        if (left.refused.length > 0 || right.refused.length > 0) return;
        compared += 1;
        expect(outcomeOf(left.states.at(-1)!)).toEqual(outcomeOf(right.states.at(-1)!));
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(runs.numRuns / 2);
  });

  it('an event that comes a second time changes nothing, however late', () => {
    fc.assert(
      fc.property(seed, seed, seed, (plan, schedule, duplicate) => {
        const built = generatePlan(plan, { stopAll: true });
        const { events, states } = drive(built, generateAnswers(plan), plan, schedule);
        const random = createRandom(duplicate);
        for (let tries = 0; tries < 20; tries++) {
          const late = Math.floor(random() * events.length);
          const early = Math.floor(random() * (late + 1));
          const event = events[early]!;
          expect(evolve(built, states[late]!, event), event.type).toEqual(states[late]);
        }
      }),
      runs,
    );
  });

  it('the same state gives the same commands, also after a trip through JSON', () => {
    fc.assert(
      fc.property(seed, seed, (plan, schedule) => {
        const built = generatePlan(plan);
        for (const state of drive(built, generateAnswers(plan), plan, schedule).states) {
          expect(decide(built, JSON.parse(JSON.stringify(state)) as CaseState)).toEqual(decide(built, state));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('no event makes a settled step unsettled, or an ended case go on', () => {
    fc.assert(
      fc.property(seed, seed, seed, (plan, schedule, noise) => {
        const built = generatePlan(plan, { stopAll: true });
        const { states } = drive(built, generateAnswers(plan), plan, schedule);
        const random = createRandom(noise);
        for (let tries = 0; tries < 30; tries++) {
          const before = pick(random, states);
          const after = evolve(built, before, anyEvent(random, before));
          for (const [key, step] of Object.entries(before.steps)) {
            if (isSettled(step.status)) expect(after.steps[key]?.status).toBe(step.status);
          }
          if (isOver(before.status)) expect(after.status).toBe(before.status);
        }
      }),
      runs,
    );
  });

  it('the state before an event is left as it is, whatever the event shares with it', () => {
    fc.assert(
      fc.property(seed, seed, (plan, schedule) => {
        const built = generatePlan(plan, { stopAll: true });
        const { states, events } = drive(built, generateAnswers(plan), plan, schedule);
        const late = { type: 'cancelled' as const, at: '2027-01-04T09:00:00.000+08:00' };
        let state = initialState(built.hash);
        for (const event of events) {
          deepFreeze(state);
          // Ends differ by what was under way: each state is called off as well, and goes on as if it had not been.
          consider(built, state, late);
          state = evolve(built, state, event);
        }
        expect(state).toEqual(states.at(-1));
      }),
      runs,
    );
  });

  it('what is refused changes nothing and says why', () => {
    fc.assert(
      fc.property(seed, seed, seed, (plan, schedule, noise) => {
        const built = generatePlan(plan);
        const { states } = drive(built, generateAnswers(plan), plan, schedule);
        const random = createRandom(noise);
        for (let tries = 0; tries < 30; tries++) {
          const before = pick(random, states);
          const copy = structuredClone(before);
          const verdict = consider(built, before, anyEvent(random, before));
          expect(before).toEqual(copy);
          if (verdict.refusal === undefined) continue;
          expect(verdict.state).toBe(before);
          expect(verdict.refusal.message).toMatch(/\.$/);
        }
      }),
      runs,
    );
  });
});

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const one of Object.values(value)) deepFreeze(one);
}

function statuses(state: CaseState): unknown {
  return Object.entries(state.steps).map(([key, step]) => [key, step.status, step.because]);
}

/** Something that might arrive, sound or not. */
function anyEvent(random: () => number, state: CaseState): CaseEvent {
  const step = pick(random, [...Object.keys(state.steps), 'nobody', '__proto__']);
  const round = Math.floor(random() * 4);
  const attempt = Math.floor(random() * 4);
  const at = '2026-12-01T09:00:00.000+08:00';
  const answer = pick(random, [
    { status: 'approved' as const, output: {} },
    { status: 'rejected' as const },
    { status: 'returned' as const, needs: ['person.f0'] },
    { status: 'withdrawn' as const },
  ]);
  return pick<CaseEvent>(random, [
    { type: 'started', at, answers: {} },
    { type: 'attempted', at, step, round, attempt },
    { type: 'failed', at, step, round, attempt, error: failureOf('e') },
    { type: 'accepted', at, step, round },
    { type: 'answered', at, step, round, answer },
    { type: 'filled', at, step, answers: {} },
    { type: 'supplemented', at, step, round, values: { '/person/f0': 'a' } },
    { type: 'delivered', at, step, place: '/materials/m of person', value: 'x' },
    { type: 'paused', at, step, pause: attempt },
    { type: 'resumed', at, step, pause: attempt },
    { type: 'withdrawn', at, step },
    { type: 'retried', at, step, round, attempt },
    { type: 'cancelled', at },
    { type: 'undoing', at, step, attempt },
    { type: 'undone', at, step, attempt },
    { type: 'reached', at },
    { type: 'unheard-of', at } as unknown as CaseEvent,
    { type: 'accepted', at: 'yesterday', step, round },
  ]);
}
