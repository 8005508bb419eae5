import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { caseFacts, composeModel } from '../../compose/index.js';
import type { ComposedBundle } from '../../compose/index.js';
import { bareMessage } from '../../messages/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { any, not } from '../../predicate/index.js';
import { proveBundle } from '../../prove/index.js';
import { situation } from '../comparison.js';
import type { Comparison } from '../comparison.js';
import { wanted } from './diff-steps.js';
import { choiceKey } from '../../model/index.js';

/** Situations that had a path and have none, and the other way round, by the proofs of both versions. */
export function diffServed({ old: before, new: after, add, possible }: Comparison): void {
  const [old, now] = [errorsOf(before), errorsOf(after)];
  const places = (one: Diagnostic | undefined, side: ComposedBundle) =>
    one?.at ?? { file: side.bound.file, pointer: '' };
  for (const [key, error] of now) {
    if (old.has(key)) continue;
    const facts = factsOf(error);
    if (!isServed(before, old, facts)) continue;
    add({
      kind: 'situation-not-served',
      grade: 'breaking',
      after: findingJson(error),
      old: places(undefined, before),
      new: places(error, after),
      ...(facts === undefined ? {} : { counterexample: situation(facts) }),
    });
  }
  for (const [key, error] of old) {
    if (now.has(key) || !isServed(after, now, factsOf(error))) continue;
    add({
      kind: 'situation-served',
      grade: 'compatible',
      before: findingJson(error),
      old: places(error, before),
      new: places(undefined, after),
    });
  }
  const anything = (side: ComposedBundle) => any(...side.bound.uses.map(({ guard }) => wanted(side, guard)));
  const empty = possible(anything(before), not(anything(after)));
  if (empty.verdict === 'yes')
    add({
      kind: 'situation-not-served',
      grade: 'breaking',
      after: 'no step takes place',
      old: places(undefined, before),
      new: places(undefined, after),
      counterexample: situation(empty.facts),
    });
}

/** The errors of composing and of the proofs: each says of some situation that it leads nowhere. */
function errorsOf(composed: ComposedBundle): Map<string, Diagnostic> {
  const all = [...composed.diagnostics, ...proveBundle(composed).diagnostics];
  return new Map(
    all
      .filter(({ severity }) => severity === 'error')
      .map((error) => [`${error.code} ${error.message}`, error]),
  );
}

function findingJson(finding: Diagnostic): JsonValue {
  return bareMessage(finding) as unknown as JsonValue;
}

/** The situation that a finding names, by field; none where it holds in all of them. */
function factsOf({ witness }: Diagnostic): JsonObject | undefined {
  if (!isObject(witness)) return undefined;
  const facts = own(witness, 'facts');
  const choices = own(witness, 'choices');
  const chosen: [string, JsonValue][] = isObject(choices)
    ? Object.entries(choices).map(([name, value]) => [choiceKey(name), value])
    : [];
  return { ...(isObject(facts) ? facts : {}), ...Object.fromEntries(chosen) };
}

/** Does this version lead somebody in the situation to the end? */
function isServed(
  { catalogue, bound }: ComposedBundle,
  errors: ReadonlyMap<string, Diagnostic>,
  facts: JsonObject | undefined,
): boolean {
  if (errors.size === 0) return true;
  if (facts === undefined) return false;
  const entry = { document: bound.bundle, file: bound.file };
  return errorsOf(composeModel(catalogue, entry, { facts: caseFacts(facts) })).size === 0;
}
