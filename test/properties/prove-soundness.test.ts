import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { composedBundle } from '../../src/plan/index.js';
import { proveBundle } from '../../src/prove/index.js';
import type { BlockUse } from '../../src/model/index.js';
import { generatedCatalogue } from './catalogue-generator.js';
import type { Generated } from './catalogue-generator.js';
import { judge } from './form-oracle.js';

const runs = Number(process.env['LAW_RUNS'] ?? 40);
const mostCombinations = 2_000;

type Answers = Record<string, JsonValue>;

/** The fields that any condition tests or any block takes, with every value worth trying. */
function dimensions({ bundle, blocks, subjects, values }: Generated): [string, JsonValue[]][] {
  const text = JSON.stringify([bundle, blocks]);
  return Object.entries(bundle.roles).flatMap(([role, declared]) => {
    const type = typeof declared === 'string' ? declared : declared.type;
    const elements = Object.keys(subjects.find(({ id }) => id === type)!.elements);
    return elements
      .filter((name) => text.includes(`"${role}.${name}"`))
      .map((name): [string, JsonValue[]] => [`${role}.${name}`, values[`${type}.${name}`]!]);
  });
}

/** Every combination of the values, each with every material given. */
function* everyApplicant(generated: Generated, fields: readonly [string, JsonValue[]][]): Generator<Answers> {
  const choices = (generated.bundle.uses as BlockUse[]).filter(({ choice }) => choice === true);
  const all: [string, JsonValue[]][] = [
    ...fields,
    ...choices.map(({ block }): [string, JsonValue[]] => [`choices.${block}`, [true, false]]),
  ];
  const materials = Object.fromEntries(
    Object.keys(generated.bundle.roles).flatMap((role) =>
      [0, 1, 2].map((index) => [`m${index} of ${role}`, { way: 'upload', files: ['f'] }]),
    ),
  );
  const place = all.map(() => 0);
  for (;;) {
    const answers: Answers = { materials, choices: {} };
    for (const role of Object.keys(generated.bundle.roles)) answers[role] = {};
    for (const [index, [field, values]] of all.entries()) {
      const dot = field.indexOf('.');
      (answers[field.slice(0, dot)] as Answers)[field.slice(dot + 1)] = values[place[index]!]!;
    }
    yield answers;
    let at = all.length - 1;
    while (at >= 0 && ++place[at]! >= all[at]![1].length) place[at--] = 0;
    if (at < 0) return;
  }
}

const small = generatedCatalogue({ choices: true }).filter((generated) => {
  const sizes = dimensions(generated).map(([, values]) => values.length);
  return sizes.reduce((product, size) => product * size, 1) <= mostCombinations;
});

