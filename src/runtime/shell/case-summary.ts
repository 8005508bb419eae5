import { appendTo, omitUndefined } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { prepare } from '../machine/prepared-plan.js';
import { entriesOf } from '../machine/step-entries.js';
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

/** What a list says of a case. */
export function summaryOf(plan: Plan, record: { id: string; seq: number; state: CaseState }): CaseSummary {
  const { id, seq, state } = record;
  const inHand: [string, StepState][] = [];
  const { keys, values } = entriesOf(state.steps);
  values.forEach((step, at) => {
    if (step.status !== 'waiting' && !isSettled(step.status)) inHand.push([keys[at]!, step]);
  });
  if (inHand.length > mostItems) inHand.sort(([, a], [, b]) => dueMs(a) - dueMs(b));
  const authorityOf = (step: StepState): string | undefined => prepare(plan).step(step.step)?.authority;
  const isLate = ([, { clock }]: [string, StepState]): boolean => clock?.breached === true;
  const isStalled = ([, { status }]: [string, StepState]): boolean => status === 'stalled';
  const flags = (steps: readonly [string, StepState][], isOwedLate = false) =>
    omitUndefined({
      overdue: isOwedLate || steps.some(isLate) ? (true as const) : undefined,
      stalled: steps.some(isStalled) ? (true as const) : undefined,
    });
  const byAuthority = new Map<string, [string, StepState][]>();
  for (const entry of inHand) {
    const authority = authorityOf(entry[1]);
    if (authority !== undefined) appendTo(byAuthority, authority, entry);
  }
  const { reference, startedAt, endedAt, open } = state;
  return {
    id,
    plan: plan.hash,
    bundle: plan.id,
    status: state.status,
    seq,
    ...omitUndefined({ reference, startedAt, endedAt }),
    steps: inHand.slice(0, mostItems).map(([key, step]) => itemOf(key, step, authorityOf(step))),
    ...(inHand.length > mostItems ? { moreSteps: inHand.length - mostItems } : {}),
    ...(open.length === 0 ? {} : { owed: open.length }),
    ...flags(
      inHand,
      open.some(({ overdue }) => overdue === true),
    ),
    authorities: [...byAuthority].map(([authority, steps]) => ({ authority, ...flags(steps) })),
  };
}

function dueMs({ clock }: StepState): number {
  return clock?.due === undefined ? Infinity : msOf(clock.due);
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
