import type { JsonObject } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { tell } from '../../explain/messages.js';
import { fact, type Item } from '../../solve/facts.js';
import { all, either, held, never, nothing } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import { BIT } from '../type-set.js';
import { shown } from '../values.js';

const counts = ({ minContains, maxContains }: JsonObject): { min: number; max: number } => ({
  min: typeof minContains === 'number' ? minContains : 1,
  max: typeof maxContains === 'number' ? maxContains : Infinity,
});

const shared = {
  topic: 'items',
  types: BIT.array,
  combination: { group: 'contains' },
  ajv: 'exact',
} as const;

/** Core, section 10.3.1.3; validation, sections 6.4.4 and 6.4.5. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'contains',
    shape: 'schema',
    hint: 'A schema that some item of a list meets.',
    check: (value, instance, site) => {
      if (!Array.isArray(instance) || !isSchema(value)) return true;
      const { min, max } = counts(site.schema);
      let sure = 0;
      let open = 0;
      for (let at = 0; at < instance.length; at++) {
        const truth = site.run.evaluate(value, instance[at]!, site.frame);
        if (truth === true) {
          sure++;
          site.seen?.items.add(at);
        } else if (truth === undefined) {
          open++;
          if (site.seen) site.seen.unsure = true;
        }
      }
      if (sure > max || sure + open < min) return false;
      return sure >= min && sure + open <= max ? true : undefined;
    },
    looksAt: (_, bounds) => void (bounds.allItems = true),
    translation: {
      holds: (keyword) => {
        if (!isSchema(keyword.value)) return nothing;
        const item = held(keyword, keyword.value, true);
        return all({ kind: 'contains', item, ...counts(keyword.schema), from: 0, to: Infinity });
      },
      fails: (keyword) => {
        if (!isSchema(keyword.value)) return never;
        const { min, max } = counts(keyword.schema);
        const item = held(keyword, keyword.value, true);
        const range = { from: 0, to: Infinity };
        const alternatives: Item[][] = [];
        if (min > 0) alternatives.push([fact({ kind: 'contains', item, min: 0, max: min - 1, ...range })]);
        if (max !== Infinity) {
          alternatives.push([fact({ kind: 'contains', item, min: max + 1, max: Infinity, ...range })]);
        }
        return either(alternatives);
      },
    },
    params: (_, __, schema) => {
      const { min, max } = counts(schema);
      return { minContains: min, ...(max === Infinity ? {} : { maxContains: max }) };
    },
    message: ({ minContains, maxContains }) =>
      maxContains === undefined
        ? tell('value.contains', { least: shown(minContains) })
        : tell('value.contains:between', { least: shown(minContains), most: shown(maxContains) }),
  },
  {
    ...shared,
    name: 'minContains',
    shape: 'count',
    hint: 'How many items meet `contains` at least.',
  },
  {
    ...shared,
    name: 'maxContains',
    shape: 'count',
    hint: 'How many items meet `contains` at most.',
  },
];
