import type { Projection, Projections } from '../../plan/index.js';
import { printableJson } from './printable.js';
import { viewOf } from './view.js';
import type { TextOptions, View } from './view.js';

/** The payload of each step: how many values it holds, what is still to come, what is missing or does not fit. */
export function projectionsText(projections: Projections, options: TextOptions = {}): string {
  const view = viewOf(options);
  const { steps, open, excluded } = printableJson(projections);
  const lines = [
    ...steps.flatMap((step) => stepLines(step, view)),
    ...listed('Left out in this situation', excluded, view),
    ...listed('Still open', open, view),
  ];
  return `${lines.length === 0 ? 'No step takes place.' : lines.join('\n')}\n`;
}

function stepLines({ key, payload, pending, missing, issues }: Projection, view: View): string[] {
  const isFine = missing.length === 0 && issues.length === 0;
  const mark = isFine ? view.style.green('✓') : view.style.red('✗');
  return [
    `${mark} ${view.style.bold(key)}`,
    ...indented(JSON.stringify(payload, null, 2)),
    ...pending.map(({ input, from, step }) => view.style.dim(`    ${input}: from ${step ?? from}`)),
    ...missing.map((input) => `    ${view.style.red('missing')} ${input}`),
    ...issues.map(({ pointer, message }) => `    ${view.style.red('does not fit')} ${pointer}: ${message}`),
  ];
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `    ${line}`);
}

function listed(heading: string, names: readonly string[], view: View): string[] {
  return names.length === 0 ? [] : [`${view.style.bold(heading)}: ${names.join(', ')}`];
}
