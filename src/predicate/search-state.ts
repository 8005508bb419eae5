import { omitUndefined } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import { fieldParts } from '../model/index.js';
import type { Predicate } from '../model/index.js';
import { fieldsOf } from './fields-of.js';

/** A test of one field, of one item where its role repeats. */
export interface Literal {
  field: string;
  schema: JsonSchema;
  item?: string;
}

/** Alternatives, one of which must hold. */
export type Clause = readonly Predicate[];

/** How many items a repeated role may have; `undefined` for a single one. */
export type ItemBounds = (role: string) => { min: number; max: number } | undefined;

/** What has been taken as true so far. */
export interface SearchState {
  /** By field, or by item and field. */
  literals: ReadonlyMap<string, readonly Literal[]>;
  /** The items that are spoken of, role by role. */
  items: ReadonlyMap<string, readonly string[]>;
  /** What every item has to meet, role by role. */
  everys: ReadonlyMap<string, readonly Predicate[]>;
  /** A role with more items spoken of than it may have: two of them could be one. */
  crowded?: string;
  /** Where items are shared: how many times it has been said, role by role, that there is one. */
  somes: ReadonlyMap<string, number>;
}

/**
 * Whether each item that has to exist is one of its own, which is enough where there may be so many; or any of the
 * items that there may be.
 */
export type Items = 'apart' | 'shared';

/** The item that a step with `each` is about: the first one, where items are shared. */
const ownItem = 'item 1';

/** Nothing is taken as true. */
export function emptyState(): SearchState {
  return { literals: new Map(), items: new Map(), everys: new Map(), somes: new Map() };
}

/** The role of a field. */
export function roleOf(field: string): string {
  return fieldParts(field).role;
}

/** What a predicate speaks of, as coarse as is needed to tell that two predicates have nothing in common. */
export function variableOf(predicate: Predicate): Set<string> {
  const found = new Set(fieldsOf(predicate));
  const roles = quantifiedRoles(predicate);
  // Whoever speaks of some items or of all of them has to do with everything that is said of any item.
  if (roles.length > 0) for (const role of [...roles, ...[...found].map(roleOf)]) found.add(`${role}.*`);
  return found;
}

function quantifiedRoles(predicate: Predicate): string[] {
  if (typeof predicate === 'boolean' || 'field' in predicate) return [];
  if ('all' in predicate) return predicate.all.flatMap(quantifiedRoles);
  if ('any' in predicate) return predicate.any.flatMap(quantifiedRoles);
  return ['some' in predicate ? predicate.some : predicate.every];
}

/** Takes everything in that leaves no choice; what leaves one comes back as clauses. Nothing where it is false. */
export function closeState(
  before: SearchState,
  predicates: readonly Predicate[],
  itemsOf: ItemBounds,
  sharing: Items,
): { state: SearchState; clauses: Clause[] } | undefined {
  const literals = new Map(before.literals);
  const items = new Map(before.items);
  const everys = new Map(before.everys);
  const somes = new Map(before.somes);
  const clauses: Clause[] = [];
  let crowded = before.crowded;
  const todo: { predicate: Predicate; item?: string; role?: string }[] = predicates.map((predicate) => ({
    predicate,
  }));
  const addItem = (role: string, name: string): void => {
    const present = items.get(role) ?? [];
    if (present.includes(name)) return;
    items.set(role, [...present, name]);
    if (present.length >= (itemsOf(role)?.max ?? Number.POSITIVE_INFINITY)) crowded = role;
    for (const of of everys.get(role) ?? []) todo.push({ predicate: of, item: name, role });
  };
  for (;;) {
    const next = todo.pop();
    if (next === undefined) {
      const bare = [...everys.keys()].find((role) => !items.has(role) && (itemsOf(role)?.min ?? 1) > 0);
      if (bare === undefined) break;
      addItem(bare, sharing === 'shared' ? ownItem : 'first');
      continue;
    }
    const { predicate, item, role } = next;
    if (predicate === false) return undefined;
    if (predicate === true) continue;
    if ('field' in predicate) {
      const own = roleOf(predicate.field);
      const name = own === role ? item : itemsOf(own) === undefined ? undefined : ownItem;
      if (name !== undefined) addItem(own, name);
      const key = name === undefined ? predicate.field : `${predicate.field} ${name}`;
      const literal = { ...predicate, ...omitUndefined({ item: name }) };
      literals.set(key, [...(literals.get(key) ?? []), literal]);
    } else if ('all' in predicate) {
      for (const part of predicate.all) todo.push({ ...next, predicate: part });
    } else if ('any' in predicate) {
      clauses.push(
        item === undefined ? predicate.any : predicate.any.map((part) => within(part, role!, item)),
      );
    } else if ('some' in predicate) {
      const known = itemName(predicate);
      if (known === undefined && sharing === 'shared') {
        clauses.push(anyItem(predicate.some, predicate.of, somes, itemsOf));
        continue;
      }
      const name = known ?? `another ${(items.get(predicate.some) ?? []).length}`;
      addItem(predicate.some, name);
      todo.push({ predicate: predicate.of, item: name, role: predicate.some });
    } else {
      everys.set(predicate.every, [...(everys.get(predicate.every) ?? []), predicate.of]);
      for (const name of items.get(predicate.every) ?? [])
        todo.push({ predicate: predicate.of, item: name, role: predicate.every });
    }
  }
  return {
    state: { literals, items, everys, somes, ...omitUndefined({ crowded }) },
    clauses,
  };
}

/**
 * The items that may be meant where one is said to exist: whoever comes as the n-th names no more than n others, as the
 * items have no order, besides the one that a step is about.
 */
function anyItem(role: string, of: Predicate, somes: Map<string, number>, itemsOf: ItemBounds): Clause {
  const place = (somes.get(role) ?? 0) + 1;
  somes.set(role, place);
  const count = Math.min(place + 1, itemsOf(role)?.max ?? place + 1);
  return Array.from({ length: count }, (_, index) => within(of, role, `item ${index + 1}`));
}

/** Alternatives about one item keep the item's name until they are taken. */
const named = new WeakMap<object, string>();

function within(predicate: Predicate, role: string, item: string): Predicate {
  const about: Predicate = { some: role, of: predicate };
  named.set(about, item);
  return about;
}

function itemName(predicate: object): string | undefined {
  return named.get(predicate);
}
