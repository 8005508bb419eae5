import type { JsonValue } from '../../src/base/index.js';
import type { BlockUse } from '../../src/model/index.js';
import type { Generated } from './catalogue-generator.js';
import { judge } from './form-oracle.js';

/** What somebody answers, shaped like the form. */
export type Answers = Record<string, JsonValue>;

/** The fields that any condition tests or any block takes, with every value worth trying. */
export function dimensions({ bundle, blocks, subjects, values }: Generated): [string, JsonValue[]][] {
  const text = JSON.stringify([bundle, blocks]);
  return Object.entries(bundle.roles).flatMap(([role, declared]) => {
    const type = typeof declared === 'string' ? declared : declared.type;
    const elements = Object.keys(subjects.find(({ id }) => id === type)!.elements);
    return elements
      .filter((name) => text.includes(`"${role}.${name}"`))
      .map((name): [string, JsonValue[]] => [`${role}.${name}`, values[`${type}.${name}`]!]);
  });
}

/** Every combination of the values, each with every material given; of a repeated role every list of items. */
export function everyApplicant(
  generated: Generated,
  fields: readonly [string, JsonValue[]][],
  counts: readonly number[] = [1, 2, 3],
): Answers[] {
  const { bundle, many } = generated;
  const choices = (bundle.uses as BlockUse[]).filter(({ choice }) => choice === true);
  const roles = Object.keys(bundle.roles);
  let applicants: Answers[] = [{ choices: {} }];
  const extend = (extended: (before: Answers) => Answers[]) => {
    applicants = applicants.flatMap(extended);
  };
  for (const { block } of choices)
    extend((one) =>
      [true, false].map((taken) => ({ choices: { ...(one['choices'] as Answers), [block]: taken } })),
    );
  for (const role of roles) {
    const given = materialsOf(role);
    const singles = objectsOf(role, fields);
    if (!many.includes(role)) {
      extend((one) =>
        singles.map((values) => ({
          ...one,
          [role]: values,
          materials: { ...(one['materials'] as Answers | undefined), ...given },
        })),
      );
      continue;
    }
    const items = singles.map((values): Answers => ({ ...values, materials: given }));
    const lists = counts.flatMap((count) => listsOf(items, count));
    extend((one) => lists.map((list) => ({ ...one, [role]: list })));
  }
  return applicants;
}

function materialsOf(role: string): Answers {
  return Object.fromEntries(
    [0, 1, 2].map((index) => [`m${index} of ${role}`, { way: 'upload', files: ['f'] }]),
  );
}

/** Every combination of values of the fields of one role. */
function objectsOf(role: string, fields: readonly [string, JsonValue[]][]): Answers[] {
  let found: Answers[] = [{}];
  for (const [field, values] of fields) {
    const dot = field.indexOf('.');
    if (field.slice(0, dot) !== role) continue;
    found = found.flatMap((one) => values.map((value) => ({ ...one, [field.slice(dot + 1)]: value })));
  }
  return found;
}

function listsOf(items: readonly Answers[], count: number): Answers[][] {
  if (count === 0) return [[]];
  return listsOf(items, count - 1).flatMap((list) => items.map((item) => [...list, item]));
}

type When = Record<string, JsonValue>;

/** Every condition that the bundle or a block states, as a list of maps. */
function conditionsOf(generated: Generated): When[][] {
  const found: When[][] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'when') found.push([inner].flat() as When[]);
      else walk(inner);
    }
  };
  walk([generated.bundle, generated.blocks]);
  return found;
}

/** How a condition turns out, asked of the judge as the condition of a use; item by item where it is about items. */
function outcome(generated: Generated, when: When | When[], answers: Answers): string {
  const about = generated.many.find((role) => JSON.stringify(when).includes(`"${role}.`));
  const uses = [{ block: 'block0', when, ...(about === undefined ? {} : { each: about }) }];
  const blocks = [{ kind: 'block', id: 'block0', roles: {} }];
  const asked = { ...generated, blocks, bundle: { ...generated.bundle, uses } } as Generated;
  const { included } = judge(asked, answers);
  return `${included.join()};`;
}

/** Two applicants differ when any test that is written turns out otherwise. */
export function testsOf(generated: Generated): (answers: Answers) => string {
  const tests = conditionsOf(generated)
    .flat()
    .flatMap((map) => Object.entries(map));
  return (answers) =>
    tests.map(([field, schema]) => outcome(generated, { [field]: schema }, answers)).join('') +
    sizeOf(generated, answers) +
    JSON.stringify(answers['choices']);
}

/** Two applicants differ when the value of a field can make a condition turn out otherwise, whatever the rest is. */
export function decisionsOf(
  generated: Generated,
  fields: readonly [string, JsonValue[]][],
): (answers: Answers) => string {
  const valuesOf = (answers: Answers, field: string): string[] => {
    const dot = field.indexOf('.');
    return [answers[field.slice(0, dot)]!]
      .flat()
      .map((holder) => JSON.stringify((holder as Answers)[field.slice(dot + 1)]));
  };
  const parts = conditionsOf(generated).flatMap((when) => {
    const tested = new Set(when.flatMap((map) => Object.keys(map)));
    const own = fields.filter(([field]) => tested.has(field));
    const applicants = everyApplicant(generated, own, [1]);
    return own.map(([field]) => {
      const turnsOut = new Map<string, string>();
      for (const answers of applicants) {
        const [value] = valuesOf(answers, field);
        turnsOut.set(value!, (turnsOut.get(value!) ?? '') + outcome(generated, when, answers));
      }
      return { field, turnsOut };
    });
  });
  return (answers) =>
    parts
      .map(({ field, turnsOut }) =>
        valuesOf(answers, field)
          .map((value) => turnsOut.get(value))
          .join(' '),
      )
      .join(' ') +
    sizeOf(generated, answers) +
    JSON.stringify(answers['choices']);
}

function sizeOf({ many }: Generated, answers: Answers): string {
  return many.map((role) => (answers[role] as JsonValue[]).length).join();
}

/** Whether somebody answers as the facts of a witness say, as far as these say anything of what is asked. */
export function agrees(answers: Answers, witness: { facts?: Answers; choices?: Answers }): boolean {
  const { facts = {}, choices = {} } = witness;
  const isAlike = (holder: Answers, element: string, value: JsonValue) =>
    !Object.hasOwn(holder, element) || JSON.stringify(holder[element]) === JSON.stringify(value);
  const chosen = Object.entries(choices).every(([use, value]) =>
    isAlike(answers['choices'] as Answers, use, value),
  );
  return (
    chosen &&
    Object.entries(facts).every(([key, value]) => {
      const dot = key.indexOf('.');
      if (dot >= 0) return isAlike(answers[key.slice(0, dot)] as Answers, key.slice(dot + 1), value);
      const items = answers[key] as Answers[];
      return (
        items.length === (value as Answers[]).length &&
        items.every((item, index) =>
          Object.entries((value as Answers[])[index]!).every(([element, one]) => isAlike(item, element, one)),
        )
      );
    })
  );
}
