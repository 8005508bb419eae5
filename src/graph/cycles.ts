import type { Components, Mask } from './components.js';
import { findComponents } from './components.js';
import type { Dense } from './dense.js';
import type { Region } from './plain-cycle.js';
import type { Accepts, Search } from './realisable-cycle.js';
import { findRealisableCycle, fromFirstStep } from './realisable-cycle.js';

/** Without conditions, every cycle counts. */
export const acceptsAll: Accepts = () => true;

/**
 * The cyclic components of a graph, after the edges that no situation realises even alone have been left out: that
 * often takes a large component apart, and each can be searched by itself.
 */
export function cyclicRegions<T>(dense: Dense<T>, accepts: Accepts, mask?: Mask): Region<T>[] {
  const whole = findComponents(dense, mask);
  if (whole.cyclic.length === 0) return [];
  const live = accepts === acceptsAll ? mask : realisableAlone(dense, whole, accepts, mask);
  const components = live === mask ? whole : findComponents(dense, live);
  return components.cyclic.map((component) => ({ dense, components, component, mask: live }));
}

/**
 * The shortest accepted cycle of a region, told from its first step.
 *
 * @param budget calls of `accepts`
 */
export function searchRegion<T>(region: Region<T>, accepts: Accepts, budget: number): Search {
  const { cycle, exact } = findRealisableCycle(region, accepts, { left: budget });
  return { cycle: cycle && fromFirstStep(region.dense, cycle), exact };
}

function realisableAlone<T>(
  dense: Dense<T>,
  components: Components,
  accepts: Accepts,
  mask: Mask | undefined,
): Mask {
  const live = new Uint8Array(dense.edges.length);
  for (let edge = 0; edge < live.length; edge++) {
    const inside = components.of[dense.from[edge]!] === components.of[dense.to[edge]!];
    if (inside && mask?.[edge] !== 0 && accepts([edge])) live[edge] = 1;
  }
  return live;
}
