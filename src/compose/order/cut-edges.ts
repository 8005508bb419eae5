import { UsageError } from '../../messages/index.js';
import type { StepEdge } from './waits.js';

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
    if (waits.length === 0) throw new UsageError('usage/cut', `"${to}" does not wait for "${from}".`);
    const firm = waits.find(({ data }) => data.cut === undefined);
    if (firm !== undefined) {
      throw new UsageError(
        'usage/cut',
        `"${to}" has to wait for "${from}": ${firm.data.kind} "${firm.data.of}".`,
        'What can be left out is an order wish, or a material that accepts commitment.',
      );
    }
  }
  return edges.filter((edge) => !cuts.some(({ from, to }) => edge.from === from && edge.to === to));
}
