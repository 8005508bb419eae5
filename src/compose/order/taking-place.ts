import { createStepGraph } from '../../graph/index.js';
import type { StepGraph } from '../../graph/index.js';
import type { BoundBundle } from '../bind/bound.js';
import type { Wait } from './wait.js';

/**
 * The steps that may take place: without the matters that the facts say the applicant is not eligible for, and without
 * what needs their approval.
 */
export function takingPlace({ uses }: BoundBundle, graph: StepGraph<Wait>): StepGraph<Wait> {
  const refused = new Set(
    uses
      .filter(({ eligibility }) => eligibility.some(({ require }) => require === false))
      .map(({ name }) => name),
  );
  if (refused.size === 0) return graph;
  for (let size = 0; size < refused.size;) {
    size = refused.size;
    for (const { from, to, data } of graph.edges)
      if (data.needs === 'approval' && refused.has(from)) refused.add(to);
  }
  return createStepGraph(
    graph.nodes.filter((step) => !refused.has(step)),
    graph.edges.filter(({ from, to }) => !refused.has(from) && !refused.has(to)),
  );
}
