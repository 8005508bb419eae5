import { assertArguments } from '../../messages/index.js';
import type { Plan } from '../../model/index.js';
import { stateArgument } from './case-tables.js';
import type { CaseState } from './state.js';

/** A plan, and the state of a case. */
export const ofCase = { plan: 'from composeBundle().plan', state: stateArgument } as const;

/** @throws UsageError `usage/argument` where there is no plan, or no case with an id, a number and a state */
export function assertRecord(
  call: string,
  plan: Plan,
  record: { id: string; seq: number; state: CaseState },
): void {
  assertArguments(call, { plan: ofCase.plan, record: 'object' }, { plan, record });
  const { id, seq, state } = record;
  assertArguments(call, { id: 'text', seq: 'integer', state: stateArgument }, { id, seq, state });
}
