import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { below } from './condition.js';

/**
 * Names of a map in the order in which its author wrote them. Objects of JavaScript list whole numbers first, whatever the
 * text says; where there are some, the text itself is asked. Documents that were made in TypeScript have none.
 */
export function inWrittenOrder(
  catalogue: LoadedCatalogue,
  map: Readonly<Record<string, unknown>>,
  at: SourceRef,
): string[] {
  const names = Object.keys(map);
  if (!names.some((name) => /^(0|[1-9][0-9]*)$/.test(name))) return names;
  const places = new Map(
    names.map((name) => [name, catalogue.locate({ ...below(at, name), on: 'key' }).range?.start.offset]),
  );
  return names.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
