import type { Plan } from '../../model/index.js';
import { printableJson } from './printable.js';
import { criticalPathLine, stageLines } from './stages-text.js';
import { viewOf } from './view.js';
import type { TextOptions } from './view.js';
import { wrapText } from './wrap-text.js';

/** A plan for people: its stages, what runs at the same time, and the chain that decides how long it takes. */
export function planText(plan: Plan, options: TextOptions = {}): string {
  const view = viewOf(options);
  const shown = printableJson(plan);
  const { style, width } = view;
  const path = wrapText(criticalPathLine(shown), width - 4);
  const lines = [
    `${style.bold(view.title(shown.title, shown.id))}  ${style.dim(shown.id)}`,
    style.dim(shown.hash),
    '',
    ...stageLines(shown, view),
    '',
    style.bold('Longest chain'),
    ...path.map((line, index) => (index === 0 ? '  ' : '    ') + line),
  ];
  return `${lines.join('\n')}\n`;
}
