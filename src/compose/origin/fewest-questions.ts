import { compareCodeUnits } from '../../base/index.js';

/** From all of these keys, all of those. */
export interface Implication {
  given: readonly string[];
  gives: readonly string[];
}

/** Beyond this many candidates the smallest set is approached, not proven. */
const exactLimit = 18;

/**
 * The smallest set of needed keys that has to be asked so that everything needed is known, and the order in
 * which the rest follows from it.
 * @param needed what must be known in the end
 * @param known what is known from the start
 * @param implications what the registries answer
 * @returns the rank of each key: 0 is known or asked; a higher rank follows from lower ones
 */
export function fewestQuestions(
  needed: readonly string[],
  known: ReadonlySet<string>,
  implications: readonly Implication[],
): { asked: ReadonlySet<string>; rank: ReadonlyMap<string, number> } {
  const sorted = [...needed].sort(compareCodeUnits);
  const givable = new Set(implications.flatMap((implication) => implication.gives));
  const forced = sorted.filter((key) => !known.has(key) && !givable.has(key));
  const base = closure(new Set([...known, ...forced]), implications);
  const open = sorted.filter((key) => !base.has(key));
  const left = beyond(base, implications);
  const extra = open.length <= exactLimit ? smallest(open, left) : reduced(open, left);
  const asked = new Set([...forced, ...extra]);
  return { asked, rank: ranks(new Set([...known, ...asked]), implications) };
}

/** What can still be answered where all of these are known: the search for what to ask is about nothing else. */
function beyond(base: ReadonlySet<string>, implications: readonly Implication[]): Implication[] {
  const isOpen = (key: string) => !base.has(key);
  return implications
    .map(({ given, gives }) => ({ given: given.filter(isOpen), gives: gives.filter(isOpen) }))
    .filter(({ gives }) => gives.length > 0);
}

function closure(from: ReadonlySet<string>, implications: readonly Implication[]): Set<string> {
  return new Set(ranks(from, implications).keys());
}

/** Each key with the round in which it follows. */
function ranks(from: ReadonlySet<string>, implications: readonly Implication[]): Map<string, number> {
  const rank = new Map<string, number>([...from].map((key) => [key, 0]));
  let pending = [...implications];
  for (let round = 1; pending.length > 0; round++) {
    const firing = pending.filter(({ given }) => given.every((key) => rank.has(key)));
    if (firing.length === 0) break;
    pending = pending.filter((implication) => !firing.includes(implication));
    const found = firing.flatMap(({ gives }) => gives).filter((key) => !rank.has(key));
    for (const key of found) rank.set(key, round);
  }
  return rank;
}

/** By size, then by name: the first set of the smallest size from which everything open follows. */
function smallest(open: readonly string[], implications: readonly Implication[]): string[] {
  for (let size = 0; size < open.length; size++) {
    for (const chosen of subsets(open, size, 0)) {
      const reached = closure(new Set(chosen), implications);
      if (open.every((key) => reached.has(key))) return chosen;
    }
  }
  return [...open];
}

function* subsets(keys: readonly string[], size: number, from: number): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= keys.length - size; index++) {
    for (const rest of subsets(keys, size - 1, index + 1)) yield [keys[index]!, ...rest];
  }
}

/** Asks everything, then drops one key after the other where the rest still gives it. */
function reduced(open: readonly string[], implications: readonly Implication[]): string[] {
  let chosen = [...open];
  for (const key of [...open].reverse()) {
    const without = chosen.filter((other) => other !== key);
    if (closure(new Set(without), implications).has(key)) chosen = without;
  }
  return chosen;
}
