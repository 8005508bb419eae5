import { assertArguments } from '../../../messages/index.js';
import type { Projection, Projections } from '../../../plan/index.js';
import { renderIn } from '../../../languages/index.js';
import { printableJson } from '../layout/printable.js';
import { unmetLines } from '../plan/unmet-text.js';
import { viewOf } from '../view.js';
import type { TextOptions, View } from '../view.js';

/** The payload of each step: how many values it holds, what is still to come, what is missing or does not fit. */
export function projectionsText(projections: Projections, options: TextOptions = {}): string {
  assertArguments(
    'projectionsText',
    { projections: 'from project', options: 'object' },
    { projections, options },
  );
  const view = viewOf(options);
  const { steps, open, excluded, unmet } = printableJson(projections);
  const lines = [
    ...steps.flatMap((step) => stepLines(step, view)),
    ...unmetLines(unmet, view),
    ...listed('project.excluded', excluded, view),
    ...listed('project.open', open, view),
  ];
  return `${lines.length === 0 ? view.say('project.none') : lines.join('\n')}\n`;
}

function stepLines({ key, payload, pending, missing, issues }: Projection, view: View): string[] {
  const isFine = missing.length === 0 && issues.length === 0;
  const mark = isFine ? view.style.green('✓') : view.style.red('✗');
  return [
    `${mark} ${view.style.bold(key)}`,
    ...indented(JSON.stringify(payload, null, 2)),
    ...pending.map(({ input, from, step }) =>
      view.style.dim(
        `    ${view.say('project.from', { input, source: step ?? view.say(`source.${from}`) })}`,
      ),
    ),
    ...missing.map((input) => `    ${view.style.red(view.say('project.missing'))} ${input}`),
    ...issues.map((issue) => {
      const said = { place: issue.pointer, message: renderIn(issue, view.language) };
      return `    ${view.style.red(view.say('project.misfit'))} ${view.say('project.misfitAt', said)}`;
    }),
  ];
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `    ${line}`);
}

function listed(key: 'project.excluded' | 'project.open', names: readonly string[], view: View): string[] {
  if (names.length === 0) return [];
  const heading = view.style.bold(view.say(key));
  return [view.say('project.list', { heading, steps: names.join(', ') })];
}
