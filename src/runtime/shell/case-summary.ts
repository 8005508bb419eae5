import { omitUndefined, perChunk } from '../../base/index.js';
import type { Chunk } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { assertRecord } from '../machine/arguments.js';
import { tablesOf } from '../machine/case-tables.js';
import { prepare } from '../machine/prepared-plan.js';
import { isSettled } from '../machine/state.js';
import type { CaseState, CaseStatus, StepState, StepStatus } from '../machine/state.js';

/** A step that is in somebody's hands, as a work list shows it. */
export interface WorkItem {
  /** The step key. */
  key: string;
  /** Id of the step in the plan. */
  step: string;
  authority?: string;
  status: StepStatus;
  since: Instant;
  /** The first moment at which the limit is passed. */
  due?: Instant;
  overdue?: true;
}

/** What an authority has to do with a case. */
export interface AuthorityWork {
  authority: string;
  /** One of its steps is late; one has used up all attempts. */
  overdue?: true;
  stalled?: true;
}

/** A case in a list. */
export interface CaseSummary {
  id: string;
  /** Hash of the plan, and the bundle that it was composed from. */
  plan: string;
  bundle: string;
  status: CaseStatus;
  seq: number;
  /** The applicant's reference, as it was given at the start. */
  reference?: string;
  startedAt?: Instant;
  endedAt?: Instant;
  /** The steps that are in somebody's hands: the twenty that are due first. `moreSteps`: how many there are besides. */
  steps: WorkItem[];
  moreSteps?: number;
  /** How many materials are owed. */
  owed?: number;
  /** A step or a material is late. */
  overdue?: true;
  /** A step waits for the operator. */
  stalled?: true;
  /** The authorities that have steps in their hands. */
  authorities: AuthorityWork[];
}

const mostItems = 20;

/** A step that is in somebody's hands: its place in a chunk, and when its limit is passed. */
interface Held {
  index: number;
  dueMs: number;
}

/** Of some steps of a case those that are in somebody's hands. */
interface Hands {
  count: number;
  /** In the order of the steps; those that are due first: as many as a list shows. */
  first: readonly Held[];
  soonest: readonly Held[];
  /** By step of the plan. */
  flags: ReadonlyMap<string, Flags>;
}

type Flags = Pick<AuthorityWork, 'overdue' | 'stalled'>;

/** Of steps that no longer change, found out once. */
const handsOf = perChunk((chunk: Chunk<StepState>): Hands => {
  const held: Held[] = [];
  const flags = new Map<string, Flags>();
  chunk.forEach(({ step, status, clock }, index) => {
    if (status === 'waiting' || isSettled(status)) return;
    held.push({ index, dueMs: clock?.due === undefined ? Infinity : msOf(clock.due) });
    flags.set(
      step,
      bothOf(flags.get(step), flagsOf({ overdue: clock?.breached === true, stalled: status === 'stalled' })),
    );
  });
  const soonest = [...held].sort(byDue).slice(0, mostItems);
  return { count: held.length, first: held.slice(0, mostItems), soonest, flags };
});

function byDue(a: Held, b: Held): number {
  return a.dueMs === b.dueMs ? 0 : a.dueMs - b.dueMs;
}

function flagsOf({ overdue, stalled }: { overdue: boolean; stalled: boolean }): Flags {
  return { ...(overdue ? { overdue } : {}), ...(stalled ? { stalled } : {}) };
}

function bothOf(some: Flags | undefined, more: Flags): Flags {
  return flagsOf({
    overdue: some?.overdue === true || more.overdue === true,
    stalled: some?.stalled === true || more.stalled === true,
  });
}

/** What a list says of a case. */
export function summaryOf(plan: Plan, record: { id: string; seq: number; state: CaseState }): CaseSummary {
  assertRecord('summaryOf', plan, record);
  const { id, seq, state } = record;
  const { rest, steps } = tablesOf(state);
  const hands = steps.chunks.map(handsOf);
  const count = hands.reduce((sum, hand) => sum + hand.count, 0);
  const authorityOf = (step: string): string | undefined => prepare(plan).step(step)?.authority;
  const byAuthority = new Map<string, Flags>();
  let flags: Flags = rest.open.some(({ overdue }) => overdue === true) ? { overdue: true } : {};
  for (const [step, more] of hands.flatMap((hand) => [...hand.flags])) {
    const authority = authorityOf(step);
    flags = bothOf(flags, more);
    if (authority !== undefined) byAuthority.set(authority, bothOf(byAuthority.get(authority), more));
  }
  const listed = count > mostItems ? soonestOf(hands) : firstOf(hands);
  const items = listed.map(({ chunk, index }) => {
    const step = steps.chunks[chunk]![index]!;
    return itemOf(steps.keyAt(chunk, index), step, authorityOf(step.step));
  });
  const { reference, startedAt, endedAt, open } = rest;
  return {
    id,
    plan: plan.hash,
    bundle: plan.id,
    status: rest.status,
    seq,
    ...omitUndefined({ reference, startedAt, endedAt }),
    steps: items,
    ...(count > mostItems ? { moreSteps: count - mostItems } : {}),
    ...(open.length === 0 ? {} : { owed: open.length }),
    ...flags,
    authorities: [...byAuthority].map(([authority, more]) => ({ authority, ...more })),
  };
}

interface Place extends Held {
  chunk: number;
}

function firstOf(hands: readonly Hands[]): Place[] {
  return hands.flatMap((hand, chunk) => hand.first.map((held) => ({ chunk, ...held })));
}

/** The twenty of all chunks that are due first; of those that are due at one time, the first in the order of the steps. */
function soonestOf(hands: readonly Hands[]): Place[] {
  let places: Place[] = [];
  hands.forEach((hand, chunk) => {
    const latestMs = places.length < mostItems ? undefined : places.at(-1)!.dueMs;
    const sooner = hand.soonest.filter(({ dueMs }) => latestMs === undefined || dueMs < latestMs);
    if (sooner.length === 0) return;
    places = [...places, ...sooner.map((held) => ({ chunk, ...held }))].sort(byDue).slice(0, mostItems);
  });
  return places;
}

function itemOf(key: string, step: StepState, authority: string | undefined): WorkItem {
  const { status, since, clock } = step;
  return {
    key,
    step: step.step,
    ...omitUndefined({ authority }),
    status,
    since,
    ...omitUndefined({ due: clock?.due, overdue: clock?.breached }),
  };
}
