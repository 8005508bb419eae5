import { longestChain, longestLimit, stepDays, transfersOf } from '../../compose/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { workingDaysOf } from '../../model/index.js';
import type { ProveContext } from '../prove-context.js';

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
  const days = stepDays(bound, ({ name }) => workingDaysOf(limits.get(name) ?? '0wd'));
  for (const { transfer } of transfersOf(bound)) limits.set(transfer.step, transfer.time);
  const { steps, workingDays } = longestChain(bound, composed.order.graph, (step) => days.get(step) ?? 0);
  const target = workingDaysOf(bundle.target.within);
  if (target <= workingDays) return;
  const timed = bound.uses.filter(({ name }) => steps.includes(name));
  const related = timed.map((use) => ({
    at: { file: use.file, pointer: '/time/statutory' },
    message: `the law gives "${use.name}" ${limits.get(use.name)}`,
  }));
  const chain = steps
    .filter((step) => limits.get(step) !== undefined)
    .map((step) => `"${step}" (${limits.get(step)})`)
    .join(' → ');
  const args = { target, days: workingDays, chain };
  context.report(
    createDiagnostic('prove/target-above-statutory', args, { file, pointer: '/target/within' }, { related }),
  );
}
