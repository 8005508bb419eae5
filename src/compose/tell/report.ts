import { compareCodeUnits, fromEntries, roundToHundredths } from '../../base/index.js';
import type { Figure, Figures, Report } from '../../model/index.js';
import type { BoundUse } from '../bind/bound.js';
import { possibleIn } from '../bind/possible.js';
import { figureItems } from './figure-items.js';
import type { FigureContext, FigureItem, FigureItems } from './figure-items.js';
import { unstatedTrips } from './trips.js';
import { usesTogether } from './together.js';

/** What the report is counted from. */
export interface ReportContext extends FigureContext {
  criticalPath: { steps: readonly string[]; workingDays: number };
}

/**
 * Ninth station: the blocks alone against the bundle, over every use that the facts leave possible.
 * Of uses that exclude each other one counts, on both sides.
 * Before: every block's own list, a form for each block that takes anything, days one after the other.
 * After: distinct fields and materials, what is left for the applicant, the critical path.
 */
export function report(context: ReportContext): Report {
  const possible = context.bound.uses.filter(({ guard }) => guard !== false);
  const uses = usesTogether(context.bound, possible);
  const items = countedItems(context, uses);
  const authorities = figure(reachedAuthorities(context, possible));
  const { steps, workingDays } = context.criticalPath;
  const [before, after] = [figures(items, 'before'), figures(items, 'after')];
  return {
    before: { ...before, authorities, trips: withUnknown(before.trips, unstatedTrips(uses, 'alone')) },
    after: {
      ...after,
      authorities,
      trips: withUnknown(after.trips, unstatedTrips(uses, 'bundle')),
      workingDays: figure(steps, workingDays),
    },
  };
}

/** Every authority that some applicant meets: a set, in which nothing is added up. */
function reachedAuthorities({ bound }: ReportContext, uses: readonly BoundUse[]): string[] {
  const met = uses.filter(({ guard }) => possibleIn(bound, guard).verdict !== 'no');
  return [...new Set(met.flatMap(({ block }) => block.authority ?? []))];
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

/** A figure beside what no document tells: whether it adds to the figure is not known. */
function withUnknown(known: Figure, unknown: readonly string[]): Figure {
  return unknown.length === 0 ? known : { ...known, unknown: [...unknown].sort(compareCodeUnits) };
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
