import { compareCodeUnits } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { isMaterialKey } from '../../model/index.js';
import type { MaterialChoice } from '../../model/index.js';
import type { Demand } from '../bind/bound.js';
import { leavesOf } from '../bind/bound.js';
import type { ChoiceNeed, Needs } from './needs.js';
import type { Origins } from '../origin/origin.js';
import { listOf } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';

/** Up to this many combinations of choices that hang together the smallest set is found by looking at each. */
export const exactCombinations = 4096;

/** A material costs the applicant more than any number of questions. */
const materialCost = 1000;

export interface ChosenAlternatives {
  choices: MaterialChoice[];
  /** The choices that hang together in so many combinations that it is not proven that no other costs less. */
  open: readonly ChoiceNeed[];
}

/** Sixth station: of the alternatives, the ones that cost the applicant least over the whole bundle. */
export function chooseAlternatives(
  catalogue: LoadedCatalogue,
  needs: Needs,
  origins: Origins,
): ChosenAlternatives {
  const elsewhere = new Set(
    needs.needs
      .filter(({ choice, asked, leaf }) => choice === undefined && asked !== false && !leaf.optional)
      .map(({ leaf }) => leaf.key),
  );
  const choices = needs.choices.map((need) => ({
    need,
    groups: need.choice.groups.map((group) => askedKeys(need, group, origins)),
  }));
  const { picked, open } = pick(
    choices.map(({ groups }) => groups),
    elsewhere,
  );
  const described = choices.map(({ need, groups }, index): MaterialChoice => {
    const recommended = picked[index]!;
    const others = new Set([
      ...elsewhere,
      ...choices.flatMap((other, at) => (at === index ? [] : other.groups[picked[at]!]!)),
    ]);
    return {
      id: need.choice.id,
      step: need.use.name,
      ...(need.guard === true ? {} : { when: need.guard }),
      groups: need.choice.groups.map((group) => [...new Set([...leavesOf(group)].map(({ key }) => key))]),
      recommended,
      because: reasonFor(groups[recommended]!, others),
      at: catalogue.locate(need.choice.at),
    };
  });
  return { choices: described, open: open.map((index) => choices[index]!.need) };
}

/** The keys of a group that nothing supplies in every situation. */
function askedKeys(need: ChoiceNeed, group: readonly Demand[], origins: Origins): string[] {
  const keys = [...leavesOf(group)]
    .filter((leaf) => !leaf.optional)
    .filter((leaf) => origins.uncovered(leaf.guard, origins.sourcesFor(need.use, leaf)) !== false)
    .map(({ key }) => key);
  return [...new Set(keys)].sort(compareCodeUnits);
}

function costOf(keys: ReadonlySet<string>): number {
  let cost = 0;
  for (const key of keys) cost += isMaterialKey(key) ? materialCost : 1;
  return cost;
}

type Groups = readonly string[][];

/** One group for each choice, of least cost together; choices that have no key in common are settled apart. */
function pick(
  choices: readonly Groups[],
  elsewhere: ReadonlySet<string>,
): { picked: number[]; open: number[] } {
  const picked = choices.map(() => 0);
  const open: number[] = [];
  for (const part of apart(choices, elsewhere)) {
    const own = part.map((index) => choices[index]!);
    const combinations = own.reduce((product, groups) => product * groups.length, 1);
    const isFew = combinations <= exactCombinations;
    const found = isFew ? pickExactly(own, combinations, elsewhere) : pickGreedily(own, elsewhere);
    part.forEach((index, place) => (picked[index] = found[place]!));
    if (!isFew) open.push(...part);
  }
  return { picked, open };
}

/** The places of the choices, in parts that share no key that somebody has to give for them alone. */
function apart(choices: readonly Groups[], elsewhere: ReadonlySet<string>): number[][] {
  const parts: { keys: Set<string>; places: number[] }[] = [];
  for (const [place, groups] of choices.entries()) {
    const merged = { keys: new Set(groups.flat().filter((key) => !elsewhere.has(key))), places: [place] };
    for (const part of parts.filter(({ keys }) => [...merged.keys].some((key) => keys.has(key)))) {
      parts.splice(parts.indexOf(part), 1);
      for (const key of part.keys) merged.keys.add(key);
      merged.places.unshift(...part.places);
    }
    parts.push(merged);
  }
  return parts.map(({ places }) => places.sort((a, b) => a - b));
}

/** The first combination of least cost, in the author's order. */
function pickExactly(
  choices: readonly Groups[],
  combinations: number,
  elsewhere: ReadonlySet<string>,
): number[] {
  let best: number[] = choices.map(() => 0);
  let bestCost = Number.POSITIVE_INFINITY;
  const current = choices.map(() => 0);
  for (let count = 0; count < combinations; count++) {
    const keys = new Set(
      choices.flatMap((groups, index) => groups[current[index]!]!).filter((key) => !elsewhere.has(key)),
    );
    const cost = costOf(keys);
    if (cost < bestCost) {
      bestCost = cost;
      best = [...current];
    }
    for (let index = choices.length - 1; index >= 0; index--) {
      current[index]! += 1;
      if (current[index]! < choices[index]!.length) break;
      current[index] = 0;
    }
  }
  return best;
}

function pickGreedily(choices: readonly Groups[], elsewhere: ReadonlySet<string>): number[] {
  const taken = new Set(elsewhere);
  return choices.map((groups) => {
    const costs = groups.map((group) => costOf(new Set(group.filter((key) => !taken.has(key)))));
    const best = costs.indexOf(Math.min(...costs));
    for (const key of groups[best]!) taken.add(key);
    return best;
  });
}

function reasonFor(keys: readonly string[], others: ReadonlySet<string>): Message {
  if (keys.length === 0) return tell('alternative.free');
  const shared = keys.filter((key) => others.has(key));
  if (shared.length === keys.length) return tell('alternative.shared', { materials: listOf(keys, 'comma') });
  const added = keys.filter((key) => !others.has(key));
  return tell('alternative.adds', { materials: listOf(added, 'comma') });
}
