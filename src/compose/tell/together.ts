import { all, fieldsOf } from '../../predicate/index.js';
import { leavesOf } from '../bind/bound.js';
import type { BoundBundle, BoundUse } from '../bind/bound.js';
import { possibleIn } from '../bind/possible.js';
import { daysOf } from '../order/order.js';

/** So many pairs of uses are looked at; further ones count as if they could take place together. */
const mostPairs = 2_000;

/** So many uses that exclude one another are weighed exactly; of more, each is taken that the heavier ones leave. */
const mostExact = 12;

/**
 * The uses of one application: of those that exclude each other (alternatives of a `oneOf`, uses with conditions that
 * never hold together) the ones that take longest, then the ones that take most.
 */
export function usesTogether(bound: BoundBundle, uses: readonly BoundUse[]): BoundUse[] {
  const conflicts = conflictsAmong(bound, uses);
  if (conflicts.size === 0) return [...uses];
  const kept = new Set(uses.filter((use) => !conflicts.has(use)));
  for (const group of connected(conflicts)) for (const use of heaviest(group, conflicts)) kept.add(use);
  return uses.filter((use) => kept.has(use));
}

type Conflicts = ReadonlyMap<BoundUse, ReadonlySet<BoundUse>>;

function conflictsAmong(bound: BoundBundle, uses: readonly BoundUse[]): Conflicts {
  const conflicts = new Map<BoundUse, Set<BoundUse>>();
  const add = (a: BoundUse, b: BoundUse): void => {
    conflicts.set(a, (conflicts.get(a) ?? new Set()).add(b));
  };
  const open = uses.filter(({ guard, alternativeOf }) => guard !== true || alternativeOf !== undefined);
  const fields = new Map(open.map((use) => [use, fieldsOf(use.guard)]));
  let pairs = 0;
  for (const [index, a] of open.entries()) {
    for (const b of open.slice(index + 1)) {
      if (pairs >= mostPairs) return conflicts;
      if (!isAlternative(a, b)) {
        if (![...fields.get(a)!].some((field) => fields.get(b)!.has(field))) continue;
        pairs += 1;
        if (possibleIn(bound, all(a.guard, b.guard)).verdict !== 'no') continue;
      }
      add(a, b);
      add(b, a);
    }
  }
  return conflicts;
}

function isAlternative({ alternativeOf: a }: BoundUse, { alternativeOf: b }: BoundUse): boolean {
  return a !== undefined && b !== undefined && a.group === b.group && a.index !== b.index;
}

/** The uses that exclude one another, directly or by way of others. */
function connected(conflicts: Conflicts): BoundUse[][] {
  const seen = new Set<BoundUse>();
  const groups: BoundUse[][] = [];
  for (const start of conflicts.keys()) {
    if (seen.has(start)) continue;
    const group: BoundUse[] = [];
    const waiting = [start];
    seen.add(start);
    for (let use = waiting.pop(); use !== undefined; use = waiting.pop()) {
      group.push(use);
      for (const other of conflicts.get(use)!) {
        if (seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Of uses that exclude one another, those that can take place together and weigh most. */
function heaviest(group: readonly BoundUse[], conflicts: Conflicts): BoundUse[] {
  const weighed = group
    .map((use) => ({ use, weight: weightOf(use) }))
    .sort((a, b) => b.weight - a.weight || Number(a.use.name > b.use.name) - 0.5);
  const isFree = (use: BoundUse, chosen: readonly BoundUse[]): boolean =>
    chosen.every((other) => !conflicts.get(use)!.has(other));
  if (weighed.length > mostExact) {
    return weighed.reduce<BoundUse[]>(
      (chosen, { use }) => (isFree(use, chosen) ? [...chosen, use] : chosen),
      [],
    );
  }
  let best: { total: number; chosen: BoundUse[] } = { total: -1, chosen: [] };
  const weigh = (index: number, total: number, chosen: BoundUse[]): void => {
    const next = weighed[index];
    if (next === undefined) {
      if (total > best.total) best = { total, chosen };
      return;
    }
    if (isFree(next.use, chosen)) weigh(index + 1, total + next.weight, [...chosen, next.use]);
    weigh(index + 1, total, chosen);
  };
  weigh(0, 0, []);
  return best.chosen;
}

/** Longer before richer; a use that costs nothing counts all the same. */
function weightOf(use: BoundUse): number {
  return daysOf(use) * 1_000_000 + [...leavesOf(use.demands)].length + 1;
}
