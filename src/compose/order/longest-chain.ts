import { appendTo, groupBy } from '../../base/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any } from '../../predicate/index.js';
import { createHeap } from '../../graph/index.js';
import type { StepGraph } from '../../graph/index.js';
import { walkThrough, workingDaysUntil } from '../../time/index.js';
import type { Pace, StepTime } from '../../time/index.js';
import type { BoundBundle } from '../bind/bound.js';
import { possibleIn } from '../bind/possible.js';
import { stepGuards } from '../bind/step-guards.js';
import { takingPlace } from './taking-place.js';
import type { StepEdge, Wait } from './wait.js';

/** The longest chain of steps that some situation walks through. */
export interface LongestChain {
  steps: string[];
  workingDays: number;
  /** The last moment of its last step, counted from an ordinary start. */
  end: number;
  /** When all of it is walked through. */
  when: Predicate;
  /** Proven: no longer chain can occur. Otherwise the search ended before that was settled. */
  exact: boolean;
}

/** How many beginnings of chains are looked at before the longest one without regard to conditions is given. */
const defaultBudget = 2_000;
/** How many beginnings are held for later, for each that may be looked at. */
const heldForEach = 100;

/** How long each step of a chain takes. */
export interface ChainTime {
  pace: Pace;
  timeOf: (step: string) => StepTime | undefined;
  /** In working days, by itself: by their sum chains are searched, and the days of what is found are walked through. */
  weightOf: (step: string) => number;
  /** All limits are in working days, whose sum is what a walk takes. */
  addsUp: boolean;
}

interface Begun {
  step: string;
  before: Begun | undefined;
  days: number;
  /** What the chain can come to at most. */
  atMost: number;
  when: Predicate;
  ended: boolean;
  /** Of chains that can come to the same, the first begun is continued first. */
  number: number;
}

/**
 * Steps that exclude each other are never on one chain, so the longest path of the graph may be longer than what any
 * applicant goes through. Beginnings are continued best first, by what they can come to at most (Hart, Nilsson and
 * Raphael, IEEE Trans. Syst. Sci. Cybern. 4, 1968), and dropped where no situation has all of their steps.
 */
export function longestChain(
  bound: BoundBundle,
  whole: StepGraph<Wait>,
  time: ChainTime,
  budget = defaultBudget,
): LongestChain {
  const graph = takingPlace(bound, whole);
  const guardOf = guardsOf(bound);
  const links = linksOf(graph);
  const plain = plainChain(time, graph, links);
  const walked = conditionOf(plain.path, (from, to) => links.get(from)?.get(to) ?? true, guardOf);
  const chain = possibleChain(bound, time, plain, walked);
  if (chain !== undefined) return chain;
  const daysOf = time.weightOf;
  const tails = tailsOf(graph, links, daysOf);
  const open = createHeap<Begun>((a, b) => b.atMost - a.atMost || a.number - b.number);
  let number = 0;
  const push = (begun: Omit<Begun, 'number'>) => open.push({ ...begun, number: number++ });
  for (const step of graph.nodes)
    push({
      step,
      before: undefined,
      days: daysOf(step),
      atMost: tails.get(step)!,
      when: guardOf(step),
      ended: false,
    });
  const mostHeld = graph.nodes.length + heldForEach * budget;
  for (let looked = 0; looked < budget && number <= mostHeld; looked++) {
    const best = open.pop();
    if (best === undefined) break;
    if (possibleIn(bound, best.when).verdict === 'no') continue;
    if (best.ended) {
      const path = stepsOf(best);
      return chainOf(time, { path, end: endOf(time, path) }, best.when, true);
    }
    push({ ...best, atMost: best.days, ended: true });
    for (const [to, when] of links.get(best.step) ?? []) {
      const days = best.days + daysOf(to);
      const atMost = best.days + tails.get(to)!;
      const together = all(best.when, when, guardOf(to));
      if (together !== false) push({ step: to, before: best, days, atMost, when: together, ended: false });
    }
  }
  return chainOf(time, plain, walked, false);
}

/**
 * Gives the longest chain without some of the edges that enter one step, where it is one that some situation may walk
 * through; nothing where that has to be searched.
 */
