import type { Plan, PlanStep } from '../../../model/index.js';
import { tokensOf } from '../../../base/index.js';
import { ifText } from '../words/condition-text.js';
import { durationText } from '../words/duration-text.js';
import { hanging } from '../layout/grouped-lines.js';
import { transferText } from './places-text.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import { variantLines } from '../composition/variants-text.js';
import type { View } from '../view.js';

/** The stages of a plan: the steps of one stage can run at the same time. */
export function stageLines(plan: Plan, view: View): string[] {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const critical = new Set(plan.criticalPath.steps);
  const listed = plan.stages.flatMap((stage, index) =>
    stage.map((id, place) => ({ step: steps.get(id)!, number: place === 0 ? String(index + 1) : '' })),
  );
  const rows = listed.map(({ step, number }): Cell[] => [
    { text: number, paint: view.style.bold },
    { text: step.id, paint: critical.has(step.id) ? view.style.bold : (text) => text },
    { text: nature(step, view), paint: view.style.dim },
    timeText(step, view),
    { text: circumstances(step, view), paint: view.style.dim },
  ]);
  // One line a row: the last column is short, so that the condition can have lines of its own.
  const lines = table(rows, { width: Infinity, indent: 2 });
  return lines.flatMap((line, index) => {
    const { step } = listed[index]!;
    const condition = ifText(step.when, view.say);
    return [line, ...(condition === '' ? [] : hanging(condition, 7, view)), ...variantLines(step, 7, view)];
  });
}

/** The chain that decides how long the bundle takes, and the promise that it is held against. */
export function criticalPathLines({ criticalPath, target, steps }: Plan, view: View): string[] {
  if (!steps.some(({ deadline }) => deadline !== undefined)) return [];
  const chain = criticalPath.steps.join(' → ');
  const days = view.say('plan.chain', { count: criticalPath.workingDays, chain });
  const text =
    target === undefined ? days : view.say('plan.promise', { chain: days, days: target.workingDays });
  return hanging(text, 2, { ...view, style: { ...view.style, dim: (line) => line } });
}

/** What kind of step it is, or who decides it. */
function nature(step: PlanStep, view: View): string {
  switch (step.kind) {
    case 'registry':
      return view.say(step.local === undefined ? 'plan.registry' : 'plan.derived');
    case 'ask':
      return view.say('plan.form');
    case 'block':
      return step.authority === undefined ? '' : view.authority(step.authority);
    case 'transfer':
      return step.transfer === undefined ? '' : transferText(step.transfer, view);
    case 'check': {
      const by = step.authority === undefined ? '' : view.authority(step.authority);
      return [view.say('plan.check'), by].filter((part) => part !== '').join(view.say('plan.separator'));
    }
  }
}

function timeText({ deadline }: PlanStep, view: View): string {
  const limit = deadline?.promised ?? deadline?.statutory;
  return limit === undefined ? '' : durationText(limit, view);
}

function circumstances(step: PlanStep, { say }: View): string {
  const role = step.each === undefined ? undefined : tokensOf(step.each)[0];
  const each = role === undefined ? '' : say('plan.each', { role });
  return [each, step.late === true ? say('plan.late') : '']
    .filter((part) => part !== '')
    .join(say('plan.separator'));
}
