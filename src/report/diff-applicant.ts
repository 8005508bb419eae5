import type { BundleConsequences, Change, FigureChange, Text } from '../model/index.js';
import { printable } from './text/printable.js';
import type { View } from './text/view.js';

type SayAny = (key: string, args?: Record<string, string | number>) => string;

/** What the changes of a bundle come to for its applicants, one line for each difference; they also say what things are called. */
export function applicantLines(
  { figures, situations }: BundleConsequences,
  changes: readonly Change[],
  view: View,
): string[] {
  const titles = new Map(
    changes.map(({ subject }) => [subject.field ?? subject.material ?? subject.step ?? '', subject.title]),
  );
  const say = view.say as SayAny;
  const { total, exact, by, compared } = situations;
  return figures.map((figure) => {
    const told = `${amountText(figure, say)}${itemsText(figure, titles, view)}`;
    const count = figure.situations;
    if (!exact) return say('diff.inSeen', { told, count, compared, total });
    if (String(count) === total) return say('diff.inAll', { told });
    return say(by === 'changes' ? 'diff.inSomeChanged' : 'diff.inSome', { told, count, total });
  });
}

function amountText({ figure, difference }: FigureChange, say: SayAny): string {
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