export function chainsWithout(
  bound: BoundBundle,
  graph: StepGraph<Wait>,
  time: ChainTime,
): (step: string, removed: ReadonlySet<StepEdge>) => Pick<LongestChain, 'steps' | 'workingDays'> | undefined {
  const detourOf = graph.detours(time.weightOf);
  if (detourOf === undefined) return () => undefined;
  const guardOf = guardsOf(bound);
  const links = linksOf(graph);
  const entering = groupBy(graph.edges, ({ to }) => to);
  return (step, removed) => {
    const { path, length } = detourOf(step, removed);
    const left = (entering.get(step) ?? []).filter((edge) => !removed.has(edge));
    const whenOf = (from: string, to: string): Predicate =>
      to === step
        ? any(...left.filter((edge) => edge.from === from).map(({ data }) => data.when))
        : (links.get(from)?.get(to) ?? true);
    const when = conditionOf(path, whenOf, guardOf);
    if (when !== true && possibleIn(bound, when).verdict === 'no') return undefined;
    const days = time.addsUp ? length : workingDaysUntil(time.pace, endOf(time, path));
    return { steps: path, workingDays: days };
  };
}

/** A chain, and the last moment of its last step. */
interface WalkedChain {
  path: string[];
  end: number;
}

/** The chain, unless no situation has all of its steps. */
function possibleChain(
  bound: BoundBundle,
  time: ChainTime,
  chain: WalkedChain,
  when: Predicate,
): LongestChain | undefined {
  const verdict = when === true ? 'yes' : possibleIn(bound, when).verdict;
  return verdict === 'no' ? undefined : chainOf(time, chain, when, verdict === 'yes');
}

function chainOf(
  { pace }: ChainTime,
  { path, end }: WalkedChain,
  when: Predicate,
  exact: boolean,
): LongestChain {
  return { steps: path, workingDays: workingDaysUntil(pace, end), end, when, exact };
}

function endOf({ pace, timeOf }: ChainTime, path: readonly string[]): number {
  const place = new Map(path.map((step, index) => [step, index]));
  const before = (step: string): string[] => path.slice(Math.max(0, place.get(step)! - 1), place.get(step));
  const spans = walkThrough(pace, { steps: path, before, timeOf });
  return Math.max(pace.start, ...[...spans.values()].map(({ end }) => end));
}

/** The longest chain whatever the conditions. Of several, one that is the same on every run. */
function plainChain({ pace, timeOf }: ChainTime, graph: StepGraph<Wait>, links: Links): WalkedChain {
  const waits = new Map<string, string[]>();
  for (const { from, to } of graph.edges) if (links.get(from)?.has(to) === true) appendTo(waits, to, from);
  const before = (step: string): readonly string[] => waits.get(step) ?? [];
  const spans = walkThrough(pace, { steps: graph.order().order, before, timeOf });
  let last: string | undefined;
  for (const step of graph.nodes) {
    if (last === undefined || spans.get(step)!.end > spans.get(last)!.end) last = step;
  }
  const path: string[] = [];
  for (let step = last; step !== undefined;) {
    path.push(step);
    const { begin } = spans.get(step)!;
    step = before(step).find((other) => spans.get(other)!.end === begin);
  }
  return { path: path.reverse(), end: last === undefined ? pace.start : spans.get(last)!.end };
}

function stepsOf(begun: Begun): string[] {
  const steps: string[] = [];
  for (let at: Begun | undefined = begun; at !== undefined; at = at.before) steps.push(at.step);
  return steps.reverse();
}

function guardsOf(bound: BoundBundle): (step: string) => Predicate {
  const guards = stepGuards(bound);
  return (step) => guards.get(step) ?? true;
}

type Links = ReadonlyMap<string, ReadonlyMap<string, Predicate>>;

/** Which step leads on to which, and when; waits within a ring lead nowhere. */
function linksOf(graph: StepGraph<Wait>): Links {
  const place = new Map(graph.order().order.map((step, index) => [step, index]));
  const links = new Map<string, Map<string, Predicate>>();
  for (const { from, to, data } of graph.edges) {
    if (place.get(from)! >= place.get(to)!) continue;
    const own = links.get(from) ?? new Map<string, Predicate>();
    own.set(to, any(own.get(to) ?? false, data.when));
    links.set(from, own);
  }
  return links;
}

/** The days from the beginning of each step to the end of everything behind it, whatever the conditions. */
function tailsOf(
  graph: StepGraph<Wait>,
  links: Links,
  daysOf: (step: string) => number,
): Map<string, number> {
  const tails = new Map<string, number>();
  for (const step of [...graph.order().order].reverse()) {
    const behind = [...(links.get(step)?.keys() ?? [])].map((to) => tails.get(to) ?? 0);
    tails.set(step, daysOf(step) + Math.max(0, ...behind));
  }
  return tails;
}

function conditionOf(
  steps: readonly string[],
  whenOf: (from: string, to: string) => Predicate,
  guardOf: (step: string) => Predicate,
): Predicate {
  return all(...steps.map(guardOf), ...steps.slice(1).map((to, index) => whenOf(steps[index]!, to)));
}
