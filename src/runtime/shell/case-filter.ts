import { UsageError, assertArguments, oneOfThese } from '../../messages/index.js';
import { tell } from './messages.js';
import type { CaseFilter } from './ports.js';
import type { CaseStatus } from '../machine/state.js';

const statuses: Record<CaseStatus, true> = {
  new: true,
  running: true,
  undoing: true,
  done: true,
  cancelled: true,
  stopped: true,
};

/**
 * Can cases be listed by that?
 * @throws UsageError `usage/argument`, `usage/case-status`
 */
export function assertCaseFilter(filter: CaseFilter): void {
  assertArguments('cases', { filter: 'object' }, { filter });
  const kinds = { status: 'text?', plan: 'text?', after: 'text?', limit: 'count?' } as const;
  assertArguments('cases', kinds, { ...filter });
  const { status } = filter;
  if (status === undefined || Object.hasOwn(statuses, status)) return;
  throw new UsageError(tell('usage/case-status', { status }), oneOfThese(Object.keys(statuses)));
}
