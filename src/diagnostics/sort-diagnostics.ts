import { byKey, canonicalJson, inTurn } from '../base/index.js';
import type { Diagnostic } from './diagnostic.js';

const bySource = inTurn<Diagnostic>(
  byKey((diagnostic) => diagnostic.at.file),
  (a, b) => (a.at.range?.start.offset ?? 0) - (b.at.range?.start.offset ?? 0),
  byKey((diagnostic) => diagnostic.at.pointer),
  byKey((diagnostic) => diagnostic.code),
  byKey((diagnostic) => diagnostic.message),
);

/** The diagnostics by file, offset and code, each once. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, at, args } = diagnostic;
    seen.set(canonicalJson([code, at.file, at.pointer, at.on, args]), diagnostic);
  }
  return [...seen.values()].sort(bySource);
}

/** Is there one that must be mended? */
export function hasErrors(diagnostics: Iterable<Diagnostic>): boolean {
  for (const diagnostic of diagnostics) if (diagnostic.severity === 'error') return true;
  return false;
}
