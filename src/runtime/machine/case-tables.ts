import { isObject, perChunk, Table } from '../../base/index.js';
import type { Chunk } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import { tell } from './messages.js';
import { isSettled } from './state.js';
import type { CaseState, PlaceSource, StepState } from './state.js';

/** The steps of a case that belong to one step of the plan: one, or one for each item in the order of the items. */
export interface StepGroup {
  readonly keys: readonly string[];
  /** How many are not settled, and how many of these wait. */
  readonly open: number;
  readonly waiting: number;
}

/** What a state holds besides its steps and its sources. */
export type RestOfState = Omit<CaseState, 'steps' | 'sources'>;

/**
 * A state as the machine works on it. A case has thousands of steps and sources where it has many items, and an event
 * changes a few: as tables, the state after it shares all others with the one before.
 */
export interface CaseTables {
  readonly rest: RestOfState;
  readonly steps: Table<StepState>;
  readonly sources: Table<PlaceSource>;
  /** By step of the plan. */
  readonly groups: Table<StepGroup>;
}

const known = new WeakMap<CaseState, CaseTables>();
const groupings = new WeakMap<Table<StepState>, Table<StepGroup>>();

/** The state of a case; where its tables are known, its steps and sources are not made for looking at it. */
export const stateArgument: OwnKind = {
  is: (value) => isObject(value) && (known.has(value as object as CaseState) || isState(value)),
  what: tell('argument.state'),
};

function isState({ status, data, steps, sources, open }: Record<string, unknown>): boolean {
  return typeof status === 'string' && [data, steps, sources].every(isObject) && Array.isArray(open);
}

/** The tables of a state, which must not change any more. */
export function tablesOf(state: CaseState): CaseTables {
  let tables = known.get(state);
  if (tables === undefined) {
    assertArguments('tablesOf', { state: stateArgument }, { state });
    const { steps: _steps, sources: _sources, ...rest } = state;
    const steps = Table.from(state.steps);
    tables = { rest, steps, sources: Table.from(state.sources), groups: groupsOf(steps) };
    known.set(state, tables);
  }
  return tables;
}

/** The state out of its tables: plain JSON, of which steps and sources are made as soon as somebody reads them. */
export function stateOf(tables: CaseTables): CaseState {
  const { rest, steps, sources, groups } = tables;
  const state = {} as CaseState;
  for (const [name, value] of Object.entries(rest)) {
    Object.defineProperty(state, name, { value, enumerable: true, configurable: true, writable: true });
    if (name !== 'data') continue;
    // In the order in which a state is written down.
    Object.defineProperty(state, 'sources', { enumerable: true, get: () => sources.toRecord() });
    Object.defineProperty(state, 'steps', { enumerable: true, get: () => steps.toRecord() });
  }
  groupings.set(steps, groups);
  known.set(state, tables);
  return state;
}

function groupsOf(steps: Table<StepState>): Table<StepGroup> {
  let groups = groupings.get(steps);
  if (groups === undefined) {
    const members = new Map<string, [string, StepState][]>();
    for (const [key, step] of steps.entries()) {
      // A damaged state has anything here; whoever reads the step says so.
      const id = (step as StepState | null)?.step;
      if (id === undefined) continue;
      const list = members.get(id);
      if (list === undefined) members.set(id, [[key, step]]);
      else list.push([key, step]);
    }
    groups = Table.of([...members].map(([id, list]) => [id, groupOf(list)]));
    groupings.set(steps, groups);
  }
  return groups;
}

/** The group of some steps of a case. */
export function groupOf(members: readonly (readonly [string, StepState])[]): StepGroup {
  const open = members.filter(([, { status }]) => !isSettled(status));
  const waiting = open.filter(([, { status }]) => status === 'waiting');
  return { keys: members.map(([key]) => key), open: open.length, waiting: waiting.length };
}

/**
 * What a test says of the steps in a table, found out once for steps that no longer change.
 * @param test of a step that may still change, asks anew
 */
export function stepFinder(
  test: (step: StepState) => boolean,
): (steps: Table<StepState>, final: Table<StepState>) => [string, StepState][] {
  const find = (chunk: Chunk<StepState>): number[] =>
    chunk.flatMap((step, index) => (test(step) ? [index] : []));
  const findOnce = perChunk(find);
  return (steps, final) => {
    const found: [string, StepState][] = [];
    for (let number = 0; number < steps.chunks.length; number++) {
      const chunk = steps.chunks[number]!;
      const isFinal = steps === final || final.chunks[number] === chunk;
      for (const index of isFinal ? findOnce(chunk) : find(chunk)) {
        found.push([steps.keyAt(number, index), chunk[index]!]);
      }
    }
    return found;
  };
}
