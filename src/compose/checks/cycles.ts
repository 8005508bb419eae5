import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Cuts } from '../../graph/index.js';
import { textIn, workingDaysOf } from '../../model/index.js';
import { transfersOf } from '../bind/acts.js';
import { stepGuards, togetherWhen } from '../order/order.js';
import type { StepEdge, Wait } from '../order/waits.js';
import { longestLimit } from '../bind/variants.js';
import { witnessCase } from '../tell/witness-case.js';
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
  for (const { component, cycle, exact } of graph.cycles({ realisable })) {
    const within = component.map((step) => `"${step}"`).join(', ');
    if (cycle === undefined) {
      const at = graph.edges.find(({ to }) => component.includes(to))!.data.at;
      if (!exact)
        report(context, `${within} wait for each other in some situation`, 'there are too many rings', at);
      continue;
    }
    const chain = [...cycle.map(({ from }) => `"${from}"`), `"${cycle[0]!.from}"`].join(' → ');
    const related = cycle.map(({ from, to, data }) => ({
      at: data.at,
      message: `"${to}" waits for "${from}": ${sayReason(data)}${sayBecause(context, data)}`,
    }));
    const together = possible(context, togetherWhen(guards, cycle));
    const at = cycle[0]!.data.at;
    if (together.verdict !== 'yes') {
      const because = together.verdict === 'unknown' ? together.because : 'its conditions were taken apart';
      report(context, `the steps of ${chain} wait for each other in some situation`, because, at);
      continue;
    }
    const witness = witnessCase(context.bound, together.facts);
    const help = waysOut(context, graph.cuts({ permitted: cutWeight, realisable, within: component }));
    context.report(createDiagnostic('order/cycle', { chain }, at, { related, witness, help }));
  }
}

function report(context: CheckContext, what: string, because: string, at: SourceRef): void {
  context.report(createDiagnostic('prove/undecided', { what, because }, at));
}

/** How much lawfulness a cut costs: to drop a wish about order is the least, to let evidence follow the most. */
const cutWeights = { order: 1, commitment: 2, deferral: 3 } as const;

/** What it costs to let an edge go, where the documents permit it at all. */
export function cutWeight({ data }: Pick<StepEdge, 'data'>): number | undefined {
  return data.cut === undefined ? undefined : cutWeights[data.cut];
}

/** The cheapest sets of cuts that the documents permit, in words. */
function waysOut(context: CheckContext, { cuts, cheapest, uncuttable }: Cuts<Wait>): string {
  if (uncuttable !== undefined) {
    const chain = [...uncuttable.map(({ from }) => `"${from}"`), `"${uncuttable[0]!.from}"`].join(' → ');
    return `The documents permit no way out of ${chain}: let a material of it accept commitment or a deferral, or drop a prerequisite.`;
  }
  const ways = cuts.map(({ edges }) => edges.map((edge) => sayCut(context, edge)).join(' and '));
  return `${cheapest ? 'Cheapest first' : 'Possible'}: ${ways.join('; or ')}.`;
}

function sayCut(context: CheckContext, { from, to, data }: StepEdge): string {
  const { file, range } = context.catalogue.locate(data.at);
  const place = range === undefined ? file : `${file}:${range.start.line}`;
  switch (data.cut) {
    case 'commitment':
      return `let "${to}" take "${data.of}" by commitment instead of waiting for "${from}" (${place})`;
    case 'deferral':
      return `let "${data.of}" follow after "${to}" (${place})`;
    default:
      return `drop the wish that "${from}" comes before "${to}" (${place})`;
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
    case 'transfer':
      return `"${of}" passes it on`;
  }
}

/** Why the author wants it so, in the first language of the catalogue. */
function sayBecause({ catalogue }: CheckContext, { text }: Wait): string {
  const said = textIn(text, ...catalogue.locales);
  return said === undefined ? '' : `: ${said}`;
}

/** A promised time that the longest chain of promises exceeds. */
export function checkTarget(context: CheckContext): void {
  const { bundle, file } = context.bound;
  if (bundle.target === undefined) return;
  const target = workingDaysOf(bundle.target.within);
  const { steps, workingDays } = context.order.criticalPath;
  if (workingDays <= target) return;
  const uses = new Map(context.bound.uses.map((use) => [use.name, use]));
  const transfers = new Map(transfersOf(context.bound).map((one) => [one.transfer.step, one]));
  const timed = steps.flatMap((step) => {
    const passing = transfers.get(step);
    if (passing?.transfer.time !== undefined) {
      const { act, transfer } = passing;
      return [{ step, limit: transfer.time!, at: { ...act.ref, pointer: `${act.ref.pointer}/time` } }];
    }
    const use = uses.get(step);
    const longest = use === undefined ? undefined : longestLimit(use);
    return longest === undefined ? [] : [{ step, limit: longest.limit, at: longest.at }];
  });
  const chain = timed.map(({ step, limit }) => `"${step}" (${limit})`).join(' → ');
  const related = timed.map((one) => ({
    at: one.at,
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
