import { isObject } from '../../../base/index.js';
import type { JsonObject, JsonValue } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { sameInstance } from '../../explain/issue-place.js';
import { tell } from '../../explain/messages.js';
import { fact } from '../../solve/facts.js';
import { all, either, held, never, nothing } from '../../solve/translate.js';
import type { KeywordRecord } from '../record.js';
import type { Truth } from '../site.js';
import { both } from '../site.js';
import { BIT } from '../type-set.js';
import { distinct, entriesIn, textOf, textsIn, union, unlessTrue } from '../values.js';

const hasAll = (names: JsonValue | undefined, instance: JsonObject): boolean =>
  !Array.isArray(names) || names.every((name) => typeof name !== 'string' || Object.hasOwn(instance, name));

/** The names in the list that an object lacks. */
function absent(names: JsonValue | undefined, instance: JsonValue): string[] {
  return isObject(instance) ? textsIn(names).filter((name) => !Object.hasOwn(instance, name)) : [];
}

const shared = { topic: 'object', types: BIT.object, ajv: 'exact' } as const;

/** Validation, sections 6.5.3 and 6.5.4; core, section 10.3.2.4. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'required',
    shape: 'text-list',
    hint: 'The properties that must be there.',
    isInTypes: true,
    check: (value, instance) => !isObject(instance) || hasAll(value, instance),
    combination: { values: union },
    glance: 'always',
    normal: (value) => {
      if (!Array.isArray(value)) return value;
      return value.length === 0 ? undefined : distinct(value);
    },
    translation: {
      holds: ({ value }) => ({ all: textsIn(value).map((name) => fact({ kind: 'has', name })), choices: [] }),
      fails: ({ value }) => either(textsIn(value).map((name) => [fact({ kind: 'lacks', name })])),
    },
    explain: (value, place) => {
      for (const missingProperty of absent(value, place.instance))
        place.add('required', false, { missingProperty });
    },
    message: ({ missingProperty }) => tell('value.required', { name: textOf(missingProperty) }),
  },
  {
    ...shared,
    name: 'dependentRequired',
    shape: 'text-list-map',
    hint: 'Properties that must be there where a property is there.',
    check: (value, instance) =>
      !isObject(instance) ||
      entriesIn(value).every(([name, names]) => !Object.hasOwn(instance, name) || hasAll(names, instance)),
    combination: { group: 'dependentRequired' },
    translation: {
      holds: ({ value }) =>
        all(
          ...entriesIn(value).map(
            ([name, others]) => ({ kind: 'implies', name, others: textsIn(others) }) as const,
          ),
        ),
      fails: ({ value }) =>
        either(
          entriesIn(value).flatMap(([name, others]) =>
            textsIn(others).map((other) => [
              fact({ kind: 'has', name }),
              fact({ kind: 'lacks', name: other }),
            ]),
          ),
        ),
    },
    explain: (value, place) => {
      if (!isObject(place.instance)) return;
      for (const [property, names] of entriesIn(value)) {
        if (!Object.hasOwn(place.instance, property)) continue;
        for (const missingProperty of absent(names, place.instance))
          place.add('dependentRequired', false, { property, missingProperty });
      }
    },
    message: ({ property, missingProperty }) =>
      tell('value.dependentRequired', { name: textOf(missingProperty), other: textOf(property) }),
  },
  {
    ...shared,
    name: 'propertyNames',
    shape: 'schema',
    hint: 'The schema of the names of properties.',
    check: (value, instance, site) => {
      if (!isObject(instance) || !isSchema(value)) return true;
      let truth: Truth = true;
      for (const name of Object.keys(instance)) {
        truth = both(truth, site.run.evaluate(value, name, site.frame));
        if (truth === false) return false;
      }
      return truth;
    },
    combination: { group: 'names', holdsTurn: true },
    normal: unlessTrue,
    translation: {
      holds: (keyword) =>
        isSchema(keyword.value) ? all({ kind: 'names', name: held(keyword, keyword.value, true) }) : nothing,
      fails: (keyword) =>
        isSchema(keyword.value)
          ? all({
              kind: 'some',
              name: { kind: 'meets', name: held(keyword, keyword.value, false) },
              value: undefined,
            })
          : never,
    },
    step: 'name',
    isDivisible: true,
    explain: (value, place) => {
      if (!isObject(place.instance)) return;
      for (const name of Object.keys(place.instance)) {
        const spot = { ...sameInstance(place, 'propertyNames'), instance: name };
        place.add('propertyNames', place.truth(value, spot), { propertyName: name });
      }
    },
    message: ({ propertyName }) => tell('value.propertyNames', { name: textOf(propertyName) }),
  },
];
