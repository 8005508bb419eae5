import { deepEqual } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Place } from './folding.js';

/**
 * Folds keywords that mean something only beside each other: equal groups become one, the first stays, every other
 * one goes under `allOf` as a whole, so that nobody's `then` answers to somebody else's `if`.
 */
export function foldGroup(place: Place, indices: readonly number[], keywords: readonly string[]): void {
  const groups: JsonObject[] = [];
  for (const index of indices) {
    const group = pick(place.parts[index]!, keywords);
    if (!groups.some((other) => deepEqual(other, group))) groups.push(group);
  }
  settle(place, groups, keywords[0]!);
}

/** Writes the first group that has the leading keyword in place, and the others under `allOf`. */
function settle(place: Place, groups: readonly JsonObject[], leader: string): void {
  const first = groups.find((group) => Object.hasOwn(group, leader)) ?? groups[0]!;
  Object.assign(place.result, first);
  for (const group of groups) if (group !== first) place.spill.push(group);
}

/** `contains` with its counts: the same schema counted twice is one schema with the narrower counts. */
export function foldContains(place: Place, indices: readonly number[]): void {
  const groups: JsonObject[] = [];
  for (const index of indices) {
    const group = pick(place.parts[index]!, ['contains', 'minContains', 'maxContains']);
    const same = groups.find(
      (other) =>
        other.contains !== undefined &&
        group.contains !== undefined &&
        deepEqual(other.contains, group.contains),
    );
    if (!same) groups.push(group);
    else narrow(same, group);
  }
  settle(place, groups, 'contains');
}

function narrow(into: JsonObject, group: JsonObject): void {
  const least = Math.max(numberOr(into.minContains, 1), numberOr(group.minContains, 1));
  const most = Math.min(numberOr(into.maxContains, Infinity), numberOr(group.maxContains, Infinity));
  if (into.minContains !== undefined || group.minContains !== undefined) into.minContains = least;
  if (most !== Infinity) into.maxContains = most;
}

const numberOr = (value: JsonValue | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

/** The named keywords of a schema. */
export function pick(schema: JsonObject, keywords: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const keyword of keywords) if (Object.hasOwn(schema, keyword)) picked[keyword] = schema[keyword]!;
  return picked;
}
