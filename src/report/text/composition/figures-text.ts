import type { Figure, Figures, Report } from '../../../model/index.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import type { Say } from '../../../languages/index.js';
import type { View } from '../view.js';

type Counted = Exclude<keyof Figures, 'fees'>;

/** In the order in which they are shown. */
export const countedFigures: readonly Counted[] = [
  'authorities',
  'forms',
  'fields',
  'fieldsToFill',
  'materials',
  'materialsLeft',
  'steps',
  'trips',
  'workingDays',
];

/** A figure; with a question mark where documents leave open whether there is more. */
export function figureText({ value, unknown }: Pick<Figure, 'value' | 'unknown'>): string {
  if (unknown === undefined) return String(value);
  return value === 0 ? '?' : `${value} + ?`;
}

/** What the question marks of a report stand for. */
export function unknownLines({ before, after }: Report, say: Say): string[] {
  const unknown = new Set([...(before.trips.unknown ?? []), ...(after.trips.unknown ?? [])]);
  if (unknown.size === 0) return [];
  return [say('figure.unknown', { figure: say('figure.trips'), count: unknown.size })];
}

/** The blocks alone against the bundle. */
export function figureLines({ before, after }: Report, view: View): string[] {
  const figures = countedFigures.map((name): [string, Figure, Figure] => [
    view.say(`figure.${name}`),
    before[name],
    after[name],
  ]);
  const nothing: Figure = { value: 0, of: [] };
  const currencies = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])].sort();
  for (const currency of currencies) {
    figures.push([
      view.say('figure.fees', { currency }),
      before.fees[currency] ?? nothing,
      after.fees[currency] ?? nothing,
    ]);
  }
  const head: Cell[] = ['', view.say('figure.alone'), view.say('figure.bundle')].map((text) => ({
    text,
    paint: view.style.dim,
  }));
  const counted = figures.filter(([, ...sides]) =>
    sides.some(({ value, unknown }) => value > 0 || unknown !== undefined),
  );
  const rows = counted.map(([label, alone, bundle]): Cell[] => [
    label,
    figureText(alone),
    {
      text: figureText(bundle),
      // What is not known is no saving.
      paint: bundle.value < alone.value && bundle.unknown === undefined ? view.style.green : (text) => text,
    },
  ]);
  return [
    ...table([head, ...rows], { width: view.width, indent: 2, right: [1, 2] }),
    ...unknownLines({ before, after }, view.say).map((line) => `  ${view.style.dim(line)}`),
  ];
}
