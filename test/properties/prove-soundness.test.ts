import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { composedBundle } from '../../src/plan/index.js';
import { proveBundle } from '../../src/prove/index.js';
import type { BlockUse } from '../../src/model/index.js';
import { generatedCatalogue } from './catalogue-generator.js';
import type { Generated, GeneratorOptions } from './catalogue-generator.js';
import { agrees, decisionsOf, dimensions, everyApplicant, testsOf } from './prove-applicants.js';
import type { Answers } from './prove-applicants.js';
import { judge } from './form-oracle.js';
import { draws } from '../extent.js';

const runs = draws(12, 25);
const mostCombinations = 2_000;

/** Catalogues with so few combinations of answers that every one of them can be tried. */
function smallCatalogue(options: GeneratorOptions) {
  return generatedCatalogue(options).filter((generated) => {
    const sizes = dimensions(generated);
    return Object.keys(generated.bundle.roles)
      .map((role) => {
        const own = sizes.filter(([field]) => field.startsWith(`${role}.`));
        const size = own.reduce((product, [, values]) => product * values.length, 1);
        return generated.many.includes(role) ? size + size ** 2 + size ** 3 : size;
      })
      .every((size, _, all) => all.reduce((product, one) => product * one, 1) <= mostCombinations);
  });
}

describe('the proofs, against every combination of values', () => {
  it('find each situation that occurs, and no other; and exactly the uses that some applicant reaches', () => {
    let situations = 0;
    fc.assert(
      fc.property(smallCatalogue({ choices: true }), (generated) => {
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

  it.each([
    ['single roles', { choices: true }],
    ['repeated roles', { choices: true, repeats: true }],
    ['alternatives', { alternatives: true }],
    ['repeated roles and alternatives', { choices: true, repeats: true, alternatives: true }],
  ] as [string, GeneratorOptions][])(
    'call a form impossible only where no applicant of that situation gets through, and miss none that is: %s',
    (_, options) => {
      let dead = 0;
      let alive = 0;
      fc.assert(
        fc.property(smallCatalogue(options), (generated) => {
          if (isAnybodyStuck(generated)) dead += 1;
          else alive += 1;
        }),
        { numRuns: runs },
      );
      // The law would hold vacuously if the generator only made bundles of one kind.
      expect(dead).toBeGreaterThan(0);
      expect(alive).toBeGreaterThan(0);
    },
  );
});

/** Judges the findings of the proofs by everybody who may apply. */
function isAnybodyStuck(generated: Generated): boolean {
  const catalogue = loadCatalogue([], { documents: generated.documents });
  const composed = composedBundle(catalogue, 'bundle');
  const proven = proveBundle(composed);
  const faults = [...composed.diagnostics, ...proven.diagnostics].filter(({ code }) =>
    [
      'prove/dead-end',
      'prove/unserved',
      'prove/no-alternative',
      'compose/conflict',
      'compose/widened',
    ].includes(code),
  );
  const fields = dimensions(generated);
  const asWritten = new Map<string, boolean>();
  const asDecided = new Map<string, boolean>();
  const keys = [
    { keyOf: testsOf(generated), passable: asWritten },
    { keyOf: decisionsOf(generated, fields), passable: asDecided },
  ];
  const applicants = everyApplicant(generated, fields);
  for (const answers of applicants) {
    const { valid } = judge(generated, answers);
    for (const { keyOf, passable } of keys) {
      const key = keyOf(answers);
      passable.set(key, passable.get(key) === true || valid);
    }
  }
  const stuck = [...asDecided.values()].includes(false);
  // Between the two readings of "a situation" (a test that can decide nothing does or does not tell two apart),
  // the engine may choose; nobody stuck is missed, and nobody is called stuck who by no reading is.
  if (stuck) expect(faults).not.toEqual([]);
  if (![...asWritten.values()].includes(false)) expect(faults).toEqual([]);
  // Whoever answers as the witness does is stuck, whatever else they answer.
  for (const { witness } of faults) {
    // Values that the form does not offer lead nobody anywhere.
    if (witness === undefined) continue;
    const known = witness as { facts?: Answers; choices?: Answers };
    const inWitness = fields.map(([field, values]): [string, JsonValue[]] => [
      field,
      Object.hasOwn(known.facts ?? {}, field) ? [known.facts![field]!] : values,
    ]);
    for (const answers of everyApplicant(generated, inWitness))
      if (agrees(answers, known)) expect(judge(generated, answers).valid).toBe(false);
  }
  return stuck;
}
