import { contentHash, tokensOf } from '../../base/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';

/**
 * A name for each finding that survives edits elsewhere in its file: it rests on the code, the file, the way into the
 * document without the numbers of list entries, and what the message is about; on no line, and on no language. Findings
 * that are alike in all this are told apart by their order.
 * @param pathOf how the report names files
 */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  pathOf: (diagnostic: Diagnostic, index: number) => string,
): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic, index) => {
    const { code, at, args } = diagnostic;
    const way = tokensOf(at.pointer).map((token) => (/^\d+$/.test(token) ? '*' : token));
    const base = contentHash([code, pathOf(diagnostic, index), way, at.on, args]);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const hash = count === 1 ? base : contentHash([base, count]);
    return hash.slice('sha256-'.length, 'sha256-'.length + 32);
  });
}
