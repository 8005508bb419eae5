import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueFiles } from '../properties/example-files.js';
import { readDocuments } from './judge/documents.js';
import { knownLaws, unexpected } from './known.js';
import { factsOfCase, worldOfCase } from './make-world.js';
import { createStage, honestFaults, judgeWorld } from './stage.js';
import type { Stage } from './stage.js';
import { everyNth } from '../extent.js';

const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));
const cases = [...readDocuments(files).case.values()];
/** Judged by every law; of the others only an honest applicant is played. At night all are. */
const whole = new Set(
  [...everyNth(3, cases), ...cases.filter(({ id }) => knownLaws(id).length > 0)].map(({ id }) => id),
);

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(files);
});

describe('a case does what its plan says, in the world of the golden case', () => {
  it('of which there are many', () => expect(cases.length).toBeGreaterThan(130));

  it.each(cases.map((golden) => [golden.id, golden] as const))('%s', async (id, golden) => {
    const world = worldOfCase(stage.documents, stage.flat(golden.bundle), golden);
    const faults = whole.has(id)
      ? await judgeWorld(stage, golden.bundle, world, factsOfCase(golden))
      : await honestFaults(stage, golden.bundle, world);
    expect(unexpected(id, faults)).toEqual([]);
  });
});
