import type { Say } from '../../../languages/index.js';
import type { InputBinding, PlanStep, Reason } from '../../../model/index.js';
import type { Explanation } from '../../../plan/index.js';
import { basisText } from '../words/basis-text.js';
import { conditionalText, ifText } from '../words/condition-text.js';
import { durationText } from '../words/duration-text.js';
import { hanging } from '../layout/grouped-lines.js';
import { placesLines, transferLines } from './places-text.js';
import { applyLines, resultLines } from '../composition/results-text.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import { variantLines } from '../composition/variants-text.js';
import type { View } from '../view.js';

/** Why a step stands where it stands: its condition, what it waits for and why, what it is given, who waits for it. */
export function stepLines(explanation: Extract<Explanation, { kind: 'step' }>, view: View): string[] {
  const { step, waitsFor, isAwaitedBy } = explanation;
  return [
    ...headLines(step, view),
    ...section(view.say('places.heading'), placesLines(step, view), view),
    ...section(view.say('step.waitsFor'), waitLines(waitsFor, view), view),
    ...section(
      view.say('step.isAwaitedBy'),
      isAwaitedBy.flatMap(({ step: other, because }) => reasonLines(other, because, view)),
      view,
    ),
    ...section(view.say('step.isGiven'), inputLines(step, view), view),
    ...section(
      view.say('step.yields'),
      [
        ...Object.values(step.out).map(({ of, when }) => `  ${conditionalText(of, when, view.say)}`),
        ...resultLines(step, view),
      ],
      view,
    ),
  ];
}

function headLines(step: PlanStep, view: View): string[] {
  const { id, title, block, registry, authority, deadline, basis = [], when, eligibility = [] } = step;
  const what = [
    block === undefined ? undefined : view.say('step.block', { block }),
    registry === undefined ? undefined : view.say('step.registry', { registry }),
    authority === undefined ? undefined : view.authority(authority),
    deadline?.promised === undefined
      ? undefined
      : view.say('step.promised', { time: durationText(deadline.promised, view) }),
    deadline?.statutory === undefined
      ? undefined
      : view.say('step.statutory', { time: durationText(deadline.statutory, view) }),
  ].filter((part) => part !== undefined);
  return [
    `${view.style.bold(id)}  ${view.title(title, '')}`.trimEnd(),
    ...(what.length === 0 ? [] : [`  ${view.style.dim(what.join(view.say('plan.separator')))}`]),
    ...variantLines(step, 2, view),
    ...applyLines(step, view),
    ...transferLines(step, view),
    ...(when === undefined
      ? []
      : hanging(view.say('step.takesPlace', { condition: ifText(when, view.say) }), 2, view)),
    // What the facts settle has nothing left to say.
    ...eligibility
      .filter(({ require }) => require !== true)
      .flatMap(({ require, otherwise }) =>
        hanging(
          view.say('step.eligibility', {
            condition: ifText(require, view.say),
            text: view.title(otherwise, ''),
          }),
          2,
          view,
        ),
      ),
    ...basis.flatMap((one) => hanging(view.say('basis.one', { basis: basisText(one, view) }), 2, view)),
  ];
}

function section(heading: string, lines: readonly string[], view: View): string[] {
  return lines.length === 0 ? [] : ['', view.style.bold(heading), ...lines];
}

function waitLines(waits: PlanStep['after'], view: View): string[] {
  return waits.flatMap(({ step, needs, when, because }) => [
    ...reasonLines(needs === 'approval' ? view.say('step.approved', { step }) : step, because, view),
    ...(when === undefined ? [] : hanging(ifText(when, view.say), 4, view)),
  ]);
}

function reasonLines(step: string, because: readonly Reason[], view: View): string[] {
  const rows = because.map((reason): Cell[] => [
    reasonText(reason, view),
    { text: reasonPlace(reason, view), paint: view.style.dim },
  ]);
  return [`  ${step}`, ...table(rows, { width: Infinity, indent: 4 })];
}

/** The statement of a document, in a few words. */
function reasonText(reason: Reason, view: View): string {
  const kind = kindText(reason, view);
  return reason.text === undefined
    ? kind
    : view.say('step.because', { reason: kind, text: view.title(reason.text, '') });
}

function kindText({ kind, of }: Reason, { say }: View): string {
  switch (kind) {
    case 'field':
    case 'material':
      return say('step.passes', { of });
    case 'prerequisite':
      return say('step.prerequisite', { of });
    case 'after':
    case 'before':
      return say('step.wished');
    case 'condition':
      return say('step.tests', { of });
    case 'registry':
      return say('step.asksRegistry', { of });
    case 'transfer':
      return say('step.passesPlaces', { of });
    case 'check':
      return say('step.checks', { of });
  }
}

function reasonPlace({ file, pointer, line, column }: Reason, view: View): string {
  if (line === undefined) return view.place({ file, pointer, on: 'value' });
  const start = { line, column: column ?? 1, offset: 0 };
  return view.place({ file, pointer, on: 'value', range: { start, end: start } });
}

function inputLines(step: PlanStep, view: View): string[] {
  const rows = Object.entries(step.in).map(([name, binding]): Cell[] => [
    name,
    { text: sourcesText(name, binding, view.say), paint: view.style.dim },
  ]);
  return table(rows, { width: view.width, indent: 2 });
}

function sourcesText(name: string, { of, required, when, sources, codes }: InputBinding, say: Say): string {
  const taken = ifText(when, say);
  const from = sources
    .map(({ from: kind, step, when: condition }) => {
      const text = ifText(condition, say);
      const source = sourceText(kind, step, say);
      // The only source mostly applies whenever the input is taken: said once, at the end.
      const repeated = sources.length === 1 && text === taken;
      return repeated ? source : conditionalText(source, condition, say);
    })
    .join(say('origin.else'));
  const parts = [
    of === name ? '' : say('step.is', { of }),
    from,
    required ? '' : say('step.optional'),
    codes === undefined ? '' : say('step.ownCodes'),
    taken,
  ];
  return parts.filter((part) => part !== '').join(say('plan.separator'));
}

/** A source of a value, and the step that it is. */
export function sourceText(
  from: InputBinding['sources'][number]['from'],
  step: string | undefined,
  say: Say,
): string {
  const source = say(`source.${from}`);
  return step === undefined ? source : say('source.of', { source, step });
}
