import { compareCodeUnits, fromEntries, roundToHundredths } from '../../base/index.js';
import type { Figure, Figures, Report } from '../../model/index.js';
import type { BoundUse } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import { possibleIn } from '../bind/possible.js';
import { daysOf } from '../order/order.js';
import { figureItems } from './figure-items.js';
import type { FigureContext, FigureItem, FigureItems } from './figure-items.js';
import { tripSteps } from './trips.js';

/** What the report is counted from. */
export interface ReportContext extends FigureContext {
  criticalPath: { steps: readonly string[]; workingDays: number };
}

/**
 * Ninth station: the blocks alone against the bundle, over every use that the facts leave possible.
 * Before: every block's own list, a form for each block that takes anything, days one after the other.
 * After: distinct fields and materials, what is left for the applicant, the critical path.
 */
export function report(context: ReportContext): Report {
  const uses = oneOfEach(context.bound.uses.filter(({ guard }) => guard !== false));
  const items = countedItems(context, uses);
  const { steps, workingDays } = context.criticalPath;
  return {
    before: figures(items, 'before'),
    after: {
      ...figures(items, 'after'),
      trips: figure(tripSteps(uses)),
      workingDays: figure(steps, workingDays),
    },
  };
}

/** Of alternatives only one takes place: the one that takes longest, then the one that takes most. */
function oneOfEach(uses: readonly BoundUse[]): BoundUse[] {
  const weights = new Map<string, number[]>();
  for (const use of uses) {
    if (use.alternativeOf === undefined) continue;
    const { group, index } = use.alternativeOf;
    const list = weights.get(group) ?? [];
    list[index] = (list[index] ?? 0) + daysOf(use) * 1_000_000 + [...leavesOf(use.demands)].length;
    weights.set(group, list);
  }
  return uses.filter(({ alternativeOf }) => {
    if (alternativeOf === undefined) return true;
    const list = weights.get(alternativeOf.group)!;
    const heaviest = Math.max(...list.filter((weight) => weight !== undefined));
    return list.indexOf(heaviest) === alternativeOf.index;
  });
}

/** Without what no applicant ever meets: a registry may give whatever the element allows. */
function countedItems(context: ReportContext, uses: readonly BoundUse[]): FigureItems {
  const isPossible = ({ when, amount }: FigureItem) =>
    amount > 0 && when !== false && possibleIn(context.bound, when).verdict !== 'no';
  return new Map(
    [...figureItems(context, uses)].map(([name, items]) => [name, items.filter((item) => isPossible(item))]),
  );
}

function figures(items: FigureItems, side: 'before' | 'after'): Figures {
  const prefix = side === 'before' ? 'before.' : 'after.';
  const own = new Map(
    [...items].flatMap(([name, list]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), list] as const] : [],
    ),
  );
  const names = (name: string) => figure((own.get(name) ?? []).map((item) => item.name));
  const amounts = (name: string) => sum(own.get(name) ?? []);
  const fees = 'fees.';
  const currencies = [...own.keys()].flatMap((name) =>
    name.startsWith(fees) ? [name.slice(fees.length)] : [],
  );
  return {
    authorities: names('authorities'),
    steps: side === 'before' ? amounts('steps') : names('steps'),
    forms: side === 'before' ? amounts('forms') : names('forms'),
    fields: names('fields'),
    fieldsToFill: names('fieldsToFill'),
    materials: names('materials'),
    materialsLeft: names('materialsLeft'),
    trips: amounts('trips'),
    workingDays: amounts('workingDays'),
    fees: fromEntries(
      currencies.sort(compareCodeUnits).map((currency) => [currency, amounts(fees + currency)]),
    ),
  };
}

function figure(of: readonly string[], value = of.length): Figure {
  return { value: roundToHundredths(value), of: [...of].sort(compareCodeUnits) };
}

function sum(items: readonly FigureItem[]): Figure {
  return figure(
    items.map(({ name, amount }) => `${name}: ${roundToHundredths(amount)}`),
    items.reduce((total, { amount }) => total + amount, 0),
  );
}
