import { longestLimit, promisedChain, transfersOf } from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { workingDaysOf } from '../../time/index.js';
import type { ProveContext } from '../prove-context.js';
import { listOf, literal } from '../../messages/index.js';
import { tell } from '../messages.js';

/** A promise that is longer than the law leaves the chain of its steps, where the law limits every one of them. */
export function checkStatutory(context: ProveContext): void {
  const { bound, composed } = context;
  const { bundle, file } = bound;
  if (bundle.target === undefined) return;
  const limits = new Map(
    bound.uses.map((use) => [use.name, longestLimit(use, ({ statutory }) => statutory)?.limit]),
  );
  const isLimited = bound.uses.every(({ guard, name }) => guard === false || limits.get(name) !== undefined);
  if (!isLimited || bound.uses.length === 0) return;
  const { graph, pace } = composed.order;
  for (const { transfer } of transfersOf(bound)) limits.set(transfer.step, transfer.time);
  const { steps, workingDays } = promisedChain({ bound, graph, pace }, ({ name }) => limits.get(name));
  const target = workingDaysOf(bundle.target.within, pace);
  if (target <= workingDays) return;
  const timed = bound.uses.filter(({ name }) => steps.includes(name));
  const related = timed.map((use) => ({
    at: { file: use.file, pointer: '/time/statutory' },
    ...tell('target.law', { use: use.name, limit: literal(limits.get(use.name)!) }),
  }));
  const limited = steps.filter((step) => limits.get(step) !== undefined);
  const chain = listOf(
    limited.map((step) => tell('target.step', { step, limit: literal(limits.get(step)!) })),
    'then',
  );
  const args = { target, days: workingDays, chain };
  context.report(
    createDiagnostic('prove/target-above-statutory', args, { file, pointer: '/target/within' }, { related }),
  );
}
