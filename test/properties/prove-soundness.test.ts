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
        const keys = conditionsOf(generated);
        const passable = new Map<string, boolean>();
        const fields = dimensions(generated);
        for (const answers of everyApplicant(generated, fields)) {
          const key = keys(answers);
          passable.set(key, passable.get(key) === true || judge(generated, answers).valid);
        }
        const stuck = [...passable.values()].includes(false);
        if (stuck) dead += 1;
        else alive += 1;
        expect({ stuck, faults: faults.length > 0 }).toEqual({ stuck, faults: stuck });
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

/** The truth of every test that any condition makes: what tells two situations apart. */
function conditionsOf(generated: Generated): (answers: Answers) => string {
  const tests: { field: string; schema: JsonValue }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'when')
        for (const map of [inner].flat() as Record<string, JsonValue>[])
          for (const [field, schema] of Object.entries(map)) tests.push({ field, schema });
      else walk(inner);
    }
  };
  walk([generated.bundle, generated.blocks]);
  return (answers) =>
    tests
      .map(({ field, schema }) => {
        const probe = {
          ...generated,
          bundle: { ...generated.bundle, uses: [{ block: 'block0', when: { [field]: schema } }] },
        };
        return judge(probe as Generated, answers).included.length;
      })
      .join('') + JSON.stringify(answers['choices']);
}
