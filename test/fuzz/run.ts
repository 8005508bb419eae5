import fc from 'fast-check';
import type { JsonSchema } from '../../src/base/index.js';
import { draftSchema, fieldSchema, formSchema } from './generators.js';
import { instancesFor } from './instances.js';
import { checkOrder, checkPair, noCounts, type Broken, type Counts } from './laws.js';
import { createRandom } from './random.js';

/** The kinds of schemas that are paired. */
export const kinds: Readonly<Record<string, fc.Arbitrary<JsonSchema>>> = {
  fields: fieldSchema,
  forms: formSchema,
  draft: draftSchema,
};

export interface Outcome {
  counts: Counts;
  /** The smallest failing case, and how to run it again. */
  failure?: { broken: Broken; seed: number; path: string };
}

/** Runs the laws on so many pairs of one kind. */
export async function runPairs(
  kind: string,
  cases: number,
  seed: number,
  instanceCount = 24,
): Promise<Outcome> {
  const counts = noCounts();
  let last: Broken | undefined;
  const schema = kinds[kind]!;
  const property = fc.asyncProperty(schema, schema, fc.nat(), async (a, b, salt) => {
    const instances = instancesFor([a, b], createRandom(salt), instanceCount);
    const broken = await guarded(() => checkPair([a, b], instances, counts), [a, b]);
    if (broken) last = broken;
    return broken === undefined;
  });
  return outcomeOf(
    await fc.check(property, { numRuns: cases, seed, endOnFailure: false }),
    counts,
    () => last,
  );
}

/** Runs the laws of order on so many triples of one kind. */
export async function runTriples(kind: string, cases: number, seed: number): Promise<Outcome> {
  const counts = noCounts();
  let last: Broken | undefined;
  const schema = kinds[kind]!;
  const property = fc.asyncProperty(schema, schema, schema, fc.nat(), async (a, b, c, salt) => {
    const instances = instancesFor([a, b, c], createRandom(salt), 16);
    counts.pairs++;
    const broken = await guarded(() => checkOrder([a, b, c], instances), [a, b, c]);
    if (broken) last = broken;
    return broken === undefined;
  });
  return outcomeOf(await fc.check(property, { numRuns: cases, seed }), counts, () => last);
}

/** An exception is a broken law of its own. */
async function guarded(
  run: () => Promise<Broken | undefined>,
  schemas: JsonSchema[],
): Promise<Broken | undefined> {
  try {
    return await run();
  } catch (error) {
    return {
      law: 'nothing throws',
      schemas,
      told: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function outcomeOf<T>(details: fc.RunDetails<T>, counts: Counts, last: () => Broken | undefined): Outcome {
  if (!details.failed) return { counts };
  return { counts, failure: { broken: last()!, seed: details.seed, path: details.counterexamplePath ?? '' } };
}
