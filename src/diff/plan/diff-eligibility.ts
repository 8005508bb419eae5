import type { JsonValue } from '../../base/index.js';
import type { ComposedBundle } from '../../compose/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import type { Predicate } from '../../model/index.js';
import { all, keyOf, not } from '../../predicate/index.js';
import { situation } from '../comparison.js';
import type { Comparison } from '../comparison.js';

/** Who may apply: for the bundle, or for the single step of a block that is looked at alone. */
export function diffEligibility(comparison: Comparison, of: 'bundle' | 'block'): void {
  const { old: before, new: after, add, possible } = comparison;
  const [from, to] = [requirement(before, of), requirement(after, of)];
  if (keyOf(from.require) === keyOf(to.require)) return;
  const found = {
    before: from.require as JsonValue,
    after: to.require as JsonValue,
    old: from.at,
    new: to.at,
  };
  const excluded = possible(from.require, not(to.require));
  if (excluded.verdict === 'yes') {
    const counterexample = situation(excluded.facts);
    add({ ...found, kind: 'eligibility-narrowed', grade: 'breaking', counterexample });
  } else if (excluded.verdict === 'unknown')
    add({ ...found, kind: 'eligibility-narrowed', grade: 'unknown', because: excluded.because });
  const admitted = possible(to.require, not(from.require));
  if (admitted.verdict === 'yes') add({ ...found, kind: 'eligibility-widened', grade: 'compatible' });
  else if (admitted.verdict === 'unknown')
    add({ ...found, kind: 'eligibility-widened', grade: 'unknown', because: admitted.because });
}

function requirement(
  { bound }: ComposedBundle,
  of: 'bundle' | 'block',
): { require: Predicate; at: SourceRef } {
  const rules = of === 'bundle' ? bound.eligibility : bound.uses.flatMap(({ eligibility }) => eligibility);
  return {
    require: all(...rules.map(({ require }) => require)),
    at: rules[0]?.at ?? { file: bound.file, pointer: '' },
  };
}
