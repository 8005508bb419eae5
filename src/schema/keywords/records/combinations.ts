import { byKey, canonicalJson } from '../../../base/index.js';
import type { JsonValue } from '../../../base/index.js';
import { isSchema } from '../../document/is-schema.js';
import { sameInstance, type Place } from '../../explain/issue-place.js';
import { tell } from '../../explain/messages.js';
import type { Item } from '../../solve/facts.js';
import { either, held, type Keyword, type Meaning } from '../../solve/translate.js';
import { inPlace } from '../in-place.js';
import type { KeywordRecord } from '../record.js';
import type { Check, Truth } from '../site.js';
import { both, opposite } from '../site.js';
import { ALL_TYPES } from '../type-set.js';
import { distinct, schemasIn } from '../values.js';

const checkAllOf: Check = (value, instance, site) => {
  if (!Array.isArray(value)) return true;
  let truth: Truth = true;
  for (const member of value) {
    if (isSchema(member)) truth = both(truth, inPlace(member, instance, site));
    if (truth === false) return false;
  }
  return truth;
};

/** Every member is visited where somebody asks what was looked at. */
const checkAnyOf: Check = (value, instance, site) => {
  if (!Array.isArray(value)) return true;
  let truth: Truth = false;
  for (const member of value) {
    if (!isSchema(member)) continue;
    const here = inPlace(member, instance, site);
    if (here === true) truth = true;
    else if (here === undefined && truth === false) truth = undefined;
    if (truth === true && !site.seen) return true;
  }
  return truth;
};

const checkOneOf: Check = (value, instance, site) => {
  if (!Array.isArray(value)) return true;
  let sure = 0;
  let open = 0;
  for (const member of value) {
    if (!isSchema(member)) continue;
    const here = inPlace(member, instance, site);
    if (here === true) sure++;
    else if (here === undefined) open++;
    if (sure > 1) return false;
  }
  if (open === 0) return sure === 1;
  return undefined;
};

const together = (keyword: Keyword, positive: boolean): Meaning => ({
  all: schemasIn(keyword.value).map((schema) => ({ constraint: held(keyword, schema, positive) })),
  choices: [],
});
const one = (keyword: Keyword, positive: boolean): Meaning =>
  either(schemasIn(keyword.value).map((schema) => [{ constraint: held(keyword, schema, positive) }]));

const exactlyOne = (keyword: Keyword): Meaning => {
  const members = schemasIn(keyword.value);
  return either(
    members.map((_, chosen) =>
      members.map((schema, at): Item => ({ constraint: held(keyword, schema, at === chosen) })),
    ),
  );
};

/** None at all, or two of them. */
const notExactlyOne = (keyword: Keyword): Meaning => {
  const members = schemasIn(keyword.value);
  const alternatives: Item[][] = [members.map((schema) => ({ constraint: held(keyword, schema, false) }))];
  members.forEach((first, at) => {
    for (const second of members.slice(at + 1)) {
      alternatives.push([
        { constraint: held(keyword, first, true) },
        { constraint: held(keyword, second, true) },
      ]);
    }
  });
  return either(alternatives);
};

const denied = (keyword: Keyword): Keyword => ({ ...keyword, value: [keyword.value] });

function explainMembers(keyword: string, members: JsonValue, place: Place): void {
  if (!Array.isArray(members)) return;
  members.forEach((member, at) => place.explain(member, sameInstance(place, keyword, at)));
}

const shared = { topic: 'combination', types: ALL_TYPES, ajv: 'exact' } as const;

/** Core, sections 10.2.1.1 to 10.2.1.4. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...shared,
    name: 'allOf',
    shape: 'schema-list',
    hint: 'All of these schemas hold.',
    isInTypes: true,
    inPlace: 'counts',
    check: checkAllOf,
    combination: { group: 'flattened' },
    normal: (members) => {
      const saying = schemasIn(members).filter((member) => member !== true);
      return saying.length === 0 ? undefined : distinct(saying);
    },
    translation: { holds: (k) => together(k, true), fails: (k) => one(k, false) },
    isDivisible: true,
    explain: (value, place) => explainMembers('allOf', value, place),
  },
  {
    ...shared,
    name: 'anyOf',
    shape: 'schema-list',
    hint: 'At least one of these schemas holds.',
    isInTypes: true,
    inPlace: 'counts',
    check: checkAnyOf,
    combination: 'apart',
    normal: (members, isEvaluating) =>
      schemasIn(members).includes(true) && !isEvaluating ? undefined : distinct(schemasIn(members)),
    translation: { holds: (k) => one(k, true), fails: (k) => together(k, false) },
    // What is in the way of each alternative, and that none of them is met.
    explain: (value, place) => {
      const truth = checkAnyOf(value, place.instance, place.site);
      if (truth === true) return;
      explainMembers('anyOf', value, place);
      place.add('anyOf', truth, {});
    },
    message: () => tell('value.anyOf'),
  },
  {
    ...shared,
    name: 'oneOf',
    shape: 'schema-list',
    hint: 'Exactly one of these schemas holds.',
    isInTypes: true,
    inPlace: 'counts',
    check: checkOneOf,
    combination: 'apart',
    normal: (members) => schemasIn(members).sort(byKey(canonicalJson)),
    translation: { holds: exactlyOne, fails: notExactlyOne },
    explain: (value, place) => {
      const truth = checkOneOf(value, place.instance, place.site);
      if (truth === true || !Array.isArray(value)) return;
      const passing = value.flatMap((member, at) =>
        place.truth(member, sameInstance(place, 'oneOf', at)) === true ? [at] : [],
      );
      if (passing.length === 0) explainMembers('oneOf', value, place);
      place.add('oneOf', truth, { passingSchemas: passing.length > 1 ? passing.slice(0, 2) : null });
    },
    message: ({ passingSchemas }) => tell(Array.isArray(passingSchemas) ? 'value.oneOf' : 'value.anyOf'),
  },
  {
    ...shared,
    name: 'not',
    shape: 'schema',
    hint: 'This schema does not hold.',
    inPlace: 'does-not-count',
    check: (value, instance, site) =>
      !isSchema(value) || opposite(site.run.evaluate(value, instance, site.frame)),
    combination: 'apart',
    translation: { holds: (k) => together(denied(k), false), fails: (k) => together(denied(k), true) },
    params: () => ({}),
    message: () => tell('value.not'),
  },
];
