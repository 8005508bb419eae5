import type { Question } from '../../model/index.js';
import type { Resolution } from '../../plan/index.js';
import { ifText } from './condition-text.js';
import { hanging } from './grouped-lines.js';
import { printableJson } from './printable.js';
import { schemaText } from './schema-text.js';
import { viewOf } from './view.js';
import type { TextOptions, View } from './view.js';

/** What a situation settles, and the questions that are still open, in the order in which they settle most. */
export function resolutionText(resolution: Resolution, options: TextOptions = {}): string {
  const view = viewOf(options);
  const { included, excluded, open, late, questions, materials } = printableJson(resolution);
  const blocks = [
    listed('Takes place', included, view),
    listed('Does not take place', excluded, view),
    listed('Depends on an answer', open, view),
    listed('Depends on what another step yields', late, view),
    listed('Materials to give in any case', materials, view),
    questions.length === 0
      ? [view.style.bold('No question is open.')]
      : [view.style.bold('Questions, the most decisive first'), ...questions.flatMap(questionLines(view))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function listed(heading: string, names: readonly string[], view: View): string[] {
  return names.length === 0 ? [] : [view.style.bold(heading), ...names.map((name) => `  ${name}`)];
}

function questionLines(view: View): (question: Question, index: number) => string[] {
  return ({ field, title, schema, when, decides }, index) => [
    `  ${index + 1}. ${view.title(title, field)}  ${view.style.dim(field)}`,
    ...hanging(schemaText(schema), 5, view),
    ...(when === undefined ? [] : hanging(ifText(when), 5, view)),
    ...hanging(`decides ${decides.join('; ')}`, 5, view),
  ];
}
