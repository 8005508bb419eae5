import { perChunk } from '../../base/index.js';
import type { Chunk, Table } from '../../base/index.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { tablesOf } from './case-tables.js';
import { isOver } from './state.js';
import type { CaseState, StepState } from './state.js';

interface Wake {
  at: Instant;
  ms: number;
}

/** The earliest moment at which the clock changes something about a step. */
function wakeOfStep({ status, retryAt, clock, compensation }: StepState): Wake | undefined {
  return earliest([
    status === 'retrying' ? retryAt : undefined,
    clock?.warned === true ? undefined : clock?.near,
    clock?.breached === true ? undefined : clock?.due,
    compensation?.status === 'retrying' ? compensation.retryAt : undefined,
  ]);
}

function earliest(moments: Iterable<Instant | Wake | undefined>): Wake | undefined {
  let first: Wake | undefined;
  for (const moment of moments) {
    if (moment === undefined) continue;
    const wake = typeof moment === 'string' ? { at: moment, ms: msOf(moment) } : moment;
    if (first === undefined || wake.ms < first.ms) first = wake;
  }
  return first;
}

/** Of some steps that no longer change, found out once. */
const wakeOfChunk = perChunk((chunk: Chunk<StepState>) => earliest(chunk.map(wakeOfStep)));

/** The earliest moment at which the clock alone changes something. */
export function nextWake(state: CaseState): Instant | undefined {
  const { rest, steps } = tablesOf(state);
  const isHeld = isOver(rest.status) && rest.status !== 'done';
  const owed = isHeld ? [] : rest.open.map(({ overdue, due }) => (overdue === true ? undefined : due));
  const expiry = rest.status === 'draft' ? rest.draft?.expiresAt : undefined;
  return earliest([...steps.chunks.map(wakeOfChunk), ...owed, expiry])?.at;
}

/** The steps, which no longer change, about which the clock changes something by now. */
export function dueSteps(steps: Table<StepState>, now: Instant): [string, StepState][] {
  const nowMs = msOf(now);
  const isDue = (wake: Wake | undefined): boolean => wake !== undefined && wake.ms <= nowMs;
  return steps.chunks.flatMap((chunk, number) => {
    if (!isDue(wakeOfChunk(chunk))) return [];
    return chunk.flatMap((step, index): [string, StepState][] =>
      isDue(wakeOfStep(step)) ? [[steps.keyAt(number, index), step]] : [],
    );
  });
}
