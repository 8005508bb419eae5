/**
 * The machine as data: each file of vectors/ holds a plan, events, and what comes of each: the state and the
 * commands, or the refusal. `UPDATE=1` writes them anew.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consider, decide, initialState } from '../../src/runtime/index.js';
import type { CaseEvent, EventType } from '../../src/runtime/index.js';
import type { Plan } from '../../src/model/index.js';
import { drive } from './drive.js';
import { generateAnswers, generatePlan } from './generate.js';
import { scenarios } from './scenarios.js';

const folder = join(import.meta.dirname, 'vectors');
const generated = [3, 11, 26, 42].map((seed) => {
  const plan = generatePlan(seed, { steps: 5 });
  return { name: `generated-${seed}`, plan, events: drive(plan, generateAnswers(seed), seed, seed).events };
});
const all: { name: string; plan: Plan; events: CaseEvent[] }[] = [...scenarios, ...generated];

function vectorOf({ name, plan, events }: (typeof all)[number]): string {
  let state = initialState(plan.hash);
  const steps = events.map((event) => {
    const verdict = consider(plan, state, event);
    state = verdict.state;
    return verdict.refusal === undefined
      ? { event, state, commands: decide(plan, state) }
      : { event, refusal: verdict.refusal.code };
  });
  return `${JSON.stringify({ formatVersion: 1, name, plan, initial: initialState(plan.hash), steps }, null, 1)}\n`;
}

describe('vectors', () => {
  it.each(all.map((one) => [one.name, one] as const))('%s', (name, one) => {
    const file = join(folder, `${name}.json`);
    const text = vectorOf(one);
    if (process.env['UPDATE'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(text));
  });

  it('cover every event, every status of a step and every command', () => {
    expect(readdirSync(folder).sort()).toEqual(all.map(({ name }) => `${name}.json`).sort());
    const seen = { events: new Set<string>(), statuses: new Set<string>(), commands: new Set<string>() };
    for (const { plan, events } of all) {
      let state = initialState(plan.hash);
      for (const event of events) {
        const verdict = consider(plan, state, event);
        state = verdict.state;
        if (verdict.refusal !== undefined) continue;
        seen.events.add(event.type);
        for (const { status } of Object.values(state.steps)) seen.statuses.add(status);
        for (const command of decide(plan, state)) seen.commands.add(command.type);
      }
    }
    const events: EventType[] = [
      'started',
      'attempted',
      'failed',
      'accepted',
      'answered',
      'filled',
      'supplemented',
      'delivered',
      'paused',
      'resumed',
      'withdrawn',
      'retried',
      'cancelled',
      'undoing',
      'undone',
      'reached',
    ];
    const statuses = [
      'waiting',
      'ready',
      'executing',
      'retrying',
      'pending',
      'returned',
      'asking',
      'stalled',
      'approved',
      'rejected',
      'ineligible',
      'unavailable',
      'skipped',
      'stopped',
      'withdrawn',
      'cancelled',
    ];
    expect([...seen.events].sort()).toEqual([...events].sort());
    expect(statuses.filter((status) => !seen.statuses.has(status))).toEqual([]);
    expect([...seen.commands].sort()).toEqual(['ask', 'execute', 'supply', 'undo', 'wake']);
  });
});
