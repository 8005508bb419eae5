import type { Predicate } from '../../model/index.js';
import { all, any } from '../../predicate/index.js';
import type { StepGraph } from '../../graph/index.js';
import type { BoundBundle } from '../bind/bound.js';
import { possibleIn } from '../bind/possible.js';
import { stepGuards } from '../bind/step-guards.js';
import type { Wait } from './waits.js';

/** The longest chain of steps that some situation walks through. */
export interface LongestChain {
  steps: string[];
  workingDays: number;
  /** When all of it is walked through. */
  when: Predicate;
  /** Proven: no longer chain can occur. Otherwise the search ended before that was settled. */
  exact: boolean;
}

/** How many beginnings of chains are looked at before the longest one without regard to conditions is given. */
const defaultBudget = 2_000;

interface Begun {
  steps: readonly string[];
  days: number;
  /** What the chain can come to at most. */
  atMost: number;
  when: Predicate;
  ended: boolean;
}

/**
 * Steps that exclude each other are never on one chain, so the longest path of the graph may be longer than what any
 * applicant goes through. Beginnings are continued best first, by what they can come to at most (Hart, Nilsson and
 * Raphael, IEEE Trans. Syst. Sci. Cybern. 4, 1968), and dropped where no situation has all of their steps.
 */
export function longestChain(
  bound: BoundBundle,
  graph: StepGraph<Wait>,
  daysOf: (step: string) => number,
  budget = defaultBudget,
): LongestChain {
  const guards = stepGuards(bound);
  const guardOf = (step: string): Predicate => guards.get(step) ?? true;
  const links = linksOf(graph);
  const plain = graph.criticalPath(daysOf);
  const whole = conditionOf(plain.path, links, guardOf);
  const verdict = whole === true ? 'yes' : possibleIn(bound, whole).verdict;
  if (verdict !== 'no') {
    return { steps: plain.path, workingDays: rounded(plain.length), when: whole, exact: verdict === 'yes' };
  }
  const tails = tailsOf(graph, links, daysOf);
  const begin = (step: string): Begun => ({
    steps: [step],
    days: daysOf(step),
    atMost: tails.get(step)!,
    when: guardOf(step),
    ended: false,
  });
  const open: Begun[] = graph.nodes.map(begin);
  for (let looked = 0; looked < budget && open.length > 0; looked++) {
    const best = open.reduce((first, other) => (other.atMost > first.atMost ? other : first));
    open.splice(open.indexOf(best), 1);
    if (possibleIn(bound, best.when).verdict === 'no') continue;
    if (best.ended) {
      return { steps: [...best.steps], workingDays: rounded(best.days), when: best.when, exact: true };
    }
    open.push({ ...best, atMost: best.days, ended: true });
    const last = best.steps[best.steps.length - 1]!;
    for (const [to, when] of links.get(last) ?? []) {
      const days = best.days + daysOf(to);
      const atMost = best.days + tails.get(to)!;
      const together = all(best.when, when, guardOf(to));
      if (together !== false)
        open.push({ steps: [...best.steps, to], days, atMost, when: together, ended: false });
    }
  }
  return { steps: plain.path, workingDays: rounded(plain.length), when: whole, exact: false };
}

function rounded(days: number): number {
  return Math.round(days * 100) / 100;
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
  links: Links,
  guardOf: (step: string) => Predicate,
): Predicate {
  return all(
    ...steps.map(guardOf),
    ...steps.slice(1).map((to, index) => links.get(steps[index]!)?.get(to) ?? true),
  );
}
