import { createRandom } from '../../fuzz/random.js';
import type { JsonSchema } from '../../../src/base/index.js';
import type { Condition, ConditionMap } from '../../../src/model/index.js';

/** Chance, by a seed. */
export interface Dice {
  chance: (probability: number) => boolean;
  below: (bound: number) => number;
  pick: <T>(values: readonly T[]) => T;
  /** Some of the values, in their order. */
  some: <T>(values: readonly T[], probability: number) => T[];
  /** The part with a probability, or nothing. */
  maybe: <T extends object>(probability: number, make: () => T) => T | Record<string, never>;
}

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const chance = (probability: number) => random.chance(probability);
  return {
    chance,
    below: (bound) => random.below(bound),
    pick: (values) => random.pick(values),
    some: (values, probability) => values.filter(() => chance(probability)),
    maybe: (probability, make) => (chance(probability) ? make() : {}),
  };
}

/** An element of a subject of the generated catalogues, with values that all blocks take. */
export interface Element {
  schema: JsonSchema;
  values: readonly (string | number | boolean | string[])[];
  /** Schemas that conditions test it by: some values meet them, others do not. */
  tests: readonly JsonSchema[];
}

const kinds = ['a', 'b', 'c'];
const flag: Element = {
  schema: { type: 'boolean' },
  values: [true, false],
  tests: [{ const: true }, { const: false }],
};
const kind: Element = {
  schema: { type: 'string', enum: kinds },
  values: kinds,
  tests: [{ const: 'a' }, { enum: ['a', 'b'] }, { not: { const: 'c' } }],
};
const number: Element = {
  schema: { type: 'integer', minimum: 0, maximum: 9 },
  values: [0, 3, 9],
  tests: [{ minimum: 3 }, { maximum: 2 }, { const: 9 }],
};
const text: Element = {
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  values: ['x', 'y y', '名'],
  tests: [{ const: 'x' }, { maxLength: 1 }],
};
const date: Element = {
  schema: { type: 'string', format: 'date' },
  values: ['2001-02-03', '2019-12-31', '2020-02-29'],
  tests: [{ pattern: '^20[01]' }],
};
const decimal: Element = {
  schema: { type: 'number', minimum: 0, multipleOf: 0.01 },
  values: [0.1, 0.2, 12.35],
  tests: [{ minimum: 0.2 }],
};
const list: Element = {
  schema: { type: 'array', items: { enum: kinds }, maxItems: 3 },
  values: [['a'], ['a', 'c'], []],
  tests: [{ minItems: 1 }, { contains: { const: 'c' } }],
};
const resident: Element = {
  schema: { type: 'string', format: 'cn-resident-id' },
  values: ['11010519491231002X', '440524188001010014'],
  tests: [{ pattern: '^11' }],
};
const open: Element = { schema: { type: 'string' }, values: ['one', 'two'], tests: [{ const: 'one' }] };
const any: Element = { schema: {}, values: ['p', 5, true], tests: [{ type: 'string' }] };
const total: Element = {
  schema: { type: 'number' },
  values: [1, 2],
  tests: [{ minimum: 2 }, { minimum: 10 }],
};

/** The subjects: those elements that only derivations give stand last. */
export const subjects: Readonly<Record<string, Readonly<Record<string, Element>>>> = {
  person: {
    id: open,
    name: text,
    flag,
    kind,
    count: number,
    birth: date,
    amount: decimal,
    tags: list,
    resident,
    grade: number,
    note: any,
    age: total,
    born: date,
    sex: open,
  },
  child: { id: open, name: text, flag, kind, count: number, grade: number, place: kind, born: date },
  place: {
    id: open,
    area: number,
    kind,
    flag,
    code: open,
    opened: date,
    same: flag,
    total,
    children: total,
    earlier: flag,
  },
};

/** A role as conditions and inputs may speak of it. */
export interface RoleInScope {
  name: string;
  type: string;
  /** It repeats, and the words are not about one item of it. */
  isList: boolean;
}

/** Which fields a condition may rest on. */
export type MayTest = (role: RoleInScope, element: string) => boolean;

/** A condition over the roles in scope; none where nothing may be tested. */
export function someCondition(
  dice: Dice,
  roles: readonly RoleInScope[],
  mayTest: MayTest,
): Condition | undefined {
  const map = (): ConditionMap | undefined => {
    const result: ConditionMap = {};
    for (let tests = dice.chance(0.3) ? 2 : 1; tests > 0; tests--) {
      const role = dice.pick(roles);
      const elements = Object.keys(subjects[role.type]!).filter((element) => mayTest(role, element));
      if (elements.length === 0) continue;
      const element = dice.pick(elements);
      const schema = dice.pick(subjects[role.type]![element]!.tests);
      const field = [role.name, element].join('.');
      if (role.isList) result[dice.pick(['some', 'every'])] = { [field]: schema };
      else result[field] = schema;
    }
    return Object.keys(result).length === 0 ? undefined : result;
  };
  const first = map();
  const second = dice.chance(0.25) ? map() : undefined;
  if (first === undefined || second === undefined) return first ?? second;
  return [first, second];
}
