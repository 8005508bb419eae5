import { appendTo, pointer } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../diagnostics/index.js';
import { fieldKey } from '../model/index.js';
import { tell } from './messages.js';

interface Termed {
  name: string;
  at: SourceRef;
}

/** Points out elements, and materials, that state one term elsewhere as their equivalent: they are one fact under two names. */
export function findOneFact(catalogue: LoadedCatalogue): Diagnostic[] {
  const elements = new Map<string, Termed[]>();
  for (const { document, file } of catalogue.subjects.values()) {
    for (const [id, { same }] of Object.entries(document.elements)) {
      const at: SourceRef = { file, pointer: pointer('elements', id, 'same') };
      if (same !== undefined) appendTo(elements, same, { name: fieldKey(document.id, id), at });
    }
  }
  const materials = new Map<string, Termed[]>();
  for (const { document, file } of catalogue.materials.values()) {
    const { id, same } = document;
    if (same !== undefined) appendTo(materials, same, { name: id, at: { file, pointer: '/same' } });
  }
  return [...elements, ...materials].flatMap(([iri, [one, ...others]]) =>
    others.map((other) => {
      const args = { one: one!.name, other: other.name, iri };
      const related = [{ at: one!.at, ...tell('check.like', { name: one!.name }) }];
      return createDiagnostic('catalogue/one-fact', args, other.at, { related });
    }),
  );
}
