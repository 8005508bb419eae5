import type { JsonObject } from '../../base/index.js';
import { conditionsOf, partRules } from '../../compose/index.js';
import type { BoundBundle, BoundUse, ComposedBundle, UseCondition } from '../../compose/index.js';
import { roleOfKey } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any, fieldsOf, keyOf, not } from '../../predicate/index.js';
import { situationsOf } from '../../prove/index.js';
import type { Situations } from '../../prove/index.js';
import { isSame } from '../comparison.js';
import type { Comparison } from '../comparison.js';
import { joinedFacts } from './figures.js';

/** Applicants, one for each situation that is compared. */
export interface ComparedSituations {
  /** How many there are, as a decimal number. */
  total: string;
  /** All of them are compared, and no two of them are one. */
  exact: boolean;
  /** What tells them apart: every condition that hangs together with what has changed, or only what has changed. */
  by: 'conditions' | 'changes';
  /** By field. */
  facts: JsonObject[];
}

/**
 * The situations in which the versions may differ. Conditions that nothing of what has changed rests on multiply all
 * numbers alike, and are left out. Where there are too many, situations in which the same changes hold are one.
 */
export function comparedSituations(comparison: Comparison, most: number): ComparedSituations {
  const regions = changedRegions(comparison);
  const touched = new Set(
    regions.flatMap((region) => [...fieldsOf(region)].flatMap((field) => [field, roleOfKey(field)])),
  );
  const joint = jointBound(comparison);
  const byConditions = productOf(situationsOf(joint, { most }), touched, most);
  if (byConditions.exact) return { ...byConditions, by: 'conditions' };
  const uses = regions.map((guard, index) => ({ ...bare, name: `change-${index}`, guard }));
  const byChanges = productOf(situationsOf({ ...joint, uses, eligibility: [] }, { most }), touched, most);
  return { ...byChanges, by: 'changes' };
}

function productOf(
  { groups }: Situations,
  touched: ReadonlySet<string>,
  most: number,
): Omit<ComparedSituations, 'by'> {
  const telling = groups.filter(({ fields }) =>
    fields.some((field) => touched.has(field) || touched.has(roleOfKey(field))),
  );
  const total = telling.reduce((product, { count }) => product * BigInt(count), 1n);
  let parts: JsonObject[][] = [[]];
  // Of a group that cannot be listed everything is left open: what may take place is compared.
  for (const { listed } of telling.filter(({ listed }) => listed.length > 0))
    parts = parts.flatMap((before) => listed.map(({ facts }) => [...before, facts])).slice(0, most);
  return {
    total: String(total),
    exact: telling.every(({ exact }) => exact) && total <= BigInt(most),
    facts: parts.map(joinedFacts),
  };
}

/** Both versions as one: what either tells apart is told apart. */
function jointBound({ old: before, new: after }: Comparison): BoundBundle {
  return {
    ...after.bound,
    roles: new Map([...before.bound.roles, ...after.bound.roles]),
    uses: [...after.bound.uses, ...before.bound.uses],
    eligibility: [...after.bound.eligibility, ...before.bound.eligibility],
  };
}

const bare = {
  block: { kind: 'block', id: 'change', roles: {} } as const,
  file: '',
  roles: new Map<string, string>(),
  choice: false,
  at: [],
  demands: [],
  outputs: [],
  eligibility: [],
  waits: [],
  pauses: [],
  acts: [],
  variants: [],
  results: [],
  apply: [],
} satisfies Omit<BoundUse, 'name' | 'guard'>;

/** When something that applicants notice differs: what is asked, what takes place, what it costs, what waits. */
function changedRegions({ old: before, new: after }: Comparison): Predicate[] {
  const regions = new Map<string, Predicate>();
  const note = (...predicates: Predicate[]) => {
    for (const predicate of predicates)
      if (typeof predicate !== 'boolean') regions.set(keyOf(predicate), predicate);
  };
  const differing = (was: ReadonlyMap<string, Predicate>, is: ReadonlyMap<string, Predicate>) => {
    let found = false;
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [from, to] = [was.get(key) ?? false, is.get(key) ?? false];
      if (keyOf(from) === keyOf(to)) continue;
      note(all(from, not(to)), all(to, not(from)));
      found = true;
    }
    return found;
  };
  differing(askedByKey(before), askedByKey(after));
  let takesOtherTime = differing(waitsByKey(before), waitsByKey(after));
  const [was, is] = [before, after].map(({ bound }) => new Map(bound.uses.map((use) => [use.name, use])));
  for (const name of new Set([...was!.keys(), ...is!.keys()])) {
    const [from, to] = [was!.get(name), is!.get(name)];
    if (isSame(costOf(from), costOf(to))) continue;
    note(from?.guard ?? false, to?.guard ?? false, ...situationsIn(from), ...situationsIn(to));
    takesOtherTime ||= !isSame(timeOf(from), timeOf(to));
  }
  // How long the whole takes rests on everything on the longest chain.
  if (takesOtherTime)
    for (const { bound, order } of [before, after])
      note(
        ...bound.uses.filter(({ name }) => order.criticalPath.steps.includes(name)).map(({ guard }) => guard),
      );
  return [...regions.values()];
}

function askedByKey({ needs }: ComposedBundle): Map<string, Predicate> {
  const found = new Map<string, Predicate>();
  const add = (key: string, when: Predicate) => found.set(key, any(found.get(key) ?? false, when));
  for (const { leaf, asked } of needs.needs) add(leaf.key, asked);
  for (const { field, asked } of needs.questions) add(field, asked);
  return found;
}

function waitsByKey({ edges }: ComposedBundle): Map<string, Predicate> {
  const found = new Map<string, Predicate>();
  for (const { from, to, data } of edges) {
    const key = `${from} ${to}`;
    found.set(key, any(found.get(key) ?? false, data.when));
  }
  return found;
}

/** What a step costs an applicant, and when it takes place. */
function costOf(use: BoundUse | undefined): unknown {
  if (use === undefined) return null;
  const { authority, fee, channels } = use.block;
  return [keyOf(use.guard), authority, fee, channels, timeOf(use)].map((part) => part ?? null);
}

/** The limits of a step in every situation, and what passing things on takes. */
function timeOf(use: BoundUse | undefined): unknown {
  if (use === undefined) return null;
  return [
    use.block.time ?? null,
    use.variants.map(({ variant: { time, channels } }) => [time ?? null, channels ?? null]),
    use.acts.map(({ transfer }) => [transfer?.by ?? null, transfer?.time ?? null]),
    costConditions(use).map(({ part, of, predicate }) => [part, of, keyOf(predicate)]),
  ];
}

/** What tells apart where other limits, other ways to apply or other places hold. */
function situationsIn(use: BoundUse | undefined): Predicate[] {
  if (use === undefined) return [];
  return costConditions(use).map(({ around, predicate }) => all(use.guard, around, predicate));
}

function costConditions(use: BoundUse): UseCondition[] {
  return conditionsOf(use).filter(({ part }) => partRules[part].costs);
}
