import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPublishedFigures } from '../scripts/figures-claims.js';
import type { Claim } from '../scripts/figures-claims.js';
import { agrees, figuresPage, judgeFigures } from '../scripts/figures-page.js';
import { takeBundle } from '../scripts/figures-measures.js';
import { readCatalogue } from '../src/node/index.js';
import { daysOfRuns } from './world/days-of-run.js';

const examples = join(import.meta.dirname, '../examples');
const page = join(examples, 'FIGURES.md');
const figures = readPublishedFigures(join(examples, 'published-figures.yaml'));
const catalogue = readCatalogue(join(examples, 'catalogue'));
const judged = judgeFigures(catalogue, figures);
const references = Object.values(figures.reference);

let runs: ReadonlyMap<string, number>;
beforeAll(async () => {
  runs = await daysOfRuns(references);
}, 300_000);

describe('the published figures', () => {
  it('stand in examples/FIGURES.md beside what the engine computes; UPDATE=1 writes it', () => {
    const now = figuresPage(figures, judged, runs);
    if (process.env['UPDATE'] === '1') writeFileSync(page, now);
    expect(now).toBe(readFileSync(page, 'utf8'));
  });

  it.each(references)('say so many days as a run takes: %s', (id) => {
    const golden = catalogue.cases.get(id)!.document;
    const { composition } = takeBundle(catalogue, golden.bundle, golden);
    expect(composition.report.after.workingDays.value).toBe(runs.get(id));
  });

  it('come with a reason wherever the engine counts otherwise', () => {
    const silent = judged.systems.flatMap(({ system, findings }) =>
      findings
        .filter(({ verdict, claim }) => verdict === 'differs' && claim.note === undefined)
        .map(({ claim, computed }) => `${system.id}: ${claim.says}, computed ${computed}`),
    );
    expect(silent).toEqual([]);
  });

  it('speak of every bundle that a reader can apply for', () => {
    const nested = new Set(
      [...catalogue.bundles.values()].flatMap(({ document }) =>
        document.uses.flatMap((use) => ('bundle' in use ? [use.bundle] : [])),
      ),
    );
    const whole = [...catalogue.bundles.keys()].filter((id) => !nested.has(id));
    expect(Object.keys(figures.reference).sort()).toEqual(whole.sort());
  });
});

describe('a claim', () => {
  const claim = (relation: Claim['relation'], published: Claim['published']): Claim => ({
    says: '',
    relation,
    published,
  });

  it.each([
    ['equals', 7, [7, 7.2], [6.4, 8]],
    ['about', 100, [85, 100, 115], [84, 116]],
    ['atMost', 5, [0, 5], [5.1]],
    ['atLeast', 5, [5, 9], [4.9]],
    ['over', 80, [80.1], [80, 79]],
    ['between', [7, 14], [7, 14], [6.9, 14.1]],
  ] as [Claim['relation'], Claim['published'], number[], number[]][])(
    '"%s" %o is met by some figures only',
    (relation, published, fine, wrong) => {
      for (const computed of fine) expect(agrees(claim(relation, published), computed)).toBe(true);
      for (const computed of wrong) expect(agrees(claim(relation, published), computed)).toBe(false);
    },
  );
});
