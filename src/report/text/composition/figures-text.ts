import type { Figure, Figures, Report } from '../../../model/index.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
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
  const counted = figures.filter(([, alone, bundle]) => alone.value > 0 || bundle.value > 0);
  const rows = counted.map(([label, alone, bundle]): Cell[] => [
    label,
    String(alone.value),
    { text: String(bundle.value), paint: bundle.value < alone.value ? view.style.green : (text) => text },
  ]);
  return table([head, ...rows], { width: view.width, indent: 2, right: [1, 2] });
}
