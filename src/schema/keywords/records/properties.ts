import { isObject } from '../../../base/index.js';
import type { JsonSchema } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { childInstance } from '../../explain/issue-place.js';
import { tell } from '../../explain/messages.js';
import { fact, type Item } from '../../solve/facts.js';
import { all, either, held, never, nothing, type Keyword, type Meaning } from '../../solve/translate.js';
import { isNamed } from '../is-named.js';
import { matches } from '../matching.js';
import type { KeywordRecord } from '../record.js';
import type { Truth } from '../site.js';
import { both } from '../site.js';
import { BIT } from '../type-set.js';
import { entriesIn, textOf, unlessEmpty, unlessTrue } from '../values.js';

/** The three keywords are read together, at whichever comes first. */
const GROUP = ['properties', 'patternProperties', 'additionalProperties'] as const;
const holds = (keyword: Keyword): Meaning => {
  const { schema, name } = keyword;
  const first = GROUP.find((member) => schema[member] !== undefined);
  return first === name ? all({ kind: 'properties', schema, reading: keyword }) : nothing;
};

const shared = {
  topic: 'properties',
  types: BIT.object,
  isInTypes: true,
  isDivisible: true,
  ajv: 'exact',
} as const;

/** Core, sections 10.3.2.1 to 10.3.2.3. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'additionalProperties',
    shape: 'schema',
    hint: 'The schema of all other properties; false for none.',
    check: (value, instance, site) => {
      if (!isObject(instance) || !isSchema(value)) return true;
      let truth: Truth = true;
      for (const name of Object.keys(instance)) {
        const named = isNamed(site.schema, name);
        if (named === true) continue;
        const here: Truth = site.run.evaluate(value, instance[name]!, site.frame);
        if (named === undefined) {
          if (site.seen) site.seen.unsure = true;
          truth = both(truth, here || undefined);
          continue;
        }
        site.seen?.properties.add(name);
        truth = both(truth, here);
        if (truth === false) return false;
      }
      return truth;
    },
    looksAt: (_, bounds) => void (bounds.allProperties = true),
    combination: { group: 'objects' },
    glance: 'always',
    normal: unlessTrue,
    translation: {
      holds,
      fails: (keyword) =>
        isSchema(keyword.value)
          ? all({
              kind: 'some',
              name: { kind: 'rest', schema: keyword.schema },
              value: held(keyword, keyword.value, false),
            })
          : never,
    },
    step: 'additional',
    explain: (value, place) => {
      if (!isObject(place.instance)) return;
      for (const name of Object.keys(place.instance)) {
        const named = isNamed(place.schema, name);
        const spot = childInstance(place, name, 'additionalProperties');
        if (named === undefined) {
          if (place.truth(value, spot) !== true)
            place.add('additionalProperties', undefined, { additionalProperty: name });
        } else if (!named) {
          if (value === false) place.add('additionalProperties', false, { additionalProperty: name });
          else place.explain(value, spot);
        }
      }
    },
    message: ({ additionalProperty }) => tell('value.property', { name: textOf(additionalProperty) }),
  },
  {
    ...shared,
    name: 'properties',
    shape: 'schema-map',
    hint: 'The schema of each property, by name.',
    check: (value, instance, site) => {
      if (!isObject(instance) || !isObject(value)) return true;
      let truth: Truth = true;
      for (const name of Object.keys(value)) {
        const subschema = value[name]!;
        if (!Object.hasOwn(instance, name) || !isSchema(subschema)) continue;
        site.seen?.properties.add(name);
        truth = both(truth, site.run.evaluate(subschema, instance[name]!, site.frame));
        if (truth === false) return false;
      }
      return truth;
    },
    looksAt: (value, bounds) => entriesIn(value).forEach(([name]) => bounds.names.add(name)),
    combination: { group: 'objects', holdsTurn: true },
    glance: 'always',
    normal: unlessEmpty,
    translation: {
      holds,
      fails: (keyword) =>
        either(
          entriesIn(keyword.value).map(([name, schema]): Item[] => [
            fact({ kind: 'has', name }),
            fact({ kind: 'is', name, value: held(keyword, schema as JsonSchema, false) }),
          ]),
        ),
    },
    step: 'property',
    explain: (value, place) => {
      if (!isObject(place.instance) || !isObject(value)) return;
      for (const name of Object.keys(value)) {
        if (!Object.hasOwn(place.instance, name)) continue;
        place.explain(value[name], childInstance(place, name, 'properties', name));
      }
    },
  },
  {
    ...shared,
    name: 'patternProperties',
    shape: 'pattern-map',
    hint: 'The schema of properties whose name matches a regular expression.',
    check: (value, instance, site) => {
      if (!isObject(instance) || !isObject(value)) return true;
      let truth: Truth = true;
      for (const pattern of Object.keys(value)) {
        const subschema = value[pattern]!;
        if (!isSchema(subschema)) continue;
        for (const name of Object.keys(instance)) {
          const match = matches(pattern, name);
          if (match === false) continue;
          if (match === undefined) {
            if (site.seen) site.seen.unsure = true;
            truth = both(truth, site.run.evaluate(subschema, instance[name]!, site.frame) || undefined);
          } else {
            site.seen?.properties.add(name);
            truth = both(truth, site.run.evaluate(subschema, instance[name]!, site.frame));
          }
          if (truth === false) return false;
        }
      }
      return truth;
    },
    looksAt: (value, bounds) => entriesIn(value).forEach(([pattern]) => bounds.patterns.add(pattern)),
    combination: { group: 'objects' },
    normal: unlessEmpty,
    translation: {
      holds,
      fails: (keyword) =>
        either(
          entriesIn(keyword.value).map(([pattern, schema]): Item[] => [
            fact({
              kind: 'some',
              name: { kind: 'pattern', pattern },
              value: held(keyword, schema as JsonSchema, false),
            }),
          ]),
        ),
    },
    step: 'pattern',
    explain: (value, place) => {
      if (!isObject(place.instance) || !isObject(value)) return;
      for (const pattern of Object.keys(value)) {
        for (const name of Object.keys(place.instance)) {
          const match = matches(pattern, name);
          const spot = childInstance(place, name, 'patternProperties', pattern);
          if (match === true) place.explain(value[pattern], spot);
          else if (match === undefined && place.truth(value[pattern], spot) !== true)
            place.add('patternProperties', undefined, { pattern });
        }
      }
    },
  },
];
