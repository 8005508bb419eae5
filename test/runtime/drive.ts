import {
  consider,
  decide,
  failureOf,
  initialState,
  instantOf,
  isOver,
  msOf,
} from '../../src/runtime/index.js';
import type { CaseEvent, CaseState, Command } from '../../src/runtime/index.js';
import { resolvePointer } from '../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import type { Plan } from '../../src/model/index.js';
import { worldOf } from './generate.js';
import { createRandom, pick } from './random.js';

export const begin = '2026-09-24T09:00:00.000+08:00';

/** A run of a plan: every event that was accepted, and the state after each. */
export interface Run {
  events: CaseEvent[];
  states: CaseState[];
  refused: CaseEvent[];
}

/**
 * Runs a plan to its end against a world, taking the possible moves in an order that depends on the schedule.
 * Events that the applicant's earlier answers make impossible are refused and left out.
 */
export function drive(plan: Plan, answers: JsonObject, world: number, schedule: number): Run {
  const random = createRandom(schedule);
  const run: Run = { events: [], states: [], refused: [] };
  let now = begin;
  let state = initialState(plan.hash);
  const dead = new Set<string>();
  const take = (event: CaseEvent): boolean => {
    const verdict = consider(plan, state, event);
    if (verdict.refusal !== undefined) {
      run.refused.push(event);
      return false;
    }
    state = verdict.state;
    run.events.push(event);
    run.states.push(state);
    return true;
  };
  take({ type: 'started', at: now, answers, retry: { attempts: 6, registryAttempts: 3 } });
  for (let tries = 0; tries < 5_000 && !isOver(state.status); tries++) {
    const moves = movesOf(plan, state, world, now).filter((event) => !dead.has(identity(event)));
    if (moves.length === 0) break;
    const event = pick(random, moves);
    const first = moves.find((other) => isSamePlace(other, event)) ?? event;
    if (!take(first)) dead.add(identity(first));
    now = instantOf(Math.max(msOf(now) + Math.floor(random() * 7_200_000), msOf(first.at)), '+08:00');
  }
  return run;
}

function identity(event: CaseEvent): string {
  return JSON.stringify({ ...event, at: '' });
}

/** Are both about the same thing to supply? */
function isSamePlace(a: CaseEvent, b: CaseEvent): boolean {
  if (a.type !== 'supplemented' || b.type !== 'supplemented' || a.step !== b.step) return false;
  return Object.keys(a.values)[0] === Object.keys(b.values)[0];
}

/** Everything that may happen next. */
function movesOf(plan: Plan, state: CaseState, seed: number, at: string): CaseEvent[] {
  const world = worldOf(seed);
  const moves: CaseEvent[] = decide(plan, state).flatMap((command) =>
    moveFor(plan, state, command, seed, at),
  );
  for (const [step, { status, round }] of Object.entries(state.steps)) {
    if (status !== 'pending') continue;
    moves.push({ type: 'answered', at, step, round, answer: world.answer(plan, step, round) });
  }
  return moves;
}

function moveFor(plan: Plan, state: CaseState, command: Command, seed: number, at: string): CaseEvent[] {
  const world = worldOf(seed);
  switch (command.type) {
    case 'execute': {
      const { step, round, attempt } = command;
      if (!command.begun) return [{ type: 'attempted', at, step, round, attempt }];
      if (attempt <= world.failures(step, round))
        return [{ type: 'failed', at, step, round, attempt, error: failureOf('x') }];
      if (world.isLater(step, round)) return [{ type: 'accepted', at, step, round }];
      return [{ type: 'answered', at, step, round, answer: world.answer(plan, step, round) }];
    }
    case 'ask': {
      const name = `q${state.steps[command.step]!.step.slice(1)}`;
      const answers = { person: { [name]: world.value(`/person/${name}`) } };
      return [{ type: 'filled', at, step: command.step, answers }];
    }
    case 'consent':
      return [{ type: 'consented', at, role: command.of, decision: 'given' }];
    case 'supply': {
      const { step, round, returned } = command;
      const { at: place } = command.needs[0]!;
      // Where a value would change the situation, the applicant is told so and gives the other one.
      const value = world.value(place);
      const present = resolvePointer(state.data, place) as JsonValue | undefined;
      return [value, value === 'a' ? 'b' : 'a', present ?? value].map((given) => ({
        type: 'supplemented',
        at,
        step,
        round,
        returned,
        values: { [place]: given },
      }));
    }
    case 'undo':
      return command.begun
        ? [{ type: 'undone', at, step: command.step, attempt: command.attempt }]
        : [{ type: 'undoing', at, step: command.step, attempt: command.attempt }];
    case 'wake':
      return [{ type: 'reached', at: msOf(command.at) > msOf(at) ? command.at : at }];
  }
}
