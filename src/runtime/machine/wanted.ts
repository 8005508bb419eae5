import { fromEntries } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';
import type { Item } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';

/** What a case can take of a look-up in this situation, by the names that the registry gives; of other steps, nothing. */
export function wantedOf(step: PlanStep, data: JsonObject, item: Item | undefined): string[] | undefined {
  if (step.kind !== 'registry' || step.local !== undefined) return undefined;
  const facts = factsOf(data, item);
  return Object.entries(step.out)
    .filter(([, { when }]) => evaluate(when ?? true, facts) !== false)
    .map(([name]) => name);
}

/** What of an answer is wanted, and the names of the rest. */
export function onlyWanted(output: JsonObject, wanted: readonly string[]): [JsonObject, string[]] {
  const entries = Object.entries(output);
  const kept = entries.filter(([name]) => wanted.includes(name));
  const rest = entries.filter(([name]) => !wanted.includes(name)).map(([name]) => name);
  return [fromEntries(kept), rest];
}
