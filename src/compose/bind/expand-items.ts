import { byKey, isObject, own } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { itemName, keyOfItem, keyOfRole, roleOfKey } from '../../model/index.js';
import type { Predicate } from '../../model/index.js';
import { all, any } from '../../predicate/index.js';
import type { BoundAct } from './bound-act.js';
import type { BoundBundle, BoundRole, BoundUse, Demand } from './bound.js';
import { renameChecks } from './checks-of.js';
import { mapBundle, mapCondition, mapConditions } from './conditions.js';
import { testsItem } from './scope.js';

/** One item, with the role that stands for it. */
interface Item {
  key: string;
  role: BoundRole;
}

/**
 * The bundle with a role for each item that the facts name, `child[anna]`, and a use for each: so that everything that is
 * worked out for single roles holds for each item by itself. The list of the facts is the whole list.
 */
export function expandItems(bound: BoundBundle, facts: JsonObject): BoundBundle {
  let expanded = bound;
  for (const role of bound.roles.values()) {
    const list = own(facts, role.name);
    if (role.many === undefined || !Array.isArray(list)) continue;
    const items = list.map((item, index): Item => {
      const key = keyOfItem(isObject(item) ? item : undefined, index);
      const { many: _, ...rest } = role;
      const name = itemName(role.name, key);
      return { key, role: { ...rest, name, itemOf: { role: role.name, key, index } } };
    });
    expanded = expandRole(expanded, role.name, items);
  }
  return expanded;
}

function expandRole(bound: BoundBundle, role: string, items: readonly Item[]): BoundBundle {
  const names = items.map((item) => item.role.name);
  const roles = new Map(bound.roles);
  roles.set(role, { ...roles.get(role)!, items: names });
  for (const item of items) roles.set(item.role.name, item.role);
  const ofAll = <T>(
    list: readonly T[],
    predicateOf: (one: T) => Predicate,
    of: (one: T, item: string) => T,
  ) =>
    list.flatMap((one) => (testsItem(predicateOf(one), role) ? names.map((name) => of(one, name)) : [one]));
  const spread: BoundBundle = {
    ...bound,
    roles,
    uses: bound.uses.flatMap((use) => usesOf(use, role, items)).sort(byKey(({ name }) => name)),
    known: new Map([...bound.known].flatMap(([key, at]) => keysOf(key, role, names).map((one) => [one, at]))),
    conditions: ofAll(
      bound.conditions,
      ({ predicate }) => predicate,
      (one, item) => mapCondition(one, (predicate) => about(predicate, role, item)),
    ),
    eligibility: ofAll(
      bound.eligibility,
      ({ require }) => require,
      (one, item) => ({ ...one, require: about(one.require, role, item) }),
    ),
    oneOfs: bound.oneOfs.flatMap((oneOf) => {
      const predicates = [oneOf.within, ...oneOf.alternatives.map(({ guard }) => guard)];
      if (!predicates.some((predicate) => testsItem(predicate, role))) return [oneOf];
      return items.map((item) => ({
        ...oneOf,
        within: about(oneOf.within, role, item.role.name),
        alternatives: oneOf.alternatives.map((one) => ({
          ...one,
          name: itemName(one.name, item.key),
          guard: about(one.guard, role, item.role.name),
        })),
      }));
    }),
  };
  return mapBundle(spread, (predicate) => ofItems(predicate, role, names));
}

/** The keys of a field or material of every item; of an empty list, that of the role itself. */
function keysOf(key: string, role: string, names: readonly string[]): string[] {
  if (roleOfKey(key) !== role || names.length === 0) return [key];
  return names.map((name) => keyOfRole(key, name));
}

