import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { pointer } from '../base/index.js';
import { likeEnough, NameComparison } from './name-comparison.js';
import type { Named } from './name-comparison.js';

/** Two names that seem to stand for one thing, in the order in which they are written. */
interface LikePair {
  one: Named;
  other: Named;
}

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
  const found = subjects.flatMap(({ id: subject, file, elements }) =>
    likePairs(elements, comparison).map(({ one, other }) => {
      const at = { file, pointer: pointer('elements', other.id), on: 'key' } as const;
      const first = { file, pointer: pointer('elements', one.id), on: 'key' } as const;
      const args = { subject, one: one.id, other: other.id };
      const related = [{ at: first, message: `"${one.id}" stands here.` }];
      return createDiagnostic('catalogue/like-elements', args, at, { related });
    }),
  );
  return [...found, ...likeMaterials(catalogue)].map((finding) => catalogue.withRange(finding));
}

function likeMaterials({ materials }: LoadedCatalogue): Diagnostic[] {
  const named = [...materials.values()].map(({ document }): Named => ({
    id: document.id,
    title: document.title,
  }));
  return likePairs(named, new NameComparison(named)).map(({ one, other }) => {
    const place = (id: string) => ({ file: materials.get(id)!.file, pointer: '/id' });
    const related = [{ at: place(one.id), message: `"${one.id}" stands here.` }];
    return createDiagnostic('catalogue/like-materials', { one: one.id, other: other.id }, place(other.id), {
      related,
    });
  });
}

/** Of so many names each is compared with each; of more only those that share a rare word. */
const comparedAll = 150;

function likePairs(named: readonly Named[], comparison: NameComparison): LikePair[] {
  const pairs: LikePair[] = [];
  for (const [index, one] of named.entries()) {
    const others =
      named.length <= comparedAll ? named.slice(index + 1) : comparison.sharing(one, named, index);
    for (const other of others) if (comparison.score(one, other) >= likeEnough) pairs.push({ one, other });
  }
  return pairs;
}
