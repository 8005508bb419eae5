import type { Diagnostic } from '../diagnostics/index.js';

/**
 * Findings with the severity that a catalogue gives them. A severity is only ever raised: an error stays one.
 * @param errors the codes whose findings are errors here
 */
export function raiseSeverity(
  diagnostics: readonly Diagnostic[],
  errors: Iterable<string>,
): readonly Diagnostic[] {
  const raised = new Set(errors);
  if (raised.size === 0) return diagnostics;
  return diagnostics.map((diagnostic) =>
    raised.has(diagnostic.code) ? { ...diagnostic, severity: 'error' } : diagnostic,
  );
}
