import { assertArguments } from '../../../messages/index.js';
import type { Question } from '../../../model/index.js';
import type { Resolution } from '../../../plan/index.js';
import { ifText } from '../words/condition-text.js';
import { decidesText } from '../words/decides-text.js';
import { hanging } from '../layout/grouped-lines.js';
import { printableJson } from '../layout/printable.js';
import { schemaText } from '../words/schema-text.js';
import { unmetLines } from '../plan/unmet-text.js';
import { viewOf } from '../view.js';
import type { TextOptions, View } from '../view.js';

/** What a situation settles, and the questions that are still open, in the order in which they settle most. */
export function resolutionText(resolution: Resolution, options: TextOptions = {}): string {
  assertArguments(
    'resolutionText',
    { resolution: 'from resolveSituation', options: 'object' },
    { resolution, options },
  );
  const view = viewOf(options);
  const { included, excluded, open, late, questions, materials, unmet } = printableJson(resolution);
  const blocks = [
    listed('resolve.included', included, view),
    unmetLines(unmet, view),
    listed('resolve.excluded', excluded, view),
    listed('resolve.open', open, view),
    listed('resolve.late', late, view),
    listed('resolve.materials', materials, view),
    questions.length === 0
      ? [view.style.bold(view.say('resolve.nothingOpen'))]
      : [view.style.bold(view.say('resolve.questions')), ...questions.flatMap(questionLines(view))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Heading = 'included' | 'excluded' | 'open' | 'late' | 'materials';

function listed(heading: `resolve.${Heading}`, names: readonly string[], view: View): string[] {
  return names.length === 0 ? [] : [view.style.bold(view.say(heading)), ...names.map((name) => `  ${name}`)];
}

function questionLines(view: View): (question: Question, index: number) => string[] {
  return ({ field, title, schema, when, decides }, index) => [
    `  ${index + 1}. ${view.title(title, field)}  ${view.style.dim(field)}`,
    ...hanging(schemaText(schema, view.say), 5, view),
    ...(when === undefined ? [] : hanging(ifText(when, view.say), 5, view)),
    ...hanging(
      view.say('resolve.decides', {
        what: decides.map((one) => decidesText(one, view.say)).join(view.say('resolve.separator')),
      }),
      5,
      view,
    ),
  ];
}
