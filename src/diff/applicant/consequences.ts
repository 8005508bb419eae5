import {
  canonicalJson,
  compareCodeUnits,
  omitUndefined,
  roundToHundredths,
  setOwn,
} from '../../base/index.js';
import { caseFacts } from '../../compose/index.js';
import type { BundleConsequences, FigureChange, Text } from '../../model/index.js';
import { compositionOf } from '../../plan/index.js';
import type { Comparison } from '../comparison.js';
import { figuresOf } from './figures.js';
import type { FigureItems } from './figures.js';
import { comparedSituations } from './situations.js';

/** How far the consequences for applicants are followed. */
export interface ConsequenceOptions {
  /** How many situations of a bundle are compared. Left out: 64. */
  situations?: number;
}

/** What applicants notice: the figures of both versions, in every situation that what has changed tells apart. */
export function consequencesOf(comparison: Comparison, options: ConsequenceOptions = {}): BundleConsequences {
  const { old: before, new: after } = comparison;
  const { total, exact, by, facts } = comparedSituations(comparison, options.situations ?? 64);
  const found = new Map<string, FigureChange>();
  const [figuresBefore, figuresAfter] = [figuresOf(before), figuresOf(after)];
  for (const applicant of facts) {
    const shaped = caseFacts(applicant);
    const [was, is] = [figuresBefore(shaped), figuresAfter(shaped)];
    for (const figure of [...new Set([...was.keys(), ...is.keys()])].sort(compareCodeUnits)) {
      const change = figureChange(figure, was.get(figure) ?? none, is.get(figure) ?? none);
      if (change === undefined) continue;
      const key = canonicalJson(change);
      const present = found.get(key);
      if (present === undefined) found.set(key, { ...change, situations: 1, facts: applicant });
      else present.situations += 1;
    }
  }
  const { title, id } = after.bound.bundle;
  return {
    bundle: id,
    ...omitUndefined({ title }),
    situations: { total, exact, by, compared: facts.length },
    figures: [...found.values()],
    ...titlesOf(comparison, [...found.values()]),
  };
}

const none: FigureItems = new Map();

/** What people call what the figures name, as the new version says it, or else the old one. */
function titlesOf({ old: before, new: after }: Comparison, figures: readonly FigureChange[]) {
  const named = new Set(figures.flatMap(({ more, fewer }) => [...more, ...fewer]));
  const titles: Record<string, Text> = {};
  for (const side of [before, after]) {
    const { steps } = compositionOf(side).plan;
    for (const [name, title] of [
      ...side.fields.map(({ field, title }) => [field, title] as const),
      ...side.materials.map(({ material, title }) => [material, title] as const),
      ...steps.map(({ id, title }) => [id, title] as const),
    ])
      if (title !== undefined && named.has(name)) setOwn(titles, name, title);
  }
  return Object.keys(titles).length === 0 ? {} : { titles };
}

/** No fee is that large; larger numbers could not be subtracted and rounded. */
const mostCounted = 1e15;

function figureChange(
  figure: string,
  was: FigureItems,
  is: FigureItems,
): Omit<FigureChange, 'situations' | 'facts'> | undefined {
  const sum = (items: FigureItems) =>
    Math.min(
      [...items.values()].reduce((total, one) => total + one, 0),
      mostCounted,
    );
  const difference = roundToHundredths(sum(is) - sum(was));
  const more = [...is.keys()].filter((name) => !was.has(name)).sort(compareCodeUnits);
  const fewer = [...was.keys()].filter((name) => !is.has(name)).sort(compareCodeUnits);
  if (difference === 0 && more.length === 0 && fewer.length === 0) return undefined;
  return { figure, difference, more, fewer };
}
