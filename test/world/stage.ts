import { scatter } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { LoadedCatalogue } from '../../src/catalogue/index.js';
import type { Plan } from '../../src/model/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { readDocuments } from './judge/documents.js';
import type { Documents, WorldFile } from './judge/documents.js';
import { expectationOf } from './judge/expectation.js';
import type { Expectation } from './judge/expectation.js';
import { flatten } from './judge/flat.js';
import type { FlatBundle } from './judge/flat.js';
import type { JudgeContext } from './judge/knowledge.js';
import { createMatches } from './judge/matches.js';
import type { Matches } from './judge/matches.js';
import type { World } from './judge/world.js';
import { dayFaults, starts } from './days.js';
import { factFaults } from './fixed.js';
import type { IsFact } from './fixed.js';
import { faultsOf } from './laws.js';
import type { Fault } from './laws.js';
import { dishonest, lieFaults } from './dishonest.js';
import { play } from './play.js';
import type { Played } from './play.js';
import { repeatFaults } from './repeats.js';

/** A catalogue as the engine and as the judge read it. */
export interface Stage {
  documents: Documents;
  catalogue: LoadedCatalogue;
  flat: (bundle: string) => FlatBundle;
  plan: (bundle: string) => Plan;
  context: (bundle: string, world: World) => JudgeContext;
}

/** Sets up a catalogue for worlds to be played in. */
export async function createStage(files: readonly WorldFile[]): Promise<Stage> {
  const documents = readDocuments(files);
  const catalogue = loadCatalogue([...files]);
  const matches: Matches = await createMatches(documents);
  const plans = new Map<string, Plan>();
  const flats = new Map<string, FlatBundle>();
  const flat = (bundle: string) => {
    if (!flats.has(bundle)) flats.set(bundle, flatten(documents, bundle));
    return flats.get(bundle)!;
  };
  return {
    documents,
    catalogue,
    flat,
    plan: (bundle) => {
      if (!plans.has(bundle)) plans.set(bundle, composeBundle(catalogue, bundle).plan);
      return plans.get(bundle)!;
    },
    context: (bundle, world) => ({ documents, flat: flat(bundle), world, matches }),
  };
}

/** Plays a world with an honest applicant, and says what went wrong. */
export async function honestFaults(stage: Stage, bundle: string, world: World): Promise<Fault[]> {
  const context = stage.context(bundle, world);
  const expectation = expectationOf(context);
  return faultsOf(expectation, await play(stage.plan(bundle), context, expectation));
}

/**
 * Plays a world with an honest applicant, then with one who lies, repeats every event, counts days, composes some of it in,
 * and says what went wrong.
 * @param isFact what is composed in (law 5); absent: nothing
 */
export async function judgeWorld(
  stage: Stage,
  bundle: string,
  world: World,
  isFact?: IsFact,
): Promise<Fault[]> {
  const context = stage.context(bundle, world);
  const expectation = expectationOf(context);
  const plan = stage.plan(bundle);
  const played = await play(plan, context, expectation);
  const faults = [...faultsOf(expectation, played), ...repeatFaults(plan, played.history)];
  // What a failing registry leaves open is asked, and then a lie is an answer.
  if (faults.length > 0 || Object.values(world.registries).some((holds) => holds !== 'all')) return faults;
  faults.push(...draftFaults(expectation, await play(plan, context, expectation, { isDraft: true })));
  faults.push(...lieFaults(played, await play(plan, context, expectation, dishonest(context, expectation))));
  if (expectation.unmet.length === 0)
    faults.push(...(await punctualFaults(stage, { bundle, world }, isFact)));
  return faults;
}

/** In a draft, look-ups have decided already what the form need not ask; whoever answers it all the same says nothing that counts. */
function draftFaults(expectation: Expectation, played: Played): Fault[] {
  const { receipt } = played;
  const isHandedIn = receipt.accepted ? { ...receipt, notTaken: [] } : receipt;
  return faultsOf(expectation, { ...played, receipt: isHandedIn });
}

/** The same world, in which every authority approves in the last moment, from a start that rests on the world. */
async function punctualFaults(
  stage: Stage,
  { bundle, world: told }: { bundle: string; world: World },
  isFact: IsFact | undefined,
): Promise<Fault[]> {
  const start = starts[Math.floor(scatter(JSON.stringify(told.values)) * starts.length)]!;
  const world: World = { ...told, start, decisions: {} };
  const context = stage.context(bundle, world);
  const plan = stage.plan(bundle);
  const played = await play(plan, context, expectationOf(context), { isPunctual: true });
  return [
    ...dayFaults(plan, start, played),
    ...(isFact === undefined ? [] : await factFaults(stage, { bundle, world, isFact }, played)),
  ];
}
