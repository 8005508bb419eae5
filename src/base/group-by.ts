/** Adds a value to the list of a key; a key without a list is given one. */
export function appendTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/**
 * The values by their key. Keys stand in the order of their first value, values in the order in which they are given.
 * @param keyOf undefined for a value that belongs to no group
 */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K | undefined): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) appendTo(groups, key, value);
  }
  return groups;
}
