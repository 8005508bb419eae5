/** The vectors that the package carries are what the machine does, and show everything that it can do. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedSchema } from '../../src/model/index.js';
import type { Plan, Published } from '../../src/model/index.js';
import { initialState } from '../../src/runtime/index.js';
import type { CaseEvent, CaseState, Command, EventType, RefusalCode } from '../../src/runtime/index.js';
import { createValidator } from '../../src/schema/index.js';
import { drive } from './drive.js';
import { generateAnswers, generatePlan } from './generate.js';
import { sources, vectorText } from './vectors.js';
import { draws } from '../extent.js';

interface Vector {
  plan: Plan;
  initial: CaseState;
  steps: { event: CaseEvent; state?: CaseState; commands?: Command[]; refusal?: RefusalCode }[];
}

const root = join(import.meta.dirname, '../..');
const runs = draws(60, 150);
const vectors = sources.map(({ name }) => {
  return JSON.parse(readFileSync(join(root, 'vectors', `${name}.json`), 'utf8')) as Vector;
});

/** Changes of a step that an event brings, "from to"; a step begins by waiting. */
function changesIn(states: readonly CaseState[]): Set<string> {
  const seen = new Set<string>();
  states.forEach((state, index) => {
    const last = states[index - 1];
    // Whoever was refused begins anew.
    const before = last?.status === 'refused' ? undefined : last;
    for (const [key, { status, round }] of Object.entries(state.steps)) {
      const old = before?.steps[key];
      const from = old?.status ?? 'waiting';
      if (from !== status || (old !== undefined && old.round !== round)) seen.add(`${from} ${status}`);
    }
  });
  return seen;
}

const shown = changesIn(
  vectors.flatMap(({ initial, steps }) => [initial, ...steps.flatMap(({ state }) => state ?? [])]),
);

/** The table of the guide: from each status, those that an event may lead to. */
function guideTable(): Set<string> {
  const text = readFileSync(join(root, 'docs/guide/write-a-runner.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z]+)` +\|[^|]*\| ([a-z, -]+?) *\|$/gm)];
  return new Set(rows.flatMap(([, from, to]) => to!.split(', ').map((one) => `${from} ${one}`)));
}

describe('the vectors', () => {
  it('are those that the machine makes: no file is missing, stale or left over', () => {
    expect(readdirSync(join(root, 'vectors')).sort()).toEqual(
      sources.map(({ name }) => `${name}.json`).sort(),
    );
    for (const source of sources) {
      const text = readFileSync(join(root, 'vectors', `${source.name}.json`), 'utf8');
      expect(text, source.name).toBe(vectorText(source));
    }
  });

  it('hold plans, events and states as their published schemas say', () => {
    const check = (name: Published, value: unknown, where: string): void => {
      const issues = validators[name](value);
      expect(issues, where).toEqual([]);
    };
    const validators = Object.fromEntries(
      (['plan', 'case-event', 'case-state'] as const).map((name) => [
        name,
        createValidator(publishedSchema(name)),
      ]),
    ) as Record<Published, ReturnType<typeof createValidator>>;
    vectors.forEach(({ plan, initial, steps }, index) => {
      const { name } = sources[index]!;
      check('plan', plan, name);
      check('case-state', initial, name);
      expect(initial).toEqual(initialState(plan.hash));
      steps.forEach(({ event, state, refusal }, position) => {
        // What lacks something that its type needs is in a vector because it is refused.
        if (refusal !== 'malformed') check('case-event', event, `${name} ${position}`);
        if (state !== undefined) check('case-state', state, `${name} ${position}`);
      });
    });
  });

  it('show every event, every command and every reason for refusing', () => {
    const steps = vectors.flatMap((vector) => vector.steps);
    const events = steps.filter(({ refusal }) => refusal === undefined).map(({ event }) => event.type);
    const commands = steps.flatMap((step) => step.commands ?? []).map(({ type }) => type);
    const refusals = steps.flatMap(({ refusal }) => refusal ?? []);
    expect(missing(allEvents, events)).toEqual([]);
    expect(
      missing({ ask: true, consent: true, execute: true, supply: true, undo: true, wake: true }, commands),
    ).toEqual([]);
    expect(missing(refusedByMachine, refusals)).toEqual([]);
  });

  it('show every change of a step that the guide lists, and no other', () => {
    expect([...shown].sort()).toEqual([...guideTable()].sort());
  });

  it('show every change that generated plans go through', () => {
    const unseen = new Map<string, number>();
    for (let seed = 1; seed <= runs; seed++) {
      const plan = generatePlan(seed, { stopAll: true });
      const { states } = drive(plan, generateAnswers(seed), seed, seed);
      for (const change of changesIn([initialState(plan.hash), ...states])) {
        if (!shown.has(change)) unseen.set(change, seed);
      }
    }
    expect([...unseen]).toEqual([]);
  });

  it('show every turn of a case and of undoing', () => {
    const states = vectors.flatMap(({ initial, steps }) => {
      const list = [initial, ...steps.flatMap(({ state }) => state ?? [])];
      return list.map((state, index): [CaseState, CaseState] => [list[index - 1] ?? state, state]);
    });
    const turns = new Set(states.map(([before, after]) => `${before.status} ${after.status}`));
    expect([...turns].filter((turn) => new Set(turn.split(' ')).size > 1).sort()).toEqual([
      'draft cancelled',
      'draft expired',
      'draft running',
      'draft starting',
      'new done',
      'new draft',
      'new running',
      'new starting',
      'refused starting',
      'running cancelled',
      'running done',
      'running stopped',
      'running undoing',
      'starting draft',
      'starting refused',
      'starting running',
      'undoing cancelled',
      'undoing stopped',
    ]);
    const undone = new Set(
      states.flatMap(([before, after]) =>
        Object.entries(after.steps).flatMap(([key, { compensation }]) => {
          const from = before.steps[key]?.compensation?.status ?? 'none';
          return compensation === undefined || from === compensation.status
            ? []
            : [`${from} ${compensation.status}`];
        }),
      ),
    );
    expect([...undone].sort()).toEqual([
      'due executing',
      'executing done',
      'executing failed',
      'executing retrying',
      'none due',
      'retrying due',
    ]);
  });
});

function missing(wanted: object, seen: readonly string[]): string[] {
  return Object.keys(wanted).filter((name) => !seen.includes(name));
}

// Records, so that a type that is added and not shown does not compile.
const allEvents: Record<EventType, true> = {
  opened: true,
  saved: true,
  consented: true,
  submitted: true,
  started: true,
  attempted: true,
  failed: true,
  accepted: true,
  answered: true,
  filled: true,
  supplemented: true,
  delivered: true,
  paused: true,
  resumed: true,
  withdrawn: true,
  retried: true,
  cancelled: true,
  undoing: true,
  undone: true,
  reached: true,
};
/** Without those that only a runner gives: it knows tokens and cases, the machine does not. */
const refusedByMachine: Record<
  Exclude<RefusalCode, 'unknown-case' | 'unknown-token' | 'id-taken' | 'case-open' | 'facts-changed'>,
  true
> = {
  malformed: true,
  'too-large': true,
  'already-started': true,
  'not-started': true,
  'not-eligible': true,
  'answers-refused': true,
  'output-refused': true,
  'dispute-refused': true,
  'consent-unknown': true,
  'duplicate-key': true,
  'unknown-step': true,
  'unknown-input': true,
  'not-asked': true,
  'changes-situation': true,
  stale: true,
  settled: true,
  'case-over': true,
};
