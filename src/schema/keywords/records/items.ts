import { isSchema } from '../../document/is-schema.js';
import { childInstance } from '../../explain/issue-place.js';
import { tell } from '../../explain/messages.js';
import { fact, type Item } from '../../solve/facts.js';
import { all, either, held, never, nothing, type Keyword, type Meaning } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import type { Truth } from '../site.js';
import { both } from '../site.js';
import { BIT } from '../type-set.js';
import { schemasIn, shown, unlessTrue } from '../values.js';

/** The two keywords are read together, at whichever comes first. */
const holds = (keyword: Keyword): Meaning => {
  const { schema, name } = keyword;
  if (name === 'items' && Array.isArray(schema.prefixItems)) return nothing;
  const rest = isSchema(schema.items) ? schema.items : undefined;
  return all({ kind: 'items', prefix: schemasIn(schema.prefixItems), rest, reading: keyword });
};

const shared = {
  topic: 'items',
  types: BIT.array,
  isInTypes: true,
  glance: 'always',
  isDivisible: true,
} as const;

/** Core, sections 10.3.1.1 and 10.3.1.2. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'prefixItems',
    shape: 'schema-list',
    hint: 'The schemas of the first items of a list, one by one.',
    check: (value, instance, site) => {
      if (!Array.isArray(instance) || !Array.isArray(value)) return true;
      let truth: Truth = true;
      const length = Math.min(value.length, instance.length);
      for (let at = 0; at < length; at++) {
        const subschema = value[at]!;
        if (!isSchema(subschema)) continue;
        truth = both(truth, site.run.evaluate(subschema, instance[at]!, site.frame));
        if (truth === false) return false;
      }
      if (site.seen) site.seen.prefix = Math.max(site.seen.prefix, length);
      return truth;
    },
    looksAt: (value, bounds) => {
      if (Array.isArray(value)) bounds.prefix = Math.max(bounds.prefix, value.length);
    },
    combination: { group: 'arrays' },
    translation: {
      holds,
      fails: (keyword) =>
        either(
          schemasIn(keyword.value).map((schema, at): Item[] => [
            fact({ kind: 'count', min: at + 1, max: Infinity }),
            fact({
              kind: 'contains',
              item: held(keyword, schema, false),
              min: 1,
              max: Infinity,
              from: at,
              to: at + 1,
            }),
          ]),
        ),
    },
    step: 'item',
    explain: (value, place) => {
      if (!Array.isArray(place.instance) || !Array.isArray(value)) return;
      const length = Math.min(value.length, place.instance.length);
      for (let at = 0; at < length; at++)
        place.explain(value[at], childInstance(place, at, 'prefixItems', at));
    },
  },
  {
    ...shared,
    name: 'items',
    shape: 'schema',
    hint: 'The schema of the items of a list (those behind prefixItems).',
    check: (value, instance, site) => {
      if (!Array.isArray(instance) || !isSchema(value)) return true;
      const { prefixItems } = site.schema;
      let truth: Truth = true;
      for (let at = Array.isArray(prefixItems) ? prefixItems.length : 0; at < instance.length; at++) {
        truth = both(truth, site.run.evaluate(value, instance[at]!, site.frame));
        if (truth === false) return false;
      }
      if (site.seen) site.seen.allItems = true;
      return truth;
    },
    looksAt: (_, bounds) => void (bounds.allItems = true),
    combination: { group: 'arrays', holdsTurn: true },
    normal: unlessTrue,
    translation: {
      holds,
      fails: (keyword) => {
        if (!isSchema(keyword.value)) return never;
        const from = schemasIn(keyword.schema.prefixItems).length;
        const item = held(keyword, keyword.value, false);
        return all({ kind: 'contains', item, min: 1, max: Infinity, from, to: Infinity });
      },
    },
    step: 'items',
    explain: (value, place) => {
      if (!Array.isArray(place.instance)) return;
      const { prefixItems } = place.schema;
      const limit = Array.isArray(prefixItems) ? prefixItems.length : 0;
      if (value === false) {
        place.add('items', place.instance.length <= limit, { limit });
        return;
      }
      for (let at = limit; at < place.instance.length; at++)
        place.explain(value, childInstance(place, at, 'items'));
    },
    message: ({ limit }) => tell('value.maxItems', { limit: shown(limit) }),
    // Beside prefixItems ajv 8.20 skips contains and uniqueItems, so that keyword is never compiled.
    ajv: 'exact',
  },
];
