import type { InputBinding, PlanStep, Reason } from '../../model/index.js';
import type { Explanation } from '../../plan/index.js';
import { basisText } from './basis-text.js';
import { ifText } from './condition-text.js';
import { hanging } from './grouped-lines.js';
import { placesLines, transferLines } from './places-text.js';
import { applyLines, resultLines } from './results-text.js';
import { table } from './table.js';
import type { Cell } from './table.js';
import { variantLines } from './variants-text.js';
import type { View } from './view.js';

/** Why a step stands where it stands: its condition, what it waits for and why, what it is given, who waits for it. */
export function stepLines(explanation: Extract<Explanation, { kind: 'step' }>, view: View): string[] {
  const { step, waitsFor, isAwaitedBy } = explanation;
  return [
    ...headLines(step, view),
    ...section(view.say('places.heading'), placesLines(step, view), view),
    ...section('It waits for', waitLines(waitsFor, view), view),
    ...section(
      'It is awaited by',
      isAwaitedBy.flatMap(({ step: other, because }) => reasonLines(other, because, view)),
      view,
    ),
    ...section('It is given', inputLines(step, view), view),
    ...section(
      'It yields',
      [
        ...Object.values(step.out).map(
          ({ of, when }) => `  ${of}${when === undefined ? '' : ` ${ifText(when)}`}`,
        ),
        ...resultLines(step, view),
      ],
      view,
    ),
  ];
}

function headLines(step: PlanStep, view: View): string[] {
  const { id, title, block, registry, authority, deadline, basis = [], when, eligibility = [] } = step;
  const what = [
    block === undefined ? undefined : `block ${block}`,
    registry === undefined ? undefined : `registry ${registry}`,
    authority === undefined ? undefined : view.authority(authority),
    deadline?.promised === undefined ? undefined : `promised ${deadline.promised}`,
    deadline?.statutory === undefined ? undefined : `statutory ${deadline.statutory}`,
  ].filter((part) => part !== undefined);
  return [
    `${view.style.bold(id)}  ${view.title(title, '')}`.trimEnd(),
    ...(what.length === 0 ? [] : [`  ${view.style.dim(what.join(', '))}`]),
    ...variantLines(step, 2, view),
    ...applyLines(step, view),
    ...transferLines(step, view),
    ...(when === undefined ? [] : hanging(`it takes place ${ifText(when)}`, 2, view)),
    // What the facts settle has nothing left to say.
    ...eligibility
      .filter(({ require }) => require !== true)
      .flatMap(({ require, otherwise }) =>
        hanging(`only ${ifText(require)}; otherwise: ${view.title(otherwise, '')}`, 2, view),
      ),
    ...basis.flatMap((one) => hanging(`basis ${basisText(one, view)}`, 2, view)),
  ];
}

function section(heading: string, lines: readonly string[], view: View): string[] {
  return lines.length === 0 ? [] : ['', view.style.bold(heading), ...lines];
}

function waitLines(waits: PlanStep['after'], view: View): string[] {
  return waits.flatMap(({ step, needs, when, because }) => [
    ...reasonLines(needs === 'approval' ? `${step}, which must be approved` : step, because, view),
    ...(when === undefined ? [] : hanging(ifText(when), 4, view)),
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
function reasonText({ kind, of, text }: Reason, view: View): string {
  const because = text === undefined ? '' : `: ${view.title(text, '')}`;
  switch (kind) {
    case 'field':
    case 'material':
      return `"${of}" passes between them${because}`;
    case 'prerequisite':
      return `"${of}" is a prerequisite${because}`;
    case 'after':
    case 'before':
      return `the order is wished${because}`;
    case 'condition':
      return `a condition tests "${of}"${because}`;
    case 'registry':
      return `the registry is asked by "${of}"${because}`;
    case 'transfer':
      return `"${of}" passes from one place to another${because}`;
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
    { text: sourcesText(name, binding), paint: view.style.dim },
  ]);
  return table(rows, { width: view.width, indent: 2 });
}

function sourcesText(name: string, { of, required, when, sources, codes }: InputBinding): string {
  const taken = ifText(when);
  const from = sources
    .map(({ from: kind, step, when: condition }) => {
      const text = ifText(condition);
      // The only source mostly applies whenever the input is taken: said once, at the end.
      const repeated = sources.length === 1 && text === taken;
      return [step === undefined ? kind : `${kind} ${step}`, repeated ? '' : text]
        .filter((part) => part !== '')
        .join(' ');
    })
    .join('; else ');
  const parts = [
    of === name ? '' : `is ${of}`,
    from,
    required ? '' : 'optional',
    codes === undefined ? '' : 'in its own codes',
    taken,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
