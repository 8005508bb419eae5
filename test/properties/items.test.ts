import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import type { Block, Condition } from '../../src/model/index.js';
import { composeBundle, project, resolveSituation } from '../../src/plan/index.js';
import type { BundleOptions } from '../../src/plan/index.js';
import { createValidator } from '../../src/schema/index.js';
import { sketchCatalogue } from '../unit/compose/build-catalogue.js';
import { draws } from '../extent.js';

/**
 * The judge reads conditions as functions of a family that is known whole, and knows nothing of partial facts, of keys
 * or of composing: what is composed for some facts has to come to the same as what is composed for none.
 */

const runs = draws(15, 30);

interface Child {
  $key: string;
  name: string;
  married: boolean;
  age: number;
  sex: string;
}

interface Family {
  married: boolean;
  children: Child[];
}

/** A condition as an author writes it, and what it means. */
interface Meant {
  written: Condition;
  holds: (family: Family, child: Child) => boolean;
}

const ofItems: Meant[] = [
  { written: { 'child.married': { const: true } }, holds: (_, { married }) => married },
  { written: { 'child.age': { minimum: 18 } }, holds: (_, { age }) => age >= 18 },
  {
    written: { 'child.age': { minimum: 18 }, 'person.married': { const: true } },

    holds: ({ married }, { age }) => married && age >= 18,
  },
  {
    written: [{ 'child.sex': { const: 'male' } }, { 'person.married': { const: false } }],

    holds: ({ married }, { sex }) => sex === 'male' || !married,
  },
];

const ofPerson: Meant = {
  written: { 'person.married': { const: true } },
  holds: ({ married }) => married,
};

const ofFamilies: Meant[] = [
  {
    written: { some: { 'child.married': { const: true }, 'child.sex': { const: 'male' } } },
    holds: ({ children }) => children.some(({ married, sex }) => married && sex === 'male'),
  },
  {
    written: { every: { 'child.age': { maximum: 17 } } },
    holds: ({ children }) => children.every(({ age }) => age <= 17),
  },
  ofPerson,
];

const always: Meant = { written: {}, holds: () => true };

/** For each item, for the family, and for all items at once; each with an input that is taken under a condition. */
interface Rules {
  each: Meant;
  eachInput: Meant;
  once: Meant;
  onceInput: Meant;
}

function catalogueOf({ each, eachInput, once, onceInput }: Rules) {
  const roles: Block['roles'] = { person: 'person', child: 'person' };
  const all: Block['roles'] = { person: 'person', child: { type: 'person', many: true } };
  const written = ({ written: when }: Meant) => (when === always.written ? {} : { when });
  return sketchCatalogue({
    blocks: {
      school: { roles, inputs: [{ field: 'child.name' }, { field: 'child.age', ...written(eachInput) }] },
      home: { roles: all, inputs: [{ field: 'child.name' }, { field: 'child.sex', ...written(onceInput) }] },
    },
    bundle: {
      roles: { person: 'person', child: { type: 'person', many: { min: 0, max: 4 } } },
      uses: [
        { block: 'school', each: 'child', ...written(each) },
        { block: 'home', ...written(once) },
      ],
    },
  });
}

/** What each step is handed, by the judge. */
function handed({ each, eachInput, once, onceInput }: Rules, family: Family): Record<string, JsonObject> {
  const result: Record<string, JsonObject> = {};
  for (const child of family.children) {
    if (!each.holds(family, child)) continue;
    const age = eachInput.holds(family, child) ? { age: child.age } : {};
    result[`school[${child.$key}]`] = { child: { name: child.name, ...age } };
  }
  const anybody = family.children[0]!;
  if (once.holds(family, anybody)) {
    const sex = onceInput.holds(family, anybody);
    result['home'] = {
      child: family.children.map((one) => ({ name: one.name, ...(sex ? { sex: one.sex } : {}) })),
    };
  }
  return result;
}

const child = fc.record({
  name: fc.constantFrom('A', 'B', 'C'),
  married: fc.boolean(),
  age: fc.constantFrom(3, 17, 18, 40),
  sex: fc.constantFrom('male', 'female'),
});
const keys = fc.uniqueArray(fc.constantFrom('anna', 'ben', '0', '1', '小明', 'x.y', 'a b', '[c]'), {
  minLength: 4,
  maxLength: 4,
});
const family = fc
  .record({ married: fc.boolean(), list: fc.array(child, { maxLength: 4 }), keys })
  .map(({ married, list, keys: names }): Family => ({
    married,
    children: list.map((one, index) => ({ $key: names[index]!, ...one })),
  }));
const rules: fc.Arbitrary<Rules> = fc.record({
  each: fc.constantFrom(always, ...ofItems, ofPerson),
  eachInput: fc.constantFrom(always, ...ofItems, ofPerson),
  once: fc.constantFrom(always, ...ofFamilies),
  onceInput: fc.constantFrom(always, ...ofFamilies),
});

/** Which facts are given, item by item and field by field; and in which order lists are said. */
const choice = fc.record({
  isListed: fc.boolean(),
  isTold: fc.infiniteStream(fc.boolean()),
  order: fc.infiniteStream(fc.nat(100)),
});
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

