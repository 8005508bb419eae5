import type { LoadedCatalogue } from '../catalogue/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';

/** Points out blocks that take nothing and yield nothing. Of one with an error it may be the part that cannot be read. */
export function findIdleBlocks(catalogue: LoadedCatalogue): Diagnostic[] {
  const broken = new Set(
    catalogue.diagnostics.flatMap(({ severity, at }) => (severity === 'error' ? [at.file] : [])),
  );
  const found: Diagnostic[] = [];
  for (const [block, { document, file }] of catalogue.blocks) {
    const { inputs = [], outputs = [], results = [], eligibility = [] } = document;
    if (inputs.length + outputs.length + results.length + eligibility.length > 0 || broken.has(file))
      continue;
    found.push(
      catalogue.withRange(createDiagnostic('catalogue/idle-block', { block }, { file, pointer: '/id' })),
    );
  }
  return found;
}
