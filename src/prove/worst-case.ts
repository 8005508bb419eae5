import { omitUndefined, roundToHundredths } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { decisionSpace, figureItems } from '../compose/index.js';
import type { ComposedBundle, FigureItem } from '../compose/index.js';
import type { Report } from '../model/index.js';

/** The most that a figure comes to in any situation, and one in which it does. */
export interface WorstCase {
  /** As in "after.materialsLeft". */
  figure: string;
  value: number;
  /** What is counted then. */
  of: string[];
  /** An applicant in that situation, by field. */
  facts: JsonObject;
  /** Proven: no situation has more. Otherwise everything was added up, whether it can come together or not. */
  exact: boolean;
  /** What may add to it and of which no document says whether it does. */
  unknown?: string[];
}

/**
 * The most that each figure of the report comes to in any situation. What is counted is a sum over things that each
 * count under a condition, so the most is found group by group, without going through all combinations.
 */
export function worstCases(composed: ComposedBundle): WorstCase[] {
  const { bound, order } = composed;
  const items = figureItems(
    composed,
    bound.uses.filter(({ guard }) => guard !== false),
  );
  // Figures of one meaning share a list, and the search over it.
  const found = new Map<readonly FigureItem[], Omit<WorstCase, 'figure'>>();
  const worst = [...items].map(([figure, list]): WorstCase => {
    const known = found.get(list) ?? heaviest(composed, list);
    found.set(list, known);
    return { figure, ...known, ...unknownOf(figure, composed.report) };
  });
  const { steps, workingDays, exact, when } = order.criticalPath;
  const chain = heaviest(composed, [{ name: 'chain', amount: 1, when }]);
  return [
    ...worst,
    { figure: 'after.workingDays', ...chain, value: workingDays, of: steps, exact: exact && chain.exact },
  ];
}

/** What the report does not know of a figure, nobody knows of the most of it. */
function unknownOf(figure: string, { before, after }: Report): Pick<WorstCase, 'unknown'> {
  if (figure === 'before.trips') return omitUndefined({ unknown: before.trips.unknown });
  return figure === 'after.trips' ? omitUndefined({ unknown: after.trips.unknown }) : {};
}

function heaviest({ bound }: ComposedBundle, items: readonly FigureItem[]): Omit<WorstCase, 'figure'> {
  const counted = items.filter(({ when, amount }) => when !== false && amount > 0);
  const certain = counted.filter(({ when }) => when === true);
  const open = counted.filter(({ when }) => when !== true);
  const space = decisionSpace(
    bound,
    open.map(({ name, when }) => ({ predicate: when, what: [name] })),
  );
  const everywhere = [...certain, ...space.always.map((place) => open[place]!)];
  const of = new Set(everywhere.map(({ name }) => name));
  let value = everywhere.reduce((sum, { amount }) => sum + amount, 0);
  let exact = true;
  const facts: JsonObject = {};
  for (const graph of space.groups) {
    const best = graph.heaviest((place) => open[place]!.amount);
    if (best === undefined) {
      exact = false;
      for (const place of graph.places) {
        value += open[place]!.amount;
        of.add(open[place]!.name);
      }
      continue;
    }
    exact &&= graph.isExact;
    value += best.total;
    for (const place of best.outcome.holds) of.add(open[place]!.name);
    Object.assign(facts, best.outcome.facts);
  }
  return { value: roundToHundredths(value), of: [...of].sort(), facts, exact };
}
