import { deepEqual } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';

/** Lists up to this long are searched through; for longer ones a set is made. */
const MOST_SEARCHED = 16;

/** The values of the first list that are in the second as well; the first list itself where that is all of it. */
export function common(values: JsonValue[], list: JsonValue[]): JsonValue[] {
  const scalars = list.length > MOST_SEARCHED ? new Set(list) : undefined;
  const kept = values.filter((value) =>
    typeof value === 'object' && value !== null
      ? list.some((other) => deepEqual(other, value))
      : scalars
        ? scalars.has(value)
        : list.includes(value),
  );
  return kept.length === values.length ? values : kept;
}
