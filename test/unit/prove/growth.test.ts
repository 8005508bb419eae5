import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { composedBundle } from '../../../src/plan/index.js';
import type { Bundle, Document } from '../../../src/model/index.js';
import { proveBundle, situationsOf } from '../../../src/prove/index.js';
import {
  chainOfAll,
  chainOfNeighbours,
  independent,
  pairs,
  sharedApplicant,
  tangled,
} from '../../../bench/prove/structures.js';
import type { Structure } from '../../../bench/prove/structures.js';
import { everyNth } from '../../extent.js';

const count = 30;

function prove({ documents }: Structure) {
  const catalogue = loadCatalogue([], { documents });
  expect(catalogue.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { situations, questions, diagnostics } = proveBundle(composedBundle(catalogue, 'bundle'));
  return {
    total: situations.total,
    groups: situations.groups.length,
    ...situations.cost,
    questions,
    diagnostics,
  };
}

describe('what the proofs cost', () => {
  test('thirty independent questions cost thirty', () => {
    const found = prove(independent(count));
    expect(found.total).toBe(String(2n ** 30n));
    expect(found).toMatchObject({ groups: 30, diagnostics: [] });
    expect({
      steps: found.steps,
      assignments: found.assignments,
      questions: found.questions,
    }).toMatchInlineSnapshot(`
      {
        "assignments": 60,
        "questions": 60,
        "steps": 120,
      }
    `);
  });

  test('a chain of thirty, each resting on all before it, has thirty-one situations', () => {
    const found = prove(chainOfAll(count));
    expect(found).toMatchObject({ total: '31', groups: 1, diagnostics: [] });
    expect({
      steps: found.steps,
      assignments: found.assignments,
      questions: found.questions,
    }).toMatchInlineSnapshot(`
      {
        "assignments": 118,
        "questions": 60,
        "steps": 1860,
      }
    `);
  });

  test('a chain of thirty, each resting on the one before it, is counted without going through it', () => {
    const found = prove(chainOfNeighbours(count));
    expect(found).toMatchObject({ groups: 1, diagnostics: [] });
    // Words of neighbours that are both yes: counted by a second way, over the answers as words of two letters.
    expect(found.total).toBe(String(neighbourWords(count)));
    expect({
      steps: found.steps,
      assignments: found.assignments,
      questions: found.questions,
    }).toMatchInlineSnapshot(`
      {
        "assignments": 118,
        "questions": 58,
        "steps": 394,
      }
    `);
  });

  test('three hundred uses of one applicant under ten conditions', () => {
    const found = prove(sharedApplicant(300));
    expect(found).toMatchObject({ total: '1024', groups: 10, diagnostics: [] });
    expect({
      steps: found.steps,
      assignments: found.assignments,
      questions: found.questions,
    }).toMatchInlineSnapshot(`
      {
        "assignments": 20,
        "questions": 20,
        "steps": 40,
      }
    `);
  });
});

/** More than this is never looked at to count the situations of one bundle: memory and time are bounded with it. */
const mostSteps = 4_000_000;

describe('what the proofs cost where the situations are too many', () => {
  const tooMany: [name: string, structure: Structure][] = [
    ['seven parties, pair by pair', pairs(7)],
    ['nine parties, pair by pair', pairs(9)],
    ['a declaration of 40 questions', tangled(40)],
    ['a declaration of 116 questions', tangled(116)],
  ];
  // The larger ones of both kinds at night.
  test.each(everyNth(2, tooMany))(
    '%s: counting ends, says so, and everything else is found',
    (_, structure) => {
      const [subject, ...others] = structure.documents;
      const bundle = others.at(-1) as Bundle;
      const twice: Document = {
        ...bundle,
        uses: [...bundle.uses, { block: 'b0', when: { 'person.name': { maxLength: 0 } } }],
      };
      const catalogue = loadCatalogue([], { documents: [subject!, ...others.slice(0, -1), twice] });
      const { situations, diagnostics } = proveBundle(composedBundle(catalogue, 'bundle'));
      expect(situations.exact).toBe(false);
      expect(situations.cost.steps).toBeLessThan(mostSteps);
      const codes = diagnostics.map(({ code }) => code);
      expect(codes.filter((code) => code === 'prove/situations-open')).toHaveLength(1);
      expect(codes).toContain('prove/condition-never');
      const group = situations.groups.find(({ exact }) => !exact)!;
      expect(group.because?.message).toMatch(/^there are too many combinations, and after \d+ of \d+ fields/);
      expect(group.listed).toHaveLength(32);
      expect(new Set(group.listed.map(({ truths }) => truths.join())).size).toBe(32);
      expect(BigInt(group.count)).toBeGreaterThan(300n);
    },
  );

  test('six parties, pair by pair, are counted to the end', () => {
    const { total, exact } = situationsOf(composedBundle(loadCatalogue([], pairs(6)), 'bundle').bound);
    expect({ total, exact }).toEqual({ total: '2863', exact: true });
  });
});

/**
 * How many words of n-1 bits say which neighbours of n bits are both set. Such a word is one in which no zero stands
 * alone between two ones: 1 0 1 would need both neighbours of the zero to be set, and so the zero to be a one.
 */
function neighbourWords(n: number): bigint {
  let counts = new Map<string, bigint>([['00', 1n]]);
  for (let at = 0; at < n - 1; at++) {
    const next = new Map<string, bigint>();
    for (const [last, ways] of counts) {
      for (const bit of ['0', '1']) {
        if (last === '10' && bit === '1') continue;
        const key = last[1]! + bit;
        next.set(key, (next.get(key) ?? 0n) + ways);
      }
    }
    counts = next;
  }
  return [...counts.values()].reduce((sum, ways) => sum + ways, 0n);
}
