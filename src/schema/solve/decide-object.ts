import type { JsonObject, JsonValue } from '../../base/index.js';
import { setOwn } from '../../base/index.js';
import { isNamed } from '../keywords/is-named.js';
import { matches } from '../keywords/matching.js';
import type { Truth } from '../keywords/site.js';
import type { Constraint } from './constraint.js';
import type { Fact } from './facts.js';
import { freshNames } from './fresh-names.js';
import { EMPTY, type Asking, type Leaf } from './leaf.js';
import { ObjectCell } from './object-cell.js';
import { stopAt } from './stop.js';

/** Objects with more properties than this are not made up. */
const MOST_PROPERTIES = 500;

/** Objects: what each name asks, which names must, may and must not be there, and how many. */
export function decideObject(facts: readonly Fact[], asking: Asking): Leaf {
  const cell = new ObjectCell(facts, asking);
  if (cell.min > cell.max || cell.has.size > cell.max) return EMPTY;
  let stop = stopAt('properties', 'stop.no-object');
  for (const name of cell.has) {
    if (cell.mayBeNamed(name) === false) return EMPTY;
    const decision = cell.decide(name);
    if (decision.kind === 'empty') return EMPTY;
    if (decision.kind === 'unknown') stop = decision.stop;
  }
  if (cell.max === 0) return { kind: 'open', candidates: [{}], complete: true };
  if (cell.min > MOST_PROPERTIES) {
    const stop = stopAt('minProperties', 'stop.object', { count: cell.min });
    return { kind: 'open', candidates: [], complete: false, stop };
  }
  const extras = cell.some.length > 0 ? placeSome(cell, asking) : new Map<string, Constraint[]>();
  if (extras === 'none') return EMPTY;
  if (extras === 'unknown') return { kind: 'open', candidates: [], complete: false, stop };
  const present = cell.closure([...cell.has, ...extras.keys()]);
  const filled = fill(cell, present, asking);
  if (filled === 'none') return EMPTY;
  return { kind: 'open', candidates: candidates(cell, filled, extras, asking), complete: false, stop };
}

/** The smallest object, and one with a property more, for when the smallest is excluded. */
function* candidates(
  cell: ObjectCell,
  present: ReadonlySet<string>,
  extras: ReadonlyMap<string, readonly Constraint[]>,
  asking: Asking,
): Generator<JsonValue> {
  const object: JsonObject = {};
  for (const name of present) {
    const extra = extras.get(name);
    const decision = extra ? asking.decide([...cell.valueOf(name), ...extra]) : cell.decide(name);
    if (decision.kind !== 'found') return;
    setOwn(object, name, decision.instance);
  }
  yield object;
  if (present.size >= cell.max) return;
  for (const name of optionalNames(cell, present, asking)) {
    const decision = cell.decide(name);
    if (decision.kind !== 'found') continue;
    const larger = { ...object };
    setOwn(larger, name, decision.instance);
    yield larger;
  }
}

/** A few names that may be added. */
function* optionalNames(cell: ObjectCell, present: ReadonlySet<string>, asking: Asking): Generator<string> {
  let left = 5;
  for (const name of cell.mentioned()) {
    if (present.has(name) || cell.mayBeNamed(name) !== true) continue;
    yield name;
    if (--left === 0) break;
  }
  for (const { names } of freshNames(cell, 2, asking).regions) yield* names;
}

/**
 * Adds properties until there are enough. `none` is a proof: all names that there can be are counted, those that could
 * not be decided as possible.
 */
function fill(cell: ObjectCell, present: Set<string>, asking: Asking): Set<string> | 'none' {
  const filled = new Set(present);
  if (filled.size >= cell.min) return filled;
  let possible = filled.size;
  for (const name of cell.mentioned()) {
    if (filled.size >= cell.min) return filled;
    if (filled.has(name) || cell.mayBeNamed(name) === false) continue;
    const { kind } = cell.decide(name);
    if (kind === 'empty') continue;
    possible++;
    if (kind === 'found') filled.add(name);
  }
  if (filled.size >= cell.min) return filled;
  const missing = cell.min - filled.size;
  const { regions, exhaustive } = freshNames(cell, missing, asking);
  if (!exhaustive) possible = Infinity;
  for (const { names, complete } of regions) {
    const { kind } = cell.decide(names[0]!);
    if (kind === 'empty') continue;
    possible += complete ? names.length : Infinity;
    if (kind === 'found') for (const name of names) if (filled.size < cell.min) filled.add(name);
  }
  return possible < cell.min ? 'none' : filled;
}

type Some = ObjectCell['some'][number];

/** Finds a name for each property that must exist; `none` is a proof that some have no place. */
function placeSome(cell: ObjectCell, asking: Asking): Map<string, Constraint[]> | 'none' | 'unknown' {
  let exhaustive = true;
  const options = cell.some.map((some) => {
    const names = namesFor(cell, some, asking);
    exhaustive &&= names.exhaustive;
    return names.names;
  });
  let open = false;
  const place = (at: number, extras: Map<string, Constraint[]>): Map<string, Constraint[]> | undefined => {
    if (!asking.spend()) {
      open = true;
      return undefined;
    }
    if (at === cell.some.length) return extras;
    for (const name of options[at]!) {
      const { value } = cell.some[at]!;
      const mine = [...(extras.get(name) ?? []), ...(value ? [value] : [])];
      const size = new Set([...cell.has, ...extras.keys(), name]).size;
      if (size > cell.max) continue;
      const { kind } = asking.decide([...cell.valueOf(name), ...mine]);
      if (kind === 'unknown') open = true;
      if (kind !== 'found') continue;
      const found = place(at + 1, new Map([...extras, [name, mine]]));
      if (found) return found;
    }
    return undefined;
  };
  const found = place(0, new Map());
  if (found) return found;
  return exhaustive && !open ? 'none' : 'unknown';
}

/** The names that a property which must exist may have: those that must be there anyway first. */
function namesFor(cell: ObjectCell, some: Some, asking: Asking): { names: string[]; exhaustive: boolean } {
  const names: string[] = [];
  let exhaustive = true;
  const mentioned = [...cell.mentioned()].sort((a, b) => Number(cell.has.has(b)) - Number(cell.has.has(a)));
  for (const name of mentioned) {
    const fits = fitsFilter(some, name, asking);
    const named = cell.mayBeNamed(name);
    if (fits === false || named === false) continue;
    if (fits === undefined || named === undefined) exhaustive = false;
    else names.push(name);
  }
  const more = some.name.kind === 'meets' ? [some.name.name] : [];
  const fresh = freshNames(cell, cell.some.length, asking, more);
  for (const region of fresh.regions) {
    const fits = fitsFilter(some, region.names[0]!, asking);
    if (fits === undefined) exhaustive = false;
    else if (fits) names.push(...region.names);
  }
  return { names, exhaustive: exhaustive && fresh.exhaustive };
}

function fitsFilter({ name: filter }: Some, name: string, asking: Asking): Truth {
  if (filter.kind === 'pattern') return matches(filter.pattern, name);
  if (filter.kind === 'meets') return asking.accepts(filter.name, name);
  const named = isNamed(filter.schema, name);
  return named === undefined ? undefined : !named;
}
