import type { JsonSchema, JsonValue } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { sameInstance } from '../../explain/issue-place.js';
import { tell } from '../../explain/messages.js';
import type { Item } from '../../solve/facts.js';
import { either, held, never, nothing, type Keyword, type Meaning } from '../../solve/translate.js';
import { inPlace } from '../in-place.js';
import type { KeywordRecord } from '../record.js';
import type { Truth } from '../site.js';
import { ALL_TYPES } from '../type-set.js';
import { textOf, unlessTrue } from '../values.js';

const conditional = (keyword: Keyword, positive: boolean): Meaning => {
  if (!isSchema(keyword.value)) return positive ? nothing : never;
  const { then: consequence, else: alternative } = keyword.schema;
  const branch = (schema: JsonValue | undefined, condition: boolean): Item[] => [
    { constraint: held(keyword, keyword.value as JsonSchema, condition) },
    { constraint: held(keyword, isSchema(schema) ? schema : true, positive) },
  ];
  return either([branch(consequence, true), branch(alternative, false)]);
};

const shared = {
  topic: 'condition',
  shape: 'schema',
  inPlace: 'counts',
  types: ALL_TYPES,
  combination: { group: 'conditional' },
  ajv: 'exact',
} as const;

/** Core, section 10.2.2. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'if',
    hint: 'Where this schema holds, `then` must; else `else` must.',
    check: (value, instance, site) => {
      if (!isSchema(value)) return true;
      const { then: consequence = true, else: alternative = true } = site.schema;
      const condition = inPlace(value, instance, site);
      const whenTrue = (): Truth => (isSchema(consequence) ? inPlace(consequence, instance, site) : true);
      const whenFalse = (): Truth => (isSchema(alternative) ? inPlace(alternative, instance, site) : true);
      if (condition === true) return whenTrue();
      if (condition === false) return whenFalse();
      const truth = whenTrue();
      return truth === whenFalse() ? truth : undefined;
    },
    translation: { holds: (k) => conditional(k, true), fails: (k) => conditional(k, false) },
    // What is not met of the branch that the condition leads to; where it is not decided which, that this is so.
    explain: (value, place) => {
      if (!isSchema(value)) return;
      const condition = place.truth(value, sameInstance(place, 'if'));
      const branches = condition === undefined ? ['then', 'else'] : [condition ? 'then' : 'else'];
      for (const failingKeyword of branches) {
        const branch = place.schema[failingKeyword];
        const spot = sameInstance(place, failingKeyword);
        if (condition === undefined || branch === false) {
          const truth = place.truth(branch, spot);
          place.add('if', truth === false ? condition && false : truth, { failingKeyword });
        } else {
          place.explain(branch, spot);
        }
      }
    },
    message: ({ failingKeyword }) => tell('value.keyword', { keyword: textOf(failingKeyword) }),
  },
  { ...shared, name: 'then', hint: 'Must hold where `if` does.', normal: unlessTrue, isDivisible: true },
  {
    ...shared,
    name: 'else',
    hint: 'Must hold where `if` does not.',
    normal: unlessTrue,
    isDivisible: true,
  },
];
