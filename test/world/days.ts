import type { Plan } from '../../src/model/index.js';
import { schedule } from '../../src/plan/index.js';
import type { Fault } from './laws.js';
import type { Played } from './play.js';

/** A Monday at nine, a Friday as offices close, and the last day before a week of holidays. */
export const starts = [
  '2026-09-21T09:00:00.000+08:00',
  '2026-09-25T17:00:00.000+08:00',
  '2026-09-30T15:30:00.000+08:00',
] as const;

/** Law 4: with every authority at the last moment of its limit and the applicant at once, a run takes what the schedule says. */
export function dayFaults(plan: Plan, start: string, { receipt, view }: Played): Fault[] {
  if (!receipt.accepted) return [{ law: 4, what: `from ${start}, the start is refused` }];
  const { steps } = schedule(plan, view!.data, start);
  const ends = new Map(steps.map(({ key, ends }) => [key, Date.parse(ends)]));
  return view!.steps
    .filter(({ status }) => status === 'approved')
    .filter(({ key, since }) => ends.get(key) !== Date.parse(since))
    .map(({ key, since }) => ({
      law: 4,
      what: `from ${start}, ${key} ends at ${since}, and the schedule says ${written(ends.get(key))}`,
    }));
}

function written(ms: number | undefined): string {
  return ms === undefined ? 'never' : new Date(ms).toISOString();
}
