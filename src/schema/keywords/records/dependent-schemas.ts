import { isObject } from '../../../base/index.js';
import type { JsonSchema } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { sameInstance } from '../../explain/issue-place.js';
import { fact, type Item } from '../../solve/facts.js';
import { either, held } from '../../solve/translate.js';
import { inPlace } from '../in-place.js';
import type { KeywordRecord } from '../record.js';
import type { Truth } from '../site.js';
import { both } from '../site.js';
import { BIT } from '../type-set.js';
import { entriesIn, unlessEmpty } from '../values.js';

/** Core, section 10.2.2.4. */
export const keywords: readonly KeywordRecord[] = [
  {
    name: 'dependentSchemas',
    topic: 'dependents',
    shape: 'schema-map',
    hint: 'Schemas that hold where a property is there.',
    inPlace: 'counts',
    types: BIT.object,
    check: (value, instance, site) => {
      if (!isObject(instance) || !isObject(value)) return true;
      let truth: Truth = true;
      for (const name of Object.keys(value)) {
        const subschema = value[name]!;
        if (!Object.hasOwn(instance, name) || !isSchema(subschema)) continue;
        truth = both(truth, inPlace(subschema, instance, site));
        if (truth === false) return false;
      }
      return truth;
    },
    combination: { group: 'dependentSchemas' },
    normal: unlessEmpty,
    translation: {
      holds: (keyword) => ({
        all: [],
        choices: entriesIn(keyword.value).map(([name, schema]): Item[][] => [
          [fact({ kind: 'lacks', name })],
          [fact({ kind: 'has', name }), { constraint: held(keyword, schema as JsonSchema, true) }],
        ]),
      }),
      fails: (keyword) =>
        either(
          entriesIn(keyword.value).map(([name, schema]): Item[] => [
            fact({ kind: 'has', name }),
            { constraint: held(keyword, schema as JsonSchema, false) },
          ]),
        ),
    },
    isDivisible: true,
    explain: (value, place) => {
      if (!isObject(place.instance) || !isObject(value)) return;
      for (const name of Object.keys(value)) {
        if (Object.hasOwn(place.instance, name))
          place.explain(value[name], sameInstance(place, 'dependentSchemas', name));
      }
    },
    ajv: 'exact',
  },
];