function shuffled<T>(list: readonly T[], order: Iterator<number>): T[] {
  return list
    .map((one) => ({ one, at: order.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** A part of what is true. */
function factsOf({ children, married }: Family, { isListed, isTold, order }: Choice): JsonObject {
  const told = isTold[Symbol.iterator]();
  const facts: JsonObject = {};
  if (told.next().value === true) facts['person'] = { married };
  if (!isListed) return facts;
  facts['child'] = shuffled(children, order[Symbol.iterator]()).map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => name === '$key' || told.next().value === true)),
  );
  return facts;
}

const answersOf = ({ children, married }: Family): JsonObject => ({
  person: { married },
  child: children.map((one) => ({ ...one })),
});

/** What each step is handed of a plan: of a list, in the order of the family. */
function projected(
  options: BundleOptions,
  of: Rules,
  { children, married }: Family,
): Record<string, JsonValue> {
  const { plan } = composeBundle(catalogueOf(of), 'one', options);
  const result = project(plan, answersOf({ children, married }));
  expect(result.steps.flatMap(({ missing, issues }) => [...missing, ...issues])).toEqual([]);
  expect(result.open).toEqual([]);
  const listed = (plan.facts['child'] ?? children) as unknown as Child[];
  return Object.fromEntries(
    result.steps.map(({ key, payload }) => {
      const list = payload['child'];
      if (!Array.isArray(list)) return [key, payload];
      const inOrder = children.map(({ $key }) => list[listed.findIndex((one) => one.$key === $key)]!);
      return [key, { ...payload, child: inOrder }];
    }),
  );
}

/** The name of a step as the engine writes it: of a key that could be read as a part of a name, escaped. */
const written = (name: string) =>
  name.replace(
    /\[(.*)\]$/,
    (_, key: string) =>
      `[${key.replace(/[.\s[\]]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}]`,
  );

describe('composing with facts about items', () => {
  it('comes to what composing without comes to, whoever is named and in whatever order', () => {
    fc.assert(
      fc.property(rules, family, choice, (of, one, facts) => {
        const wanted = Object.fromEntries(
          Object.entries(handed(of, one)).map(([key, payload]) => [written(key), payload]),
        );
        expect(projected({}, of, one)).toEqual(wanted);
        expect(projected({ facts: factsOf(one, facts) }, of, one)).toEqual(wanted);
      }),
      { numRuns: runs },
    );
  });

  it('settles nothing wrongly, asks for nothing that is known, and ends when all is known', () => {
    fc.assert(
      fc.property(rules, family, choice, (of, one, told) => {
        const facts = factsOf(one, { ...told, isListed: true });
        const catalogue = catalogueOf(of);
        const takesPlace = new Set(Object.keys(handed(of, one)).map(written));
        const found = resolveSituation(catalogue, 'one', { facts });
        for (const step of found.included) expect(takesPlace).toContain(step);
        for (const step of found.excluded) expect(takesPlace).not.toContain(step);
        const known = new Set(
          [...Object.keys((facts['person'] ?? {}) as JsonObject).map((name) => `person.${name}`)].concat(
            (facts['child'] as JsonObject[]).flatMap((item) =>
              Object.keys(item).map((name) => `${written(`child[${item['$key'] as string}]`)}.${name}`),
            ),
          ),
        );
        for (const { field } of found.questions) expect(known).not.toContain(field);
        for (const field of found.asked) expect(known).not.toContain(field);
        const whole = resolveSituation(catalogue, 'one', { facts: answersOf(one) });
        expect([whole.open, whole.questions, whole.asked]).toEqual([[], [], []]);
        expect(new Set(whole.included)).toEqual(takesPlace);
      }),
      { numRuns: runs },
    );
  });

  it('makes a form that is met by what is asked, and by nothing less', () => {
    fc.assert(
      fc.property(rules, family, choice, (of, one, told) => {
        const facts = factsOf(one, { ...told, isListed: true });
        const { form, plan } = composeBundle(catalogueOf(of), 'one', { facts });
        const isValid = (data: JsonObject) => createValidator(form.schema)(data).length === 0;
        const whole = answersOf(one);
        const inOrder = (plan.facts['child'] as JsonObject[]).map((item) =>
          (whole['child'] as JsonObject[]).find(({ $key }) => $key === item['$key'])!,
        );
        expect(isValid({ ...whole, child: inOrder })).toBe(true);
        for (const { at } of form.fields.filter(({ askedWhen }) => askedWhen === true)) {
          const [, role = '', index = '', name = ''] = at.split('/');
          if (role !== 'child') continue;
          const less = inOrder.map((item, place) =>
            place === Number(index)
              ? Object.fromEntries(Object.entries(item).filter(([key]) => key !== name))
              : item,
          );
          expect(isValid({ ...whole, child: less })).toBe(false);
        }
        expect(isValid({ ...whole, child: [...inOrder, { $key: 'new', name: 'N' }] })).toBe(false);
      }),
      { numRuns: runs },
    );
  });
});
