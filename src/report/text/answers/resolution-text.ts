import { assertArguments } from '../../../messages/index.js';
import { keyOfValue, own } from '../../../base/index.js';
import { isMaterialKey, itemParts, listedAnswers, materialParts } from '../../../model/index.js';
import type { OpenQuestion, Resolution } from '../../../plan/index.js';
import { ifText } from '../words/condition-text.js';
import { hanging } from '../layout/grouped-lines.js';
import { printableJson } from '../layout/printable.js';
import { schemaText } from '../words/schema-text.js';
import { table } from '../layout/table.js';
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
  const printable = printableJson(resolution);
  const { included, excluded, open, late, questions, materials, demands, unmet } = printable;
  const named: Named = { view, titleOf: titleIn(printable, view) };
  const { style, say } = view;
  const blocks = [
    listed('resolve.included', included, named),
    unmetLines(unmet?.map(withTitle(named)), view),
    listed('resolve.excluded', excluded, named),
    listed('resolve.open', open, named),
    listed('resolve.late', late, named),
    listed('resolve.materials', materials, named),
    ...printable.choices.map((choice) => choiceLines(choice, named)),
    demands.length === 0
      ? []
      : [
          style.bold(say('resolve.demands')),
          ...new Set(demands.flatMap((demand) => demandLines(demand, named))),
        ],
    questions.length === 0
      ? [style.bold(say('resolve.nothingOpen'))]
      : [style.bold(say('resolve.questions')), ...questions.flatMap(questionLines(named))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

interface Named {
  view: View;
  /** What people call a step, a field or a material; its name where nobody calls it anything. */
  titleOf: (name: string) => string;
}

function titleIn({ titles }: Resolution, view: View): Named['titleOf'] {
  return (name) => {
    const title = view.title(own(titles, name), name);
    if (title === name) return title;
    const { key } = itemParts(name);
    const whose = isMaterialKey(name) ? materialParts(name).role : key;
    return whose === undefined ? title : view.say('resolve.titleOf', { title, of: whose });
  };
}

type Heading = 'included' | 'excluded' | 'open' | 'late' | 'materials';

/** What people call each, with its name beside it where that is something else. */
function listed(heading: `resolve.${Heading}`, names: readonly string[], { view, titleOf }: Named): string[] {
  if (names.length === 0) return [];
  const rows = names.map((name) => {
    const title = titleOf(name);
    return [title, { text: title === name ? '' : name, paint: view.style.dim }];
  });
  return [view.style.bold(view.say(heading)), ...table(rows, { width: view.width, indent: 2 })];
}

function choiceLines({ step, groups }: Resolution['choices'][number], { view, titleOf }: Named): string[] {
  return [
    view.style.bold(view.say('resolve.choice', { step: titleOf(step) })),
    ...groups.map((group) => `  ${group.map(titleOf).join(' + ')}`),
  ];
}

type Demand = Resolution['demands'][number];

const withTitle =
  ({ titleOf }: Named) =>
  (demand: Demand): Demand =>
    demand.step === undefined ? demand : { ...demand, step: titleOf(demand.step) };

function demandLines({ step, otherwise }: Demand, { view, titleOf }: Named): string[] {
  const text = view.title(otherwise, '');
  return hanging(step === undefined ? text : view.say('unmet.of', { step: titleOf(step), text }), 2, view);
}

function questionLines(named: Named): (question: OpenQuestion, index: number) => string[] {
  const { view } = named;
  return (question, index) => {
    const { field, title, when } = question;
    const lines = [answersText(question, view), when === undefined ? '' : ifText(when, view.say)];
    return [
      `  ${index + 1}. ${view.title(title, named.titleOf(field))}  ${view.style.dim(field)}`,
      ...[...lines, ...decidesTexts(question, named)]
        .filter((line) => line !== '')
        .flatMap((line) => hanging(line, 5, view)),
    ];
  };
}

/** The answers by what people call them; the schema where nothing lists them. */
function answersText({ schema, labels }: OpenQuestion, view: View): string {
  const values = listedAnswers(schema);
  if (values === undefined) return schemaText(schema, view.say);
  const answers = values.map((value) => {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    const label = view.title(own(labels ?? {}, keyOfValue(value)), written);
    return label === written ? written : view.say('resolve.answer', { label, value: written });
  });
  return view.say('resolve.answers', { answers: answers.join(view.say('resolve.separator')) });
}

/** So many names tell what a question decides. */
const mostNames = 6;

/** Which steps a question decides, and for which others it decides something. */
function decidesTexts({ decides }: OpenQuestion, { view, titleOf }: Named): string[] {
  const steps = new Set(decides.filter((one) => !one.includes(': ')));
  const others = new Set(
    decides.flatMap((one) => {
      const at = one.indexOf(': ');
      const step = one.slice(0, Math.max(at, 0));
      return at < 0 || steps.has(step) ? [] : [step];
    }),
  );
  const { say } = view;
  const named = (names: ReadonlySet<string>): string => {
    const titles = [...new Set([...names].map(titleOf))];
    const what = titles.slice(0, mostNames).join(say('resolve.separator'));
    return titles.length <= mostNames
      ? what
      : say('resolve.andMore', { what, count: titles.length - mostNames });
  };
  return [
    ...(steps.size === 0 ? [] : [say('resolve.decidesSteps', { what: named(steps) })]),
    ...(others.size === 0 ? [] : [say('resolve.decidesParts', { what: named(others) })]),
  ];
}
