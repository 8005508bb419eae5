import type { JsonObject, JsonValue } from '../../../src/base/index.js';

/** What a registry holds: everything, nothing, only some of what it gives, or it does not answer. */
export type Holdings = 'all' | 'nothing' | 'down' | { some: readonly string[] };

/** What an authority decides. `return`: it returns the case once, and approves then. */
export type Decision = 'approve' | 'reject' | 'return' | 'withdraw';

/** Everything that is so: what applicants, registries and authorities say follows from it. */
export interface World {
  /** The day and hour on which the applicant applies. */
  start: string;
  /** The true value of each element, by role; of a repeated role, a list of items. */
  values: Record<string, JsonObject | JsonObject[]>;
  /** What the applicant chooses, by name of use. */
  choices: Record<string, boolean>;
  /** Optional fields and materials that the applicant leaves blank, by key ("child.name", "lease of owner"). */
  declined: readonly string[];
  /** Materials that the applicant lets follow where that is allowed, by key. */
  deferred: readonly string[];
  /** Materials of which what the applicant declares instead is not so, by key. */
  untrue?: readonly string[];
  /** By id of registry; left out: all. */
  registries: Record<string, Holdings>;
  /** By key of step ("registration", "registration[a]") or name of use; left out: approve. */
  decisions: Record<string, Decision>;
  /** What is composed in, and so neither asked nor looked up: names of places, and of choices after "choice ". */
  composedIn?: ReadonlySet<string>;
}

/** One element or material of one role or item. */
export interface Place {
  role: string;
  /** The position of the item in a repeated role. */
  item?: number;
  /** An element, or a material. */
  name: string;
  kind: 'field' | 'material';
}

/** A text for each place, by which places are compared. */
export function placeName({ role, item, name, kind }: Place): string {
  const holder = item === undefined ? role : `${role}[${item}]`;
  return kind === 'field' ? [holder, name].join('.') : [name, holder].join(' of ');
}

/** The items of a repeated role. */
export function itemsOf(world: World, role: string): JsonObject[] {
  const items = world.values[role];
  return Array.isArray(items) ? items : [];
}

/** The key of an item: what the world says, or its position. */
export function keyOfItem(world: World, role: string, item: number): string {
  const key = itemsOf(world, role)[item]?.['$key'];
  return typeof key === 'string' ? key : String(item);
}

/** The true value of a field. */
export function trueValue(world: World, { role, item, name }: Place): JsonValue | undefined {
  const holder = item === undefined ? world.values[role] : itemsOf(world, role)[item];
  if (holder === undefined || Array.isArray(holder)) return undefined;
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
