import type { BundleConsequences, Change, FigureChange, Text } from '../model/index.js';
import { printable } from './text/layout/printable.js';
import type { View } from './text/view.js';

type SayAny = (key: string, args?: Record<string, string | number>) => string;

/** What the changes of a bundle come to for its applicants, one line for each difference; they also say what things are called. */
export function applicantLines(
  { figures, situations, titles: called = {} }: BundleConsequences,
  changes: readonly Change[],
  view: View,
): string[] {
  const titles = new Map([
    ...changes.map(
      ({ subject }) => [subject.field ?? subject.material ?? subject.step ?? '', subject.title] as const,
    ),
    ...Object.entries(called),
  ]);
  const say = view.say as SayAny;
  const { total, exact, by, compared } = situations;
  const lines = joinedFigures(figures).map(({ isLargest, ...figure }) => {
    const amount = amountText(figure, say);
    const told = `${isLargest ? say('diff.upTo', { told: amount }) : amount}${itemsText(figure, titles, view)}`;
    const count = figure.situations;
    if (!exact) return say('diff.inSeen', { told, count, compared, total });
    if (String(count) === total) return say('diff.inAll', { told });
    return say(by === 'changes' ? 'diff.inSomeChanged' : 'diff.inSome', { told, count, total });
  });
  // That nothing was found says nothing of what was not compared.
  return exact || lines.length > 0 ? lines : [say('diff.noneSeen', { compared, total })];
}

/** How many differences of one figure are told one by one. */
const mostTold = 4;

interface ToldFigure extends FigureChange {
  /** Several differences are told as one, and this is the largest. */
  isLargest?: boolean;
}

/** Where a figure differs in many ways, those of one direction are told together: what it may come to, and of what. */
function joinedFigures(figures: readonly FigureChange[]): ToldFigure[] {
  const counts = new Map<string, number>();
  for (const { figure } of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  const told = new Map<string, ToldFigure>();
  for (const [index, one] of figures.entries()) {
    const isMany = counts.get(one.figure)! > mostTold;
    const key = isMany ? `${one.figure} ${Math.sign(one.difference)}` : String(index);
    const present = told.get(key);
    told.set(key, present === undefined ? one : joined(present, one));
  }
  return [...told.values()];
}

function joined(a: ToldFigure, b: ToldFigure): ToldFigure {
  const larger = Math.abs(b.difference) > Math.abs(a.difference) ? b : a;
  return {
    ...larger,
    more: [...new Set([...a.more, ...b.more])],
    fewer: [...new Set([...a.fewer, ...b.fewer])],
    situations: a.situations + b.situations,
    isLargest: a.isLargest === true || a.difference !== b.difference,
  };
}

function amountText({ figure, difference }: FigureChange, say: SayAny): string {
  // eslint-disable-next-line no-restricted-syntax -- a figure, no key
  const [name = '', currency = ''] = figure.split('.');
  const way = difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same';
  return say(`diff.${way}.${name}`, { count: Math.abs(difference), currency: printable(currency) });
}

function itemsText(
  { figure, more, fewer }: FigureChange,
  titles: ReadonlyMap<string, Text | undefined>,
  view: View,
): string {
  if (figure === 'workingDays' || figure.startsWith('fees.') || figure === 'forms') return '';
  const named = (names: readonly string[]) =>
    names
      .map((name) =>
        printable(figure === 'authorities' ? view.authority(name) : view.title(titles.get(name), name)),
      )
      .join(', ');
  const parts = [
    ...(more.length === 0 ? [] : [view.say('diff.items.more', { names: named(more) })]),
    ...(fewer.length === 0 ? [] : [view.say('diff.items.fewer', { names: named(fewer) })]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
