import { createDiagnostic } from '../../diagnostics/index.js';
import { workingDaysOf } from '../../model/index.js';
import { stepGuards, togetherWhen } from '../order.js';
import type { StepEdge } from '../waits.js';
import { possible } from './check-context.js';
import type { CheckContext } from './check-context.js';

/** Steps that wait for each other in a situation that can occur: the shortest ring of each group. */
export function checkCycles(context: CheckContext): void {
  const { graph } = context.order;
  const guards = stepGuards(context.bound);
  const realisable = (edges: readonly StepEdge[]) => {
    const when = togetherWhen(guards, edges);
    return when === true || (when !== false && possible(context, when).verdict !== 'no');
  };
  for (const { cycle } of graph.cycles({ realisable })) {
    if (cycle === undefined) continue;
    const chain = [...cycle.map(({ from }) => `"${from}"`), `"${cycle[0]!.from}"`].join(' → ');
    const related = cycle.map(({ from, to, data }) => ({
      at: data.at,
      message: `"${to}" waits for "${from}": ${sayReason(data)}`,
    }));
    const together = possible(context, togetherWhen(guards, cycle));
    const witness =
      together.verdict === 'yes' && Object.keys(together.facts).length > 0
        ? { witness: { kind: 'case', bundle: context.bound.bundle.id, facts: together.facts } }
        : {};
    context.report(createDiagnostic('order/cycle', { chain }, cycle[0]!.data.at, { related, ...witness }));
  }
}

function sayReason({ kind, of }: StepEdge['data']): string {
  switch (kind) {
    case 'field':
    case 'material':
      return `it takes "${of}"`;
    case 'prerequisite':
      return `"${of}" is its prerequisite`;
    case 'after':
    case 'before':
      return `an order wish about "${of}"`;
    case 'condition':
      return `its condition tests "${of}"`;
    case 'registry':
      return `a registry gives "${of}"`;
  }
}

/** A promised time that the longest chain of promises exceeds. */
export function checkTarget(context: CheckContext): void {
  const { bundle, file } = context.bound;
  if (bundle.target === undefined) return;
  const target = workingDaysOf(bundle.target.within);
  const { steps, workingDays } = context.order.criticalPath;
  if (workingDays <= target) return;
  const uses = new Map(context.bound.uses.map((use) => [use.name, use]));
  const timed = steps.flatMap((step) => {
    const use = uses.get(step);
    const limit = use?.block.time?.promised ?? use?.block.time?.statutory;
    return use === undefined || limit === undefined
      ? []
      : [
          {
            step,
            limit,
            file: use.file,
            key: use.block.time?.promised === undefined ? 'statutory' : 'promised',
          },
        ];
  });
  const chain = timed.map(({ step, limit }) => `"${step}" (${limit})`).join(' → ');
  const related = timed.map((one) => ({
    at: { file: one.file, pointer: `/time/${one.key}` },
    message: `"${one.step}" takes ${one.limit}`,
  }));
  const args = { target, days: workingDays, chain };
  const at = { file, pointer: '/target/within' };
  context.report(createDiagnostic('order/target-below-critical-path', args, at, { related }));
}

/** Deferrals that the authors wrote and that spare a wait: nothing is wrong, the author should know. */
export function checkDeferrals(context: CheckContext): void {
  for (const { need, producer } of context.deferrals) {
    const args = { step: need.use.name, material: need.leaf.key, producer };
    context.report(createDiagnostic('order/deferral-taken', args, need.leaf.at));
  }
}
