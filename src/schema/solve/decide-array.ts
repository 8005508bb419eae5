import type { Shape } from './array-shape.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { Constraint } from './constraint.js';
import type { Fact } from './facts.js';
import { arrangements } from './arrange.js';
import { distinctValues } from './distinct.js';
import { EMPTY, only, type Asking, type Leaf } from './leaf.js';
import { stopAt } from './stop.js';

/** Arrays longer than this are not made up. */
const MOST_ITEMS = 2_000;
/** Kinds of counted items, and positions, that are arranged together. */
const MOST_COUNTED = 6;
const MOST_POSITIONS = 40;

/** Arrays: positions, counts of items that meet a schema, and distinctness. */
export function decideArray(facts: readonly Fact[], asking: Asking): Leaf {
  const shape = shapeOf(facts);
  const stopped = cutOff(shape, asking);
  if (shape.min > shape.max) return EMPTY;
  if (shape.max === 0) return { kind: 'open', candidates: [[]], complete: true };
  if (shape.min > MOST_ITEMS) {
    return open([], stopAt('minItems', 'stop.array', { count: shape.min }));
  }
  const unique = only(facts, 'unique').length > 0;
  const repeats = only(facts, 'repeats').length > 0;
  if (unique && repeats) return EMPTY;
  if (repeats) return decideRepeats(shape, asking);
  if (shape.counted.length === 0) {
    return unique ? decideUnique(shape, asking) : decidePlain(shape, asking, stopped);
  }
  if (shape.counted.length > MOST_COUNTED) return overcounted(shape, asking);
  return decideCounted(shape, unique, asking);
}

const open = (candidates: Iterable<JsonValue>, stop = stopAt('items', 'stop.no-array')): Leaf => ({
  kind: 'open',
  candidates,
  complete: false,
  stop,
});

function shapeOf(facts: readonly Fact[]): Shape {
  const counts = only(facts, 'count');
  const groups = only(facts, 'items');
  const counted = only(facts, 'contains');
  const known = new Map<number, Constraint[]>();
  const prefix = Math.max(
    0,
    ...groups.map((group) => group.prefix.length),
    ...counted.map(({ from, to }) => (to === Infinity ? from : to)),
  );
  return {
    min: Math.max(0, ...counts.map(({ min }) => min)),
    max: Math.min(...counts.map(({ max }) => max)),
    prefix,
    counted,
    at(position) {
      const key = Math.min(position, prefix);
      let constraints = known.get(key);
      if (!constraints) {
        constraints = groups.flatMap(({ prefix: first, rest, reading }) => {
          const schema: JsonSchema | undefined = position < first.length ? first[position] : rest;
          const { document, frame } = reading;
          return schema === undefined || schema === true ? [] : [{ schema, positive: true, document, frame }];
        });
        known.set(key, constraints);
      }
      return constraints;
    },
  };
}

/** A position that nothing fits ends the array before it. Tells whether some position could not be decided. */
function cutOff(shape: Shape, asking: Asking): boolean {
  let stopped = false;
  const last = Math.min(shape.prefix, shape.max - 1, MOST_ITEMS);
  for (let at = 0; at <= last; at++) {
    if (shape.at(at).length === 0) continue;
    const { kind } = asking.decide(shape.at(at));
    if (kind === 'empty') {
      shape.max = Math.min(shape.max, at);
      return stopped;
    }
    stopped ||= kind === 'unknown';
  }
  return stopped;
}

function decidePlain(shape: Shape, asking: Asking, stopped: boolean): Leaf {
  const candidates: JsonValue[][] = [];
  for (const length of new Set([shape.min, Math.min(shape.min + 1, shape.max)])) {
    const items: JsonValue[] = [];
    for (let at = 0; at < length; at++) {
      const decision = asking.decide(shape.at(at));
      if (decision.kind !== 'found') break;
      items.push(decision.instance);
    }
    if (items.length === length) candidates.push(items);
  }
  return open(candidates, stopped ? stopAt('items', 'stop.item') : undefined);
}

function decideUnique(shape: Shape, asking: Asking): Leaf {
  if (shape.min > MOST_POSITIONS) {
    return open([], stopAt('uniqueItems', 'stop.different-items', { count: shape.min }));
  }
  const cells = Array.from({ length: shape.min }, (_, at) => shape.at(at));
  const found = distinctValues(cells, asking);
  if (found.kind === 'none') return EMPTY;
  return open(found.kind === 'found' ? [found.items] : [], stopAt('uniqueItems', 'stop.no-different-items'));
}

/** Some two items are equal: two positions share a value that fits both. */
function decideRepeats(shape: Shape, asking: Asking): Leaf {
  if (shape.max < 2) return EMPTY;
  const last = Math.min(shape.prefix + 1, shape.max - 1);
  if (last > MOST_COUNTED) return open([], stopAt('uniqueItems', 'stop.pairs'));
  const candidates: JsonValue[] = [];
  let possible = false;
  for (let second = 1; second <= last; second++) {
    for (let first = 0; first < second; first++) {
      const decision = asking.decide([...shape.at(first), ...shape.at(second)]);
      possible ||= decision.kind !== 'empty';
      if (decision.kind !== 'found') continue;
      const items: JsonValue[] = [];
      for (let at = 0; at < Math.max(shape.min, second + 1); at++) {
        const other = at === first || at === second ? decision : asking.decide(shape.at(at));
        if (other.kind === 'found') items.push(other.instance);
      }
      candidates.push(items);
    }
  }
  return possible ? open(candidates) : EMPTY;
}

/** Too many counts to arrange: each is looked at alone, which can still prove that nothing fits. */
function overcounted(shape: Shape, asking: Asking): Leaf {
  for (const counted of shape.counted) {
    if (arrangements({ ...shape, counted: [counted] }, asking).kind === 'none') return EMPTY;
  }
  return open([], stopAt('contains', 'stop.counts'));
}

function decideCounted(shape: Shape, unique: boolean, asking: Asking): Leaf {
  if (shape.counted.some(({ min, max }) => min > max || min > shape.max)) return EMPTY;
  const required = shape.counted.reduce((sum, { min }) => sum + min, 0);
  if (Math.max(shape.min, Math.min(shape.max, shape.prefix + required)) > MOST_POSITIONS) {
    return open([], stopAt('contains', 'stop.positions'));
  }
  const arranged = arrangements(shape, asking);
  if (arranged.kind === 'none') return EMPTY;
  const candidates: JsonValue[][] = [];
  let none = unique && arranged.complete;
  for (const cells of arranged.cells) {
    if (unique) {
      const found = distinctValues(cells, asking);
      if (found.kind !== 'none') none = false;
      if (found.kind === 'found') candidates.push(found.items);
    } else {
      const items = cells.map((cell) => asking.decide(cell));
      if (items.every((item) => item.kind === 'found')) candidates.push(items.map((item) => item.instance));
    }
  }
  return none ? EMPTY : open(candidates, stopAt('contains', 'stop.no-array'));
}
