import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueFiles } from '../properties/example-files.js';
import { readDocuments } from './judge/documents.js';
import { unexpected } from './known.js';
import { factsOfCase, worldOfCase } from './make-world.js';
import { createStage, judgeWorld } from './stage.js';
import type { Stage } from './stage.js';

const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));
const cases = [...readDocuments(files).case.values()];

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(files);
});

describe('a case does what its plan says, in the world of the golden case', () => {
  it('of which there are many', () => expect(cases.length).toBeGreaterThan(130));

  it.each(cases.map((golden) => [golden.id, golden] as const))('%s', async (id, golden) => {
    const world = worldOfCase(stage.documents, stage.flat(golden.bundle), golden);
    expect(unexpected(id, await judgeWorld(stage, golden.bundle, world, factsOfCase(golden)))).toEqual([]);
  });
});
