import { assertArguments } from '../../../messages/index.js';
import type { Plan } from '../../../model/index.js';
import { printableJson } from '../layout/printable.js';
import { criticalPathLines, stageLines } from './stages-text.js';
import { unmetLines } from './unmet-text.js';
import { unmetInPlan } from '../../../plan/index.js';
import { viewOf } from '../view.js';
import type { TextOptions } from '../view.js';

/** A plan for people: its stages, what runs at the same time, and the chain that decides how long it takes. */
export function planText(plan: Plan, options: TextOptions = {}): string {
  assertArguments('planText', { plan: 'from composeBundle().plan', options: 'object' }, { plan, options });
  const view = viewOf(options);
  const shown = printableJson(plan);
  const { style } = view;
  const unmet = unmetLines(unmetInPlan(shown).unmet, view);
  const path = criticalPathLines(shown, view);
  const lines = [
    `${style.bold(view.title(shown.title, shown.id))}  ${style.dim(shown.id)}`,
    style.dim(shown.hash),
    '',
    ...stageLines(shown, view),
    ...(unmet.length === 0 ? [] : ['', ...unmet]),
    ...(path.length === 0 ? [] : ['', style.bold(view.say('plan.longest')), ...path]),
  ];
  return `${lines.join('\n')}\n`;
}
