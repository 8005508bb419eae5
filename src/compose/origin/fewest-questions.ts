import { appendTo, compareCodeUnits, groupBy } from '../../base/index.js';

/** From all of these keys, all of those. */
export interface Implication {
  given: readonly string[];
  gives: readonly string[];
}

/** What has to be asked, and what follows from it. */
export interface Questions {
  asked: ReadonlySet<string>;
  /** 0 is known or asked; a higher rank follows from lower ones. */
  rank: ReadonlyMap<string, number>;
  /** The fields of which it is not proven that no smaller set of them would do. */
  open: readonly string[];
}

/** How many implications are looked at, for all candidates together, before the smallest set is approached. */
const defaultWork = 2_000_000;

/**
 * The smallest set of needed keys that has to be asked so that everything needed is known, and the order in
 * which the rest follows from it. Candidates that no implication joins are settled apart.
 * @param needed what must be known in the end
 * @param known what is known from the start
 * @param implications what the registries answer
 */
export function fewestQuestions(
  needed: readonly string[],
  known: ReadonlySet<string>,
  implications: readonly Implication[],
  work = defaultWork,
): Questions {
  const sorted = [...needed].sort(compareCodeUnits);
  const givable = new Set(implications.flatMap((implication) => implication.gives));
  const forced = sorted.filter((key) => !known.has(key) && !givable.has(key));
  const whole = inference(implications);
  const base = new Set(whole([...known, ...forced]).keys());
  const candidates = sorted.filter((key) => !base.has(key));
  const asked = new Set(forced);
  const open: string[] = [];
  const budget = { left: work };
  for (const part of apart(candidates, beyond(base, implications))) {
    const found = smallest(part, budget);
    for (const key of found ?? reduced(part)) asked.add(key);
    if (found === undefined) open.push(...part.candidates);
  }
  return { asked, rank: whole([...known, ...asked]), open };
}

/** What can still be answered where all of these are known: the search for what to ask is about nothing else. */
function beyond(base: ReadonlySet<string>, implications: readonly Implication[]): Implication[] {
  const isOpen = (key: string) => !base.has(key);
  return implications
    .map(({ given, gives }) => ({ given: given.filter(isOpen), gives: gives.filter(isOpen) }))
    .filter(({ gives }) => gives.length > 0);
}

interface Part {
  candidates: string[];
  implications: Implication[];
}

/** Candidates and implications in parts that have no key in common. */
function apart(candidates: readonly string[], implications: readonly Implication[]): Part[] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== key) parents.set(key, root);
    return root;
  };
  for (const { given, gives } of implications) {
    const [first, ...others] = [...given, ...gives].map(rootOf);
    for (const other of others)
      if (rootOf(other) !== rootOf(first!)) parents.set(rootOf(other), rootOf(first!));
  }
  const parts = groupBy(candidates, rootOf);
  const joined = groupBy(implications, ({ gives }) => rootOf(gives[0]!));
  return [...parts]
    .map(([root, own]) => ({ candidates: own, implications: joined.get(root) ?? [] }))
    .sort((a, b) => a.candidates.length - b.candidates.length);
}

type Inference = (from: readonly string[]) => Map<string, number>;

/** Works out what follows from some keys, each with the round in which it does. */
function inference(implications: readonly Implication[]): Inference {
  const takers = new Map<string, number[]>();
  const missing = implications.map(({ given }, index) => {
    const keys = new Set(given);
    for (const key of keys) appendTo(takers, key, index);
    return keys.size;
  });
  return (from) => {
    const rank = new Map(from.map((key) => [key, 0]));
    const left = [...missing];
    let firing = left.flatMap((count, index) => (count === 0 ? [index] : []));
    let reached: readonly string[] = [...rank.keys()];
    for (let round = 1; ; round++) {
      for (const key of reached) {
        for (const index of takers.get(key) ?? []) if (--left[index]! === 0) firing.push(index);
      }
      if (firing.length === 0) return rank;
      const gives = new Set(firing.flatMap((index) => implications[index]!.gives));
      reached = [...gives].filter((key) => !rank.has(key));
      for (const key of reached) rank.set(key, round);
      firing = [];
    }
  };
}

/** By size, then by name: the first set of the smallest size from which everything follows. Nothing past the work. */
function smallest({ candidates, implications }: Part, budget: { left: number }): string[] | undefined {
  const infer = inference(implications);
  for (let size = 0; size < candidates.length; size++) {
    for (const chosen of subsets(candidates, size)) {
      if ((budget.left -= implications.length + 1) < 0) return undefined;
      const reached = infer(chosen);
      if (candidates.every((key) => reached.has(key))) return chosen;
    }
  }
  return candidates;
}

/** In the order of the keys, without recursion. */
function* subsets(keys: readonly string[], size: number): Generator<string[]> {
  const places = Array.from({ length: size }, (_, index) => index);
  while (true) {
    yield places.map((place) => keys[place]!);
    let last = size - 1;
    while (last >= 0 && places[last] === keys.length - size + last) last--;
    if (last < 0) return;
    places[last]! += 1;
    for (let next = last + 1; next < size; next++) places[next] = places[next - 1]! + 1;
  }
}

/** Asks everything, then drops one key after the other where the rest still gives it. */
function reduced({ candidates, implications }: Part): string[] {
  const infer = inference(implications);
  let chosen = candidates;
  for (const key of [...candidates].reverse()) {
    const without = chosen.filter((other) => other !== key);
    if (infer(without).has(key)) chosen = without;
  }
  return chosen;
}
