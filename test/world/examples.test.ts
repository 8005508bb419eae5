import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueFiles } from '../properties/example-files.js';
import { readDocuments } from './judge/documents.js';
import { knownFault } from './known.js';
import { worldOfCase } from './make-world.js';
import { createStage, judgeWorld, told } from './stage.js';
import type { Stage } from './stage.js';

const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));
const cases = [...readDocuments(files).case.values()];

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(files);
});

/** Where a world is known to break a law, it has to: what was mended leaves the list. */
function expectLawful(world: string, faults: readonly string[]): void {
  const known = knownFault(world);
  if (known === undefined) expect(faults).toEqual([]);
  else expect(faults, `${world} is right now: take it out of known.ts`).not.toEqual([]);
}

describe('a case does what its plan says, in the world of the golden case', () => {
  it('of which there are many', () => expect(cases.length).toBeGreaterThan(130));

  it.each(cases.map((golden) => [golden.id, golden] as const))('%s', async (id, golden) => {
    const world = worldOfCase(stage.documents, stage.flat(golden.bundle), golden);
    expectLawful(id, told(await judgeWorld(stage, golden.bundle, world)));
  });
});
