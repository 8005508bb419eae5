import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { Block, Bundle, Condition, Document, Subject } from '../../../src/model/index.js';
import { composedBundle } from '../../../src/plan/index.js';
import { proveBundle } from '../../../src/prove/index.js';

type Element = Subject['elements'][string];

const count = 30;
const numbers = Array.from({ length: count }, (_, index) => index);

function prove(conditions: readonly (Condition | undefined)[]) {
  const documents: Document[] = [
    {
      kind: 'subject',
      id: 'person',
      elements: Object.fromEntries<Element>([
        ...numbers.map((index): [string, Element] => [
          `q${index}`,
          { title: `Q ${index}`, schema: { type: 'boolean' } },
        ]),
        ['name', { title: 'Name', schema: { type: 'string', minLength: 1 } }],
      ]),
    },
    ...conditions.map((_, index): Block => ({
      kind: 'block',
      id: `b${index}`,
      roles: { person: 'person' },
      inputs: [{ field: 'person.name' }],
    })),
    {
      kind: 'bundle',
      id: 'bundle',
      roles: { person: 'person' },
      uses: conditions.map((when, index) => ({
        block: `b${index}`,
        ...(when === undefined ? {} : { when }),
      })),
    } satisfies Bundle,
  ];
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

const yes = { const: true };

describe('what the proofs cost', () => {
  test('thirty independent questions cost thirty', () => {
    const found = prove(numbers.map((index) => ({ [`person.q${index}`]: yes })));
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
    const found = prove(
      numbers.map((last) =>
        Object.fromEntries(numbers.slice(0, last + 1).map((index) => [`person.q${index}`, yes])),
      ),
    );
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
    const found = prove(
      numbers.slice(1).map((index) => ({ [`person.q${index - 1}`]: yes, [`person.q${index}`]: yes })),
    );
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
    const found = prove(Array.from({ length: 300 }, (_, index) => ({ [`person.q${index % 10}`]: yes })));
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