/** What is said of some or all items, said of each of them. */
function ofItems(predicate: Predicate, role: string, names: readonly string[]): Predicate {
  if (typeof predicate === 'boolean' || 'field' in predicate) return predicate;
  if ('all' in predicate) return all(...predicate.all.map((part) => ofItems(part, role, names)));
  if ('any' in predicate) return any(...predicate.any.map((part) => ofItems(part, role, names)));
  const { of } = predicate;
  const quantified = 'some' in predicate ? predicate.some : predicate.every;
  if (quantified !== role) return predicate;
  const parts = names.map((name) => about(of, role, name));
  return 'some' in predicate ? any(...parts) : all(...parts);
}

/** What is said of the item of a role, said of one item. */
function about(predicate: Predicate, role: string, item: string): Predicate {
  if (typeof predicate === 'boolean') return predicate;
  if ('all' in predicate) return all(...predicate.all.map((part) => about(part, role, item)));
  if ('any' in predicate) return any(...predicate.any.map((part) => about(part, role, item)));
  if (!('field' in predicate) || roleOfKey(predicate.field) !== role) return predicate;
  return { ...predicate, field: keyOfRole(predicate.field, item) };
}

/** A use for each item; of an empty list none takes place. */
function usesOf(use: BoundUse, role: string, items: readonly Item[]): BoundUse[] {
  if (use.each !== role) return [withAllItems(use, role, items)];
  if (items.length === 0) return [{ ...use, guard: false }];
  return items.map((item) => useFor(use, role, item));
}

/** A use that is done once takes and yields what it takes and yields of every item. */
function withAllItems(use: BoundUse, role: string, items: readonly Item[]): BoundUse {
  if (items.length === 0) return use;
  const names = items.map((item) => item.role.name);
  const spread = <T extends { key: string; role: string }>(one: T): T[] =>
    one.role === role ? names.map((name) => ({ ...one, role: name, key: keyOfRole(one.key, name) })) : [one];
  const ofDemands = (demands: readonly Demand[]): Demand[] =>
    demands.flatMap((demand): Demand[] =>
      demand.kind === 'choice' ? [{ ...demand, groups: demand.groups.map(ofDemands) }] : spread(demand),
    );
  return { ...use, demands: ofDemands(use.demands), outputs: use.outputs.flatMap(spread) };
}

/** The use as it is done for one item. */
function useFor(use: BoundUse, role: string, { key, role: { name: item } }: Item): BoundUse {
  const renamed = <T extends { key: string; role: string }>(one: T): T =>
    one.role === role ? { ...one, role: item, key: keyOfRole(one.key, item) } : one;
  const named = mapConditions(use, (predicate) => about(predicate, role, item));
  const { each: _, ...rest } = named;
  const name = itemName(use.name, key);
  const ofDemand = (demand: Demand): Demand =>
    demand.kind === 'choice'
      ? {
          ...demand,
          id: `${name}${demand.id.slice(use.name.length)}`,
          groups: demand.groups.map((group) => group.map(ofDemand)),
        }
      : renamed(demand);
  const { alternativeOf } = use;
  return {
    ...rest,
    name,
    item: { role, key, of: use.name },
    roles: new Map([...use.roles].map(([own, bound]) => [own, bound === role ? item : bound])),
    ...(alternativeOf === undefined
      ? {}
      : { alternativeOf: { ...alternativeOf, group: itemName(alternativeOf.group, key) } }),
    demands: renameChecks(named.demands.map(ofDemand), (step) => itemName(step, key)),
    outputs: named.outputs.map(renamed),
    acts: named.acts.map((act) => actFor(act, role, item, key)),
    apply: named.apply.map((apply) => ({
      ...apply,
      after: apply.after.role === role ? { ...apply.after, role: item } : apply.after,
    })),
  };
}

function actFor(act: BoundAct, role: string, item: string, key: string): BoundAct {
  const { at, transfer } = act;
  return {
    ...act,
    ...(at?.role === role ? { at: { ...at, role: item, key: keyOfRole(at.key, item) } } : {}),
    ...(transfer === undefined ? {} : { transfer: { ...transfer, step: itemName(transfer.step, key) } }),
  };
}
