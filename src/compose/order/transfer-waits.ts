import { all } from '../../predicate/index.js';
import { transfersOf } from '../bind/acts.js';
import type { UseTransfer } from '../bind/acts.js';
import type { BoundBundle } from '../bind/bound.js';
import type { StepEdge, Wait } from './waits.js';

/**
 * The waits of transfers, from those of the steps that they belong to. What is collected waits for nothing but what its
 * conditions and later forms tell: the applicant hands it in at once. What is accepted and passed on is complete, so it
 * waits for all that the step waits for. A result follows its step.
 * @param edges the waits of all other steps
 * @param laterForms the steps in which the applicant is asked later
 */
export function transferWaits(
  bound: BoundBundle,
  edges: readonly StepEdge[],
  laterForms: ReadonlySet<string>,
): StepEdge[] {
  const transfers = transfersOf(bound);
  if (transfers.length === 0) return [];
  const found: StepEdge[] = [];
  const add = (from: string, to: string, data: Wait) => {
    if (data.when !== false) found.push({ from, to, data });
  };
  for (const one of transfers) {
    const { use, transfer, act } = one;
    const passing: Wait = {
      needs: 'approval',
      when: one.when,
      kind: 'transfer',
      of: use.name,
      at: act.ref,
    };
    if (transfer.from === 'issue') {
      add(use.name, transfer.step, passing);
      continue;
    }
    add(transfer.step, use.name, passing);
    for (const { from, data } of edges.filter(({ to }) => to === use.name)) {
      const isAwaited = transfer.from === 'accept' || data.kind === 'condition' || laterForms.has(from);
      if (isAwaited) add(from, transfer.step, { ...data, when: all(one.when, data.when) });
    }
    for (const earlier of transfers.filter((other) => collects(other, one))) {
      add(earlier.transfer.step, transfer.step, { ...passing, when: all(one.when, earlier.when) });
    }
  }
  return found;
}

/** What is collected reaches the place that accepts and passes it on. */
function collects(earlier: UseTransfer, later: UseTransfer): boolean {
  return earlier.use === later.use && earlier.transfer.from === 'collect' && later.transfer.from === 'accept';
}
