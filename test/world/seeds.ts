import { composeBundle } from '../../src/plan/index.js';
import { generateCatalogue } from './generate/catalogue.js';
import { generateWorld } from './generate/world.js';
import { shareOfFacts } from './fixed.js';
import type { Fault } from './laws.js';
import { createStage, judgeWorld } from './stage.js';

/** The numbers of the worlds of a catalogue in a test run; in the last one registries fail. */
export const worldsOfSeed = [0, 1, 2, 3, 4];

/** How much is composed in, by number of the world. */
const shares = [0.4, 0, 0.15, 0, 0] as const;

/** What went wrong in a world. */
export interface SeedVerdict {
  /** `seed/number`. */
  name: string;
  faults: Fault[];
}

/** Plays worlds of a generated catalogue; of one that has errors, none. */
export async function judgeSeed(seed: number, numbers: readonly number[]): Promise<SeedVerdict[]> {
  const stage = await createStage(generateCatalogue(seed).files);
  const { diagnostics } = composeBundle(stage.catalogue, 'whole');
  const findings = [...stage.catalogue.diagnostics, ...diagnostics];
  if (findings.some(({ severity }) => severity === 'error')) return [];
  const verdicts: SeedVerdict[] = [];
  for (const number of numbers) {
    const failing = number % 5 === 4;
    const world = generateWorld(seed * 100 + number, stage.documents, stage.flat('whole'), failing);
    const share = shares[number % shares.length]!;
    const isFact = share === 0 ? undefined : shareOfFacts(share);
    verdicts.push({
      name: `${seed}/${number}`,
      faults: await judgeWorld(stage, 'whole', world, isFact),
    });
  }
  return verdicts;
}
