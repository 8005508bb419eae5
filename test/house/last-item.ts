import { fact } from '../../src/schema/solve/facts.js';
import { all, either, held, never, nothing } from '../../src/schema/solve/translate.js';
import { isSchema } from '../../src/schema/document/is-schema.js';
import { childInstance } from '../../src/schema/explain/issue-place.js';
import type { KeywordRecord } from '../../src/schema/keywords/record.js';
import { BIT } from '../../src/schema/keywords/type-set.js';

/** A keyword that nobody has, as one file of `src/schema/keywords/records` would say it. */
export const keywords: readonly KeywordRecord[] = [
  {
    name: 'lastItem',
    topic: 'items',
    shape: 'schema',
    hint: 'The schema of the last item of a list.',
    isInTypes: true,
    types: BIT.array,
    check: (value, instance, site) =>
      !Array.isArray(instance) || instance.length === 0 || !isSchema(value)
        ? true
        : site.run.evaluate(value, instance.at(-1)!, site.frame),
    combination: { values: (a, b) => ({ allOf: [a, b] }) },
    normal: (value, isEvaluating) => (value === true && !isEvaluating ? undefined : value),
    translation: {
      // Some item meets it where there is one: more than the keyword admits, never less.
      holds: (keyword) => {
        if (!isSchema(keyword.value)) return nothing;
        const item = held(keyword, keyword.value, true);
        return either([
          [fact({ kind: 'count', min: 0, max: 0 })],
          [
            fact({ kind: 'count', min: 1, max: Infinity }),
            fact({ kind: 'contains', item, min: 1, max: Infinity, from: 0, to: Infinity }),
          ],
        ]);
      },
      fails: (keyword) => {
        if (!isSchema(keyword.value)) return never;
        const item = held(keyword, keyword.value, false);
        return all({ kind: 'contains', item, min: 1, max: Infinity, from: 0, to: Infinity });
      },
    },
    isDivisible: true,
    explain: (value, place) => {
      if (!Array.isArray(place.instance) || place.instance.length === 0) return;
      if (value === false) place.add('lastItem', false, {});
      else place.explain(value, childInstance(place, place.instance.length - 1, 'lastItem'));
    },
  },
];
