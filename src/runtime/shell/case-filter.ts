import { UsageError, assertArguments, oneOfThese } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import type { CaseSummary } from './case-summary.js';
import { tell } from './messages.js';
import type { CaseFilter } from './ports.js';
import type { CaseStatus } from '../machine/state.js';

const statuses: Record<CaseStatus, true> = {
  new: true,
  draft: true,
  expired: true,
  starting: true,
  refused: true,
  running: true,
  undoing: true,
  done: true,
  cancelled: true,
  stopped: true,
};

const flag: OwnKind = { is: (value) => value === undefined || value === true, what: tell('argument.flag') };

/** Does a case belong in the list? For stores without an index. */
export function isListed(summary: CaseSummary, filter: CaseFilter): boolean {
  const { authority, overdue, stalled, owed } = filter;
  const work =
    authority === undefined ? summary : summary.authorities.find((one) => one.authority === authority);
  if (work === undefined) return false;
  return (
    (['status', 'plan', 'reference'] as const).every(
      (name) => filter[name] === undefined || filter[name] === summary[name],
    ) &&
    (overdue === undefined || work.overdue === true) &&
    (stalled === undefined || work.stalled === true) &&
    (owed === undefined || summary.owed !== undefined)
  );
}

/**
 * Can cases be listed by that?
 * @throws UsageError `usage/argument`, `usage/case-status`
 */
export function assertCaseFilter(filter: CaseFilter): void {
  assertArguments('cases', { filter: 'object' }, { filter });
  const kinds = {
    status: 'text?',
    plan: 'text?',
    authority: 'text?',
    overdue: flag,
    stalled: flag,
    owed: flag,
    reference: 'text?',
    after: 'text?',
    limit: 'count?',
  } as const;
  assertArguments('cases', kinds, { ...filter });
  const { status } = filter;
  if (status === undefined || Object.hasOwn(statuses, status)) return;
  throw new UsageError(tell('usage/case-status', { status }), oneOfThese(Object.keys(statuses)));
}
