import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../diagnostics/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { pointer } from '../base/index.js';
import { likePairs } from './like-pairs.js';
import type { LikePairs } from './like-pairs.js';
import { NameComparison } from './name-comparison.js';
import type { Named } from './name-comparison.js';
import { tell } from './messages.js';
import { findOneFact } from './one-fact.js';

/**
 * Points out elements of one subject, and materials, that seem to be one under two names: their ids and titles share the
 * words that tell something, and their schemas do not contradict each other. Elements of different subjects are never
 * compared, nor are fields of different roles: `mother.idNumber` and `child.idNumber` are two facts.
 */
export function findNearDuplicates(catalogue: LoadedCatalogue): Diagnostic[] {
  const subjects = [...catalogue.subjects.values()].map(({ document, file }) => ({
    id: document.id,
    file,
    elements: Object.entries(document.elements).map(([id, { title, schema }]): Named => ({
      id,
      title,
      schema,
    })),
  }));
  const comparison = new NameComparison(subjects.flatMap(({ elements }) => elements));
  const found = subjects.flatMap(({ id: subject, file, elements }) => {
    const place = (id: string): SourceRef => ({ file, pointer: pointer('elements', id), on: 'key' });
    const { pairs, compared } = likePairs(elements, comparison);
    const alike = pairs.map(({ one, other }) => {
      const related = [{ at: place(one.id), ...tell('check.like', { name: one.id }) }];
      const args = { subject, one: one.id, other: other.id };
      return createDiagnostic('catalogue/like-elements', args, place(other.id), { related });
    });
    return [...alike, ...notCompared(elements, compared, place)];
  });
  return [...found, ...likeMaterials(catalogue), ...findOneFact(catalogue)].map((finding) =>
    catalogue.withRange(finding),
  );
}

function likeMaterials({ materials }: LoadedCatalogue): Diagnostic[] {
  const named = [...materials.values()].map(({ document }): Named => ({
    id: document.id,
    title: document.title,
  }));
  const place = (id: string): SourceRef => ({ file: materials.get(id)!.file, pointer: '/id' });
  const { pairs, compared } = likePairs(named, new NameComparison(named));
  const alike = pairs.map(({ one, other }) => {
    const related = [{ at: place(one.id), ...tell('check.like', { name: one.id }) }];
    const args = { one: one.id, other: other.id };
    return createDiagnostic('catalogue/like-materials', args, place(other.id), { related });
  });
  return [...alike, ...notCompared(named, compared, place)];
}

/** Says where a search ended before all names had been compared. */
function notCompared(
  named: readonly Named[],
  compared: LikePairs['compared'],
  place: (id: string) => SourceRef,
): Diagnostic[] {
  const next = named[compared];
  if (next === undefined) return [];
  const args = { compared, count: named.length, next: next.id };
  return [createDiagnostic('catalogue/likeness-open', args, place(next.id))];
}
