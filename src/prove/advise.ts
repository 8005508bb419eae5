import { byKey, inTurn, roundToHundredths } from '../base/index.js';
import { chainsWithout, longestChain, chainTime, stepTimes } from '../compose/index.js';
import type { ChainTime, ComposedBundle, Need, StepEdge } from '../compose/index.js';
import type { Location, SourceRef } from '../diagnostics/index.js';
import { createStepGraph } from '../graph/index.js';
import { deferralIn } from '../model/index.js';
import { all } from '../predicate/index.js';

/** One thing that lets steps begin earlier. */
export interface Relaxation {
  /**
   * order: drop a wish about order; commitment: declare instead of waiting for a document; registry: fetch instead of
   * waiting for the step that yields it; deferral: let a document follow.
   */
  kind: 'order' | 'commitment' | 'registry' | 'deferral';
  /** The step that would not have to wait. */
  step: string;
  /** The steps that it would not wait for. */
  without: string[];
  /** The field, material or block that it is about. */
  of: string;
  /** permitted: the documents allow it; taken: they allow it, and the plan does it; proposed: a document would have to change. */
  status: 'permitted' | 'taken' | 'proposed';
  /** The working days that it takes off the longest chain; of a taken one, that it has taken off. */
  gain: number;
  /** The longest chain with it, in working days. */
  workingDays: number;
  at: Location;
}

/** What would make a bundle faster. */
export interface Advice {
  bundle: string;
  workingDays: number;
  /** The chain of steps that decides how long the bundle takes. */
  chain: string[];
  /** For each step, its days, and by how many it may be late without delaying the whole. */
  slack: { step: string; workingDays: number; slack: number }[];
  /** Those that gain something, best first. */
  relaxations: Relaxation[];
  /** How many others there are that might gain something, and were not tried. */
  untried: number;
}

const ranks = { permitted: 0, taken: 1, proposed: 2 };

interface Candidate {
  kind: Relaxation['kind'];
  status: Relaxation['status'];
  step: string;
  of: string;
  at: SourceRef;
  edges: StepEdge[];
}

/** How far the relaxations are tried. */
export interface AdviceOptions {
  /** How many steps and waits are gone through to try them. Left out: ten million. */
  work?: number;
}

const defaultWork = 10_000_000;

/**
 * Says what would make a bundle faster: every relaxation that can shorten the longest chain is tried by itself, its gain
 * worked out anew. Of very many, the rest is counted when the work is used up.
 */
export function adviseBundle(composed: ComposedBundle, options: AdviceOptions = {}): Advice {
  const { bound, order, catalogue } = composed;
  const time = chainTime(order.pace, stepTimes(bound));
  const dayOf = time.weightOf;
  const now = order.criticalPath.workingDays;
  const telling = tellingCandidates(composed, dayOf);
  const shortcut = chainsWithout(bound, order.graph, time);
  const effort = order.graph.nodes.length + order.graph.edges.length;
  let left = options.work ?? defaultWork;
  const relaxations: Relaxation[] = [];
  let tried = 0;
  for (const candidate of telling) {
    const { kind, status, step, of, edges } = candidate;
    const quick = status === 'taken' ? undefined : shortcut(step, new Set(edges));
    if ((left -= quick?.steps.length ?? effort) < 0) break;
    tried++;
    const other = (quick ?? searched(composed, candidate, time)).workingDays;
    const gain = roundToHundredths(status === 'taken' ? other - now : now - other);
    const without = [...new Set(edges.map(({ from }) => from))].sort();
    const workingDays = status === 'taken' ? now : other;
    relaxations.push({
      kind,
      step,
      without,
      of,
      status,
      gain,
      workingDays,
      at: catalogue.locate(candidate.at),
    });
  }
  const present = bound.uses.filter(({ guard }) => guard !== false);
  return {
    bundle: bound.bundle.id,
    workingDays: now,
    chain: order.criticalPath.steps,
    slack: present.map(({ name }) => ({
      step: name,
      workingDays: dayOf(name),
      slack: roundToHundredths(order.slack.get(name) ?? 0),
    })),
    relaxations: relaxations
      .filter(({ gain }) => gain > 0)
      .sort(
        inTurn<Relaxation>(
          (a, b) => b.gain - a.gain,
          (a, b) => ranks[a.status] - ranks[b.status],
          byKey(({ step, of }) => `${step} ${of}`),
        ),
      ),
    untried: telling.length - tried,
  };
}

