import { UsageError } from '../../messages/index.js';
import type { StepEdge } from './wait.js';
import { tell } from './messages.js';
import { sayReason } from './say-reason.js';

/** A wait to leave out: of a step for another one. */
export interface Cut {
  from: string;
  to: string;
}

/**
 * The waits without those that are cut.
 * @throws UsageError `usage/cut` where a step does not wait for the other, or must
 */
export function cutEdges(edges: readonly StepEdge[], cuts: readonly Cut[]): StepEdge[] {
  for (const { from, to } of cuts) {
    const waits = edges.filter((edge) => edge.from === from && edge.to === to);
    if (waits.length === 0) throw new UsageError(tell('usage/cut:no-wait', { to, from }));
    const firm = waits.find(({ data }) => data.cut === undefined);
    if (firm !== undefined) {
      const reason = sayReason(firm.data);
      throw new UsageError(tell('usage/cut:firm', { to, from, reason }), tell('usage/cut:help'));
    }
  }
  return edges.filter((edge) => !cuts.some(({ from, to }) => edge.from === from && edge.to === to));
}
