import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Cuts } from '../../graph/index.js';
import { authorText, listOf, literal } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { parseDuration } from '../../model/index.js';
import { lastMomentOf, workingDaysOf } from '../../time/index.js';
import { transfersOf } from '../bind/acts.js';
import { stepGuards, togetherWhen } from '../order/order.js';
import type { StepEdge, Wait } from '../order/wait.js';
import { longestLimit } from '../bind/variants.js';
import { promisedChain } from '../order/order.js';
import { witnessCase } from '../tell/witness-case.js';
import { possible } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { tell } from '../order/messages.js';
import { sayReason } from '../order/say-reason.js';

/** Steps that wait for each other in a situation that can occur: the shortest ring of each group. */
export function checkCycles(context: CheckContext): void {
  const { graph } = context.order;
  const guards = stepGuards(context.bound);
  const realisable = (edges: readonly StepEdge[]) => {
    const when = togetherWhen(guards, edges);
    return when === true || (when !== false && possible(context, when).verdict !== 'no');
  };
  for (const { component, cycle, exact } of graph.cycles({ realisable })) {
    if (cycle === undefined) {
      const at = graph.edges.find(({ to }) => component.includes(to))!.data.at;
      if (!exact)
        report(
          context,
          tell('order.together', { steps: listOf(component, 'comma') }),
          tell('order.too-many-rings'),
          at,
        );
      continue;
    }
    const chain = listOf([...cycle.map(({ from }) => from), cycle[0]!.from], 'then');
    const related = cycle.map(({ from, to, data }) => ({
      at: data.at,
      ...sayWait(from, to, data),
    }));
    const together = possible(context, togetherWhen(guards, cycle));
    const at = cycle[0]!.data.at;
    if (together.verdict !== 'yes') {
      const because = together.verdict === 'unknown' ? together.because : tell('order.taken-apart');
      report(context, tell('order.chain-together', { chain }), because, at);
      continue;
    }
    const witness = witnessCase(context.bound, together.facts);
    const help = waysOut(context, graph.cuts({ permitted: cutWeight, realisable, within: component }));
    context.report(createDiagnostic('order/cycle', { chain }, at, { related, witness, help }));
  }
}

function report(context: CheckContext, what: Message, because: Message, at: SourceRef): void {
  context.report(createDiagnostic('prove/undecided', { what, because }, at));
}

/** How much lawfulness a cut costs: to drop a wish about order is the least, to let evidence follow the most. */
const cutWeights = { order: 1, commitment: 2, deferral: 3 } as const;

/** What it costs to let an edge go, where the documents permit it at all. */
export function cutWeight({ data }: Pick<StepEdge, 'data'>): number | undefined {
  return data.cut === undefined ? undefined : cutWeights[data.cut];
}

/** The cheapest sets of cuts that the documents permit, in words. */
function waysOut(context: CheckContext, { cuts, cheapest, uncuttable }: Cuts<Wait>): Message {
  if (uncuttable !== undefined) {
    const chain = listOf([...uncuttable.map(({ from }) => from), uncuttable[0]!.from], 'then');
    return tell('order.no-way-out', { chain });
  }
  const ways = cuts.map(({ edges }, index) => {
    const way = listOf(
      edges.map((edge) => sayCut(context, edge)),
      'and',
    );
    return index === 0 ? way : tell('order.or-way', { way });
  });
  return tell(cheapest ? 'order.cheapest-first' : 'order.possible', { ways: listOf(ways, 'semicolon') });
}

function sayCut(context: CheckContext, { from, to, data }: StepEdge): Message {
  const { file, range } = context.catalogue.locate(data.at);
  const place = literal(range === undefined ? file : `${file}:${range.start.line}`);
  switch (data.cut) {
    case 'commitment':
      return tell('order.by-commitment', { to, of: data.of, from, place });
    case 'deferral':
      return tell('order.let-follow', { of: data.of, to, place });
    default:
      return tell('order.drop-wish', { from, to, place });
  }
}

/** Who waits for whom, and why the author wants it so, in the author's words. */
function sayWait(from: string, to: string, data: Wait): Message {
  const reason = sayReason(data);
  return data.text === undefined
    ? tell('order.waits', { to, from, reason })
    : tell('order.waits-because', { to, from, reason, because: authorText(data.text) });
}

/** A promised time that the longest chain of promises exceeds. */
export function checkTarget(context: CheckContext): void {
  const { bundle, file } = context.bound;
  if (bundle.target === undefined) return;
  const { within } = bundle.target;
  const { graph, pace } = context.order;
  const target = workingDaysOf(within, pace);
  const { steps, workingDays, end } = promisedChain({ bound: context.bound, graph, pace });
  // Limits of hours may differ within one day.
  if (end <= lastMomentOf(pace, pace.start, { limit: parseDuration(within), pauses: [] })) return;
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
  const chain = listOf(
    timed.map(({ step, limit }) => tell('order.step-limit', { step, limit: literal(limit) })),
    'then',
  );
  const related = timed.map((one) => ({
    at: one.at,
    ...tell('order.limit', { step: one.step, limit: literal(one.limit) }),
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