describe('the proofs, against every combination of values', () => {
  it('find each situation that occurs, and no other; and exactly the uses that some applicant reaches', () => {
    let situations = 0;
    fc.assert(
      fc.property(small, (generated) => {
        const catalogue = loadCatalogue([], { documents: generated.documents });
        const composed = composedBundle(catalogue, 'bundle');
        const proven = proveBundle(composed, { most: 5_000 });
        expect(proven.situations.exact).toBe(true);
        const fields = dimensions(generated);
        const names = new Set(composed.bound.uses.map(({ name }) => name));
        const found = new Set<string>();
        for (const answers of everyApplicant(generated, fields)) {
          found.add(judge(generated, answers).included.sort().join(' '));
        }
        // Every combination of one situation of each group, seen by the uses that take part.
        const always = composed.bound.uses.filter(({ guard }) => guard === true).map(({ name }) => name);
        let told = new Set([always.sort().join(' ')]);
        for (const { listed } of proven.situations.groups) {
          const next = new Set<string>();
          for (const before of told)
            for (const { holds } of listed) {
              const own = holds.filter((what) => names.has(what));
              next.add([...before.split(' ').filter(Boolean), ...own].sort().join(' '));
            }
          told = next;
        }
        expect([...told].sort()).toEqual([...found].sort());
        situations += found.size;
        const reached = new Set([...found].flatMap((uses) => uses.split(' ')));
        const never = new Set(
          proven.diagnostics
            .filter(({ code }) => code === 'prove/unreachable-use' || code === 'prove/condition-never')
            .map(({ at }) => at.pointer.split('/')[2]),
        );
        for (const [index, use] of (generated.bundle.uses as BlockUse[]).entries()) {
          if (!reached.has(use.block)) expect(never).toContain(String(index));
        }
        for (const { code, at } of proven.diagnostics) {
          if (code === 'prove/unreachable-use') {
            const use = generated.bundle.uses[Number(at.pointer.split('/')[2])] as BlockUse;
            expect(reached).not.toContain(use.block);
          }
        }
      }),
      { numRuns: runs },
    );
    expect(situations).toBeGreaterThan(runs);
  });

  it('call a form impossible only where no applicant of that situation gets through, and miss none that is', () => {
    let dead = 0;
    let alive = 0;
    fc.assert(
      fc.property(small, (generated) => {
        const catalogue = loadCatalogue([], { documents: generated.documents });
        const composed = composedBundle(catalogue, 'bundle');
        const proven = proveBundle(composed);
        const faults = [...composed.diagnostics, ...proven.diagnostics].filter(({ code }) =>
          ['prove/dead-end', 'compose/conflict', 'compose/widened'].includes(code),
        );
        const fields = dimensions(generated);
        const asWritten = new Map<string, boolean>();
        const asDecided = new Map<string, boolean>();
        const keys = [
          { keyOf: testsOf(generated), passable: asWritten },
          { keyOf: decisionsOf(generated, fields), passable: asDecided },
        ];
        for (const answers of everyApplicant(generated, fields)) {
          const { valid } = judge(generated, answers);
          for (const { keyOf, passable } of keys) {
            const key = keyOf(answers);
            passable.set(key, passable.get(key) === true || valid);
          }
        }
        const stuck = [...asDecided.values()].includes(false);
        if (stuck) dead += 1;
        else alive += 1;
        // Between the two readings of "a situation" (a test that can decide nothing does or does not tell two apart),
        // the engine may choose; nobody stuck is missed, and nobody is called stuck who by no reading is.
        if (stuck) expect(faults).not.toEqual([]);
        if (![...asWritten.values()].includes(false)) expect(faults).toEqual([]);
        // Whoever answers as the witness does is stuck, whatever else they answer.
        for (const { witness } of faults) {
          const { facts = {}, choices = {} } = witness as { facts?: Answers; choices?: Answers };
          const known = Object.entries({
            ...facts,
            ...Object.fromEntries(Object.entries(choices).map(([use, value]) => [`choices.${use}`, value])),
          });
          const inWitness = fields.map(([field, values]): [string, JsonValue[]] => [
            field,
            Object.hasOwn(facts, field) ? [facts[field]!] : values,
          ]);
          for (const answers of everyApplicant(generated, inWitness)) {
            const agrees = known.every(([field, value]) => {
              const dot = field.indexOf('.');
              const holder = answers[field.slice(0, dot)] as Answers;
              return !Object.hasOwn(holder, field.slice(dot + 1)) || holder[field.slice(dot + 1)] === value;
            });
            if (agrees) expect(judge(generated, answers).valid).toBe(false);
          }
        }
      }),
      { numRuns: runs },
    );
    // The law would hold vacuously if the generator only made bundles of one kind.
    expect(dead).toBeGreaterThan(0);
    expect(alive).toBeGreaterThan(0);
  });
});

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

/** How a condition turns out, asked of the judge as the condition of a use. */
function outcome(generated: Generated, when: When | When[], answers: Answers): number {
  const uses = [{ block: 'block0', when }];
  return judge({ ...generated, bundle: { ...generated.bundle, uses } } as Generated, answers).included.length;
}

/** Two applicants differ when any test that is written turns out otherwise. */
function testsOf(generated: Generated): (answers: Answers) => string {
  const tests = conditionsOf(generated)
    .flat()
    .flatMap((map) => Object.entries(map));
  return (answers) =>
    tests.map(([field, schema]) => outcome(generated, { [field]: schema }, answers)).join('') +
    JSON.stringify(answers['choices']);
}

/** Two applicants differ when the value of a field can make a condition turn out otherwise, whatever the rest is. */
function decisionsOf(
  generated: Generated,
  fields: readonly [string, JsonValue[]][],
): (answers: Answers) => string {
  const valueOf = (answers: Answers, field: string): JsonValue | undefined => {
    const dot = field.indexOf('.');
    return (answers[field.slice(0, dot)] as Answers)[field.slice(dot + 1)];
  };
  const parts = conditionsOf(generated).flatMap((when) => {
    const tested = new Set(when.flatMap((map) => Object.keys(map)));
    const own = fields.filter(([field]) => tested.has(field));
    const applicants = [...everyApplicant(generated, own)];
    return own.map(([field]) => {
      const turnsOut = new Map<string, string>();
      for (const answers of applicants) {
        const value = JSON.stringify(valueOf(answers, field));
        turnsOut.set(value, (turnsOut.get(value) ?? '') + outcome(generated, when, answers));
      }
      return { field, turnsOut };
    });
  });
  return (answers) =>
    parts.map(({ field, turnsOut }) => turnsOut.get(JSON.stringify(valueOf(answers, field)))).join(' ') +
    JSON.stringify(answers['choices']);
}
