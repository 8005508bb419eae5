import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import type { Case } from '../../../src/model/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { runCases } from '../../../src/testing/index.js';

const top = join(import.meta.dirname, '../../cases/prove');
const faults = readdirSync(top).sort();

/** That an author's deferral has been taken is worth saying, and nothing is wrong. */
function findings(catalogue: LoadedCatalogue): Diagnostic[] {
  return checkCatalogue(catalogue).diagnostics.filter(({ code }) => code !== 'order/deferral-taken');
}

/** Only what nobody can show has no witness: that something never happens, or lasts too long. */
const withoutWitness = [
  'compose/eligibility-impossible',
  'order/target-below-critical-path',
  'prove/condition-always',
  'prove/condition-never',
  'prove/idle-alternative',
  'prove/late-unproduced',
  'prove/target-above-statutory',
  'prove/undecided',
  'prove/unreachable-alternative',
  'prove/unreachable-condition',
  'prove/unreachable-input',
  'prove/unreachable-use',
];

describe.each(faults)('%s', (name) => {
  test('is found once, in its place, and is gone when it is repaired', () => {
    const found = findings(readCatalogue(join(top, name, 'wrong')));
    expect(found.map(({ code, message }) => `${code} ${message}`)).toHaveLength(1);
    const [fault] = found;
    expect(fault!.at.range).toBeDefined();
    expect(fault!.witness === undefined).toBe(withoutWitness.includes(fault!.code));
    expect(findings(readCatalogue(join(top, name, 'right')))).toEqual([]);
  });

  test('has a witness that is a case: it fails as was said, and passes where that is expected', () => {
    const folder = join(top, name, 'wrong');
    const wrong = readCatalogue(folder);
    const [fault] = findings(wrong);
    if (fault?.witness === undefined) return;
    const witness: Case = { ...(fault.witness as unknown as Case), id: 'witness' };
    const expecting: Case = { ...witness, id: 'expecting', expect: { diagnostics: [fault.code] } };
    const results = (side: string) => {
      const loaded = readCatalogue(join(top, name, side));
      const files = readdirSync(join(top, name, side)).map((path) => ({ path, text: loaded.text(path)! }));
      return runCases(loadCatalogue(files, { documents: [witness, expecting] })).cases;
    };
    const [expected, plain] = results('wrong');
    expect(expected).toMatchObject({ id: 'expecting', passed: true });
    expect(plain).toMatchObject({ id: 'witness', passed: false });
    expect(plain!.differences.map(({ message }) => message).join()).toContain(fault.code);
    // Repaired, the same applicant gets through.
    expect(results('right').find(({ id }) => id === 'witness')).toMatchObject({ passed: true });
  });
});

test('a ring is told with the reasons that its authors gave', () => {
  const [fault] = findings(readCatalogue(join(top, 'cycle-in-one-situation', 'wrong')));
  expect(fault!.related.map(({ message }) => message)).toContain(
    '"first" waits for "second": an order wish about "second": the terrace is measured with the rooms',
  );
});

test('there are faults of every kind', () => {
  expect(faults.length).toBeGreaterThanOrEqual(20);
});
