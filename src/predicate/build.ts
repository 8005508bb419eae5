import { canonicalJson, compareCodeUnits, isObject } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type { Predicate } from '../model/index.js';

type Group = { all: Predicate[] } | { any: Predicate[] };

/** The value of a field meets a schema. */
export function test(field: string, schema: JsonSchema): Predicate {
  return schema === true ? true : { field, schema };
}

/** All of the predicates hold. Flattened, sorted, each once; what follows from another part is left out. */
export function all(...parts: readonly Predicate[]): Predicate {
  return combine('all', parts);
}

/** One of the predicates holds. */
export function any(...parts: readonly Predicate[]): Predicate {
  return combine('any', parts);
}

/** The predicate does not hold. Negation goes down to the tests: an unknown field stays open either way. */
export function not(predicate: Predicate): Predicate {
  if (typeof predicate === 'boolean') return !predicate;
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

const keys = new WeakMap<object, string>();

/** Equal predicates have equal keys. */
export function keyOf(predicate: Predicate): string {
  if (typeof predicate === 'boolean') return String(predicate);
  let key = keys.get(predicate);
  if (key === undefined) {
    key = canonicalJson(predicate);
    keys.set(predicate, key);
  }
  return key;
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
  for (const member of members.values()) {
    if (typeof member === 'object' && 'field' in member && members.has(keyOf(not(member)))) return absorbing;
  }
  const kept = [...members].filter(([, member]) => !isAbsorbed(kind, member, members));
  if (kept.length === 0) return !absorbing;
  kept.sort(([a], [b]) => compareCodeUnits(a, b));
  const list = kept.map(([, member]) => member);
  if (list.length === 1) return list[0]!;
  return kind === 'all' ? { all: list } : { any: list };
}

function membersOf(kind: 'all' | 'any', part: Predicate): readonly Predicate[] {
  if (typeof part === 'object' && kind in part) return (part as Record<string, Predicate[]>)[kind]!;
  return [part];
}

/** a ∧ (a ∨ b) is a; a ∨ (a ∧ b) is a. */
function isAbsorbed(
  kind: 'all' | 'any',
  member: Predicate,
  members: ReadonlyMap<string, Predicate>,
): boolean {
  if (typeof member !== 'object') return false;
  const inner = kind === 'all' ? 'any' : 'all';
  if (!(inner in member)) return false;
  const own = keyOf(member);
  const parts = (member as Group & Record<string, Predicate[]>)[inner] ?? [];
  const partKeys = new Set(parts.map(keyOf));
  for (const [key, other] of members) {
    if (key === own) continue;
    if (partKeys.has(key)) return true;
    if (typeof other === 'object' && inner in other) {
      const otherParts = (other as Record<string, Predicate[]>)[inner]!;
      if (otherParts.length < parts.length && otherParts.every((part) => partKeys.has(keyOf(part))))
        return true;
    }
  }
  return false;
}
