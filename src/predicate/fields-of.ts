import type { Predicate } from '../model/index.js';

/** Calls back for each test of a predicate, with the repeated role whose quantifier it stands under, if any. */
export function forEachTest(
  predicate: Predicate,
  visit: (test: { field: string; schema: unknown }, quantified: string | undefined) => void,
): void {
  const open: [Predicate, string | undefined][] = [[predicate, undefined]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [current, quantified] = next;
    if (typeof current === 'boolean') continue;
    if ('field' in current) visit(current, quantified);
    else if ('all' in current) for (const part of current.all) open.push([part, quantified]);
    else if ('any' in current) for (const part of current.any) open.push([part, quantified]);
    else if ('some' in current) open.push([current.of, current.some]);
    else open.push([current.of, current.every]);
  }
}

const cache = new WeakMap<object, ReadonlySet<string>>();

/** The fields that a predicate tests. */
export function fieldsOf(predicate: Predicate): ReadonlySet<string> {
  if (typeof predicate === 'boolean') return none;
  let fields = cache.get(predicate);
  if (fields === undefined) {
    const found = new Set<string>();
    forEachTest(predicate, (test) => found.add(test.field));
    fields = found;
    cache.set(predicate, fields);
  }
  return fields;
}

const none: ReadonlySet<string> = new Set();
