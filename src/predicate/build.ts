import { canonicalJson, compareCodeUnits, groupBy, isObject } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type { Predicate } from '../model/index.js';
import { implies, listedValues } from './implies.js';
import { portableSchema } from '../schema/index.js';
import { keyOf } from './key-of.js';

/** Members are compared with each other up to this many; a longer list is kept as it is. */
const absorptionLimit = 48;

/** The value of a field meets a schema. */
export function test(field: string, schema: JsonSchema): Predicate {
  return schema === true ? true : { field, schema: portableSchema(schema) };
}

/** All of the predicates hold. Flattened, sorted, each once; what follows from another part is left out. */
export function all(...parts: readonly Predicate[]): Predicate {
  return combine('all', parts);
}

/** One of the predicates holds. */
export function any(...parts: readonly Predicate[]): Predicate {
  return combine('any', parts);
}

const negations = new WeakMap<object, Predicate>();

/** The predicate does not hold. Negation goes down to the tests: an unknown field stays open either way. */
export function not(predicate: Predicate): Predicate {
  if (typeof predicate === 'boolean') return !predicate;
  let negation = negations.get(predicate);
  if (negation === undefined) {
    negation = denied(predicate);
    negations.set(predicate, negation);
  }
  return negation;
}

function denied(predicate: Exclude<Predicate, boolean>): Predicate {
  if ('field' in predicate) return { field: predicate.field, schema: negated(predicate.schema) };
  if ('all' in predicate) return any(...predicate.all.map(not));
  if ('any' in predicate) return all(...predicate.any.map(not));
  if ('some' in predicate) return every(predicate.some, not(predicate.of));
  return some(predicate.every, not(predicate.of));
}

/** Holds for some item of a repeated role. */
export function some(role: string, of: Predicate): Predicate {
  return of === false ? false : { some: role, of };
}

/** Holds for every item of a repeated role. */
export function every(role: string, of: Predicate): Predicate {
  return of === true ? true : { every: role, of };
}

function negated(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return !schema;
  const only = Object.keys(schema);
  if (only.length === 1 && only[0] === 'not') {
    const inner = schema['not'];
    if (typeof inner === 'boolean' || isObject(inner)) return inner;
  }
  // A boolean that is not one of two values is the other one: the shorter text is the clearer one.
  if (only.length === 1 && typeof schema['const'] === 'boolean') return { not: { const: schema['const'] } };
  return { not: schema };
}

function combine(kind: 'all' | 'any', parts: readonly Predicate[]): Predicate {
  const absorbing = kind === 'any';
  const members = new Map<string, Predicate>();
  for (const part of parts) {
    for (const member of membersOf(kind, part)) {
      if (member === absorbing) return absorbing;
      if (member !== !absorbing) members.set(keyOf(member), member);
    }
  }
  if (members.size < 2) return members.values().next().value ?? !absorbing;
  mergeLike(kind, members);
  for (const member of members.values()) {
    if (member === absorbing) return absorbing;
    if (typeof member === 'object' && 'field' in member && members.has(keyOf(not(member)))) return absorbing;
  }
  const resolved = [...members.values()].map((member) => withoutDenied(kind, member, members));
  if (resolved.some((member, index) => member !== [...members.values()][index]))
    return combine(kind, resolved);
  const kept = [...members].filter(([, member]) => !isAbsorbed(kind, member, members));
  if (kept.length === 0) return !absorbing;
  kept.sort(([a], [b]) => compareCodeUnits(a, b));
  const list = kept.map(([, member]) => member);
  if (list.length === 1) return list[0]!;
  return factored(kind, list) ?? (kind === 'all' ? { all: list } : { any: list });
}

/** a ∨ (¬a ∧ b) is a ∨ b, and the same the other way round: beside a, nothing is said by what denies it. */
function withoutDenied(
  kind: 'all' | 'any',
  member: Predicate,
  members: ReadonlyMap<string, Predicate>,
): Predicate {
  const inner = kind === 'all' ? 'any' : 'all';
  const parts = membersOf(inner, member);
  if (parts.length < 2) return member;
  const kept = parts.filter((part) => !members.has(keyOf(not(part))));
  return kept.length === parts.length ? member : combine(inner, kept);
}

/** (a ∧ x) ∨ (b ∧ x) is (a ∨ b) ∧ x, and the same the other way round. */
function factored(kind: 'all' | 'any', list: readonly Predicate[]): Predicate | undefined {
  const inner = kind === 'all' ? 'any' : 'all';
  const lists = list.map((member) => membersOf(inner, member));
  const [first = [], ...rest] = lists;
  if (rest.length === 0) return undefined;
  const keySets = rest.map((members) => new Set(members.map(keyOf)));
  const shared = first.filter((member) => keySets.every((keySet) => keySet.has(keyOf(member))));
  if (shared.length === 0) return undefined;
  const sharedKeys = new Set(shared.map(keyOf));
  const remaining = lists.map((members) =>
    combine(
      inner,
      members.filter((member) => !sharedKeys.has(keyOf(member))),
    ),
  );
  return combine(inner, [...shared, combine(kind, remaining)]);
}

function membersOf(kind: 'all' | 'any', part: Predicate): readonly Predicate[] {
  if (typeof part === 'object' && kind in part) return (part as Record<string, Predicate[]>)[kind]!;
  return [part];
}

/**
 * Members of one kind in one: a is x or a is y is "a is one of x and y"; some item is P or some item is Q is "some item
 * is P or Q". Nothing is gained in truth, much in length.
 */
function mergeLike(kind: 'all' | 'any', members: Map<string, Predicate>): void {
  for (const list of groupBy(members.values(), (member) => groupOf(kind, member)).values()) {
    if (list.length < 2) continue;
    for (const member of list) members.delete(keyOf(member));
    const merged = mergedOf(list);
    members.set(keyOf(merged), merged);
  }
}

function groupOf(kind: 'all' | 'any', member: Predicate): string | undefined {
  if (typeof member === 'boolean') return undefined;
  if (kind === 'any' && 'some' in member) return `some ${member.some}`;
  if (kind === 'all' && 'every' in member) return `every ${member.every}`;
  if (kind === 'any' && 'field' in member && listedValues(member.schema) !== undefined)
    return `field ${member.field}`;
  return undefined;
}

function mergedOf(list: readonly Predicate[]): Predicate {
  const first = list[0] as Exclude<Predicate, boolean>;
  if ('field' in first) {
    const values = list.flatMap((member) => listedValues((member as { schema: JsonSchema }).schema)!);
    const unique = new Map(values.map((value) => [canonicalJson(value), value]));
    const sorted = [...unique].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, value]) => value);
    return test(first.field, sorted.length === 1 ? { const: sorted[0]! } : { enum: sorted });
  }
  const parts = list.map((member) => (member as { of: Predicate }).of);
  return 'some' in first
    ? some(first.some, any(...parts))
    : every((first as { every: string }).every, all(...parts));
}

/** a ∧ (a ∨ b) is a; a ∨ (a ∧ b) is a: what another member makes superfluous is left out. */
function isAbsorbed(
  kind: 'all' | 'any',
  member: Predicate,
  members: ReadonlyMap<string, Predicate>,
): boolean {
  if (members.size > absorptionLimit) return false;
  const own = keyOf(member);
  for (const [key, other] of members) {
    if (key === own) continue;
    const [narrow, wide] = kind === 'any' ? [member, other] : [other, member];
    // Of two members that say the same in different words, the first by name stays.
    if (implies(narrow, wide) && (key < own || !implies(wide, narrow))) return true;
  }
  return false;
}
