import { all } from '../../predicate/index.js';
import { transfersOf } from '../bind/acts.js';
import type { UseTransfer } from '../bind/acts.js';

import { valueWaits } from './value-waits.js';
import type { MakeEdge, StepEdge, Wait, WaitContext } from './wait.js';

/**
 * The waits of transfers, from those of the steps that they belong to. What is collected waits for nothing but what its
 * conditions and later forms tell: the applicant hands it in at once. What is accepted and passed on is complete, so it
 * waits for all that the step waits for. A result follows its step.
 * @param edges the waits of all other steps
 */
export function transferWaits(context: WaitContext, edges: readonly StepEdge[], edge: MakeEdge): StepEdge[] {
  const transfers = transfersOf(context.bound);
  const laterForms = new Set(context.formParts.map(({ step }) => step));
  return transfers.flatMap((one) => {
    const { use, transfer, act } = one;
    const passing: Wait = { needs: 'approval', when: one.when, kind: 'transfer', of: use.name, at: act.ref };
    const own = valueWaits(context, transfer.step, [{ predicate: act.when, at: act.ref, asks: true }], edge);
    if (transfer.from === 'issue') return [...edge(use.name, transfer.step, passing), ...own];
    const awaited = edges.filter(
      ({ from, to, data }) =>
        to === use.name && (transfer.from === 'accept' || data.kind === 'condition' || laterForms.has(from)),
    );
    return [
      ...edge(transfer.step, use.name, passing),
      ...own,
      ...awaited.flatMap(({ from, data }) =>
        edge(from, transfer.step, { ...data, when: all(one.when, data.when) }),
      ),
      ...transfers
        .filter((other) => collects(other, one))
        .flatMap((earlier) =>
          edge(earlier.transfer.step, transfer.step, { ...passing, when: all(one.when, earlier.when) }),
        ),
    ];
  });
}

/** What is collected reaches the place that accepts and passes it on. */
function collects(earlier: UseTransfer, later: UseTransfer): boolean {
  return earlier.use === later.use && earlier.transfer.from === 'collect' && later.transfer.from === 'accept';
}