function searched({ bound, order }: ComposedBundle, candidate: Candidate, time: ChainTime) {
  const { status, edges } = candidate;
  const graph =
    status === 'taken'
      ? createStepGraph(order.graph.nodes, [...order.graph.edges, ...edges])
      : order.graph.without(edges);
  return longestChain(bound, graph, time);
}

/**
 * The relaxations that can gain something, those first that the documents permit. As long as every link of the longest
 * chain is left, so is the chain; and a wait that would be added makes no longer chain than what leads up to it and what
 * follows it, whatever the conditions.
 */
function tellingCandidates(composed: ComposedBundle, dayOf: (step: string) => number): Candidate[] {
  const { order } = composed;
  const { steps, workingDays } = order.criticalPath;
  const before = new Map(steps.slice(1).map((step, index) => [step, steps[index]!]));
  const { earliest, slack, length } = order.graph.criticalPath(dayOf);
  const untilEnd = (step: string) => earliest.get(step)! + dayOf(step);
  const fromBegin = (step: string) => length - earliest.get(step)! - slack.get(step)!;
  return candidatesOf(composed)
    .filter(({ status, edges }) =>
      status === 'taken'
        ? edges.some(({ from, to }) => untilEnd(from) + fromBegin(to) > workingDays)
        : edges.some(({ from, to }) => before.get(to) === from),
    )
    .sort((a, b) => ranks[a.status] - ranks[b.status]);
}

function candidatesOf(composed: ComposedBundle): Candidate[] {
  const { edges } = composed.order.graph;
  const needs = new Map<string, Need>();
  for (const need of composed.needs.needs) {
    const key = needKey(need.use.name, need.leaf.key);
    if (!needs.has(key)) needs.set(key, need);
  }
  const found = new Map<string, Candidate>();
  const add = (candidate: Omit<Candidate, 'edges'>, edge: StepEdge): void => {
    const key = `${candidate.kind} ${candidate.status} ${candidate.step} ${candidate.of}`;
    const present = found.get(key);
    if (present === undefined) found.set(key, { ...candidate, edges: [edge] });
    else present.edges.push(edge);
  };
  for (const edge of edges) {
    const { data, to } = edge;
    const shared = { step: to, of: data.of, at: data.at };
    if (data.cut === 'order') add({ ...shared, kind: 'order', status: 'permitted' }, edge);
    if (data.cut === 'commitment') add({ ...shared, kind: 'commitment', status: 'permitted' }, edge);
    if (data.kind !== 'material' && data.kind !== 'field') continue;
    const need = needs.get(needKey(to, data.of));
    if (need === undefined) continue;
    const isGiven = need.sources.some(({ kind }) => kind === 'registry');
    if (isGiven && data.needs === 'approval') add({ ...shared, kind: 'registry', status: 'permitted' }, edge);
    else if (data.kind === 'material' && data.cut === undefined)
      add({ ...shared, kind: 'deferral', status: 'proposed' }, edge);
  }
  for (const { candidate, edge } of takenDeferrals(composed)) add(candidate, edge);
  return [...found.values()];
}

function needKey(step: string, input: string): string {
  return JSON.stringify([step, input]);
}

/** The waits that are not there because an author let a material follow. */
function takenDeferrals({
  needs,
}: ComposedBundle): { candidate: Omit<Candidate, 'edges'>; edge: StepEdge }[] {
  return needs.needs.flatMap(({ use, leaf, guard, sources }) => {
    if (deferralIn(leaf.accept) === undefined) return [];
    return sources
      .filter(({ kind, step }) => kind === 'produced' && step !== undefined)
      .map(({ step, when }) => ({
        candidate: {
          kind: 'deferral' as const,
          status: 'taken' as const,
          step: use.name,
          of: leaf.key,
          at: leaf.at,
        },
        edge: {
          from: step!,
          to: use.name,
          data: {
            kind: leaf.kind,
            of: leaf.key,
            when: all(guard, when),
            at: leaf.at,
            needs: 'approval' as const,
          },
        },
      }));
  });
}
