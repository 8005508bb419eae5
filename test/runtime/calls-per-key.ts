/**
 * How many idempotency keys were called how often, as in "1×: 31, 2×: 16": once for each attempt, and once more where a kill
 * came between the call and the log.
 */
export function callsPerKey(keys: readonly string[]): string {
  const calls = new Map<string, number>();
  for (const key of keys) calls.set(key, (calls.get(key) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const count of calls.values()) counts.set(count, (counts.get(count) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([count, keysOfIt]) => `${count}×: ${keysOfIt}`)
    .join(', ');
}
