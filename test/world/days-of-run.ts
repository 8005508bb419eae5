import { contentHash } from '../../src/base/index.js';
import type { Case, Plan } from '../../src/model/index.js';
import { msOf, ordinaryPace, workingDaysUntil } from '../../src/time/index.js';
import { catalogueFiles } from '../properties/example-files.js';
import { expectationOf } from './judge/expectation.js';
import { worldOfCase } from './make-world.js';
import { play } from './play.js';
import { createStage } from './stage.js';
import type { Stage } from './stage.js';

/** A Monday at nine. */
const start = '2001-01-01T09:00:00Z';

/** The plan on days with no holidays in the way. */
function onOrdinaryDays({ hash: _, ...plan }: Plan): Plan {
  const calendar = { ...ordinaryPace(plan.calendar).calendar!, id: 'ordinary', holidays: [], workdays: [] };
  const ordinary = { ...plan, calendar };
  return { ...ordinary, hash: contentHash(ordinary) };
}

/**
 * The working days that a run takes in the world of a golden case, with nothing composed in, every authority at the last
 * moment of its limit, and the applicant at once.
 */
export async function daysOfRun(stage: Stage, golden: Case): Promise<number> {
  const flat = stage.flat(golden.bundle);
  const world = { ...worldOfCase(stage.documents, flat, golden), start, decisions: {} };
  const context = stage.context(golden.bundle, world);
  const plan = onOrdinaryDays(stage.plan(golden.bundle));
  const { receipt, view } = await play(plan, context, expectationOf(context), { isPunctual: true });
  if (!receipt.accepted) throw new Error(`${golden.id} is refused: ${receipt.refusal.code}`);
  const ends = view!.steps.filter(({ status }) => status === 'approved').map(({ since }) => msOf(since));
  return workingDaysUntil(ordinaryPace(plan.calendar), Math.max(msOf(start), ...ends));
}

/** The same for golden cases of the examples, by id. */
export async function daysOfRuns(ids: readonly string[]): Promise<Map<string, number>> {
  const stage = await createStage(catalogueFiles().map(({ path, text }) => ({ path, text: String(text) })));
  const days = new Map<string, number>();
  for (const id of ids) days.set(id, await daysOfRun(stage, stage.documents.case.get(id)!));
  return days;
}
