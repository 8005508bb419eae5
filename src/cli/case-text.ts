import type { Text } from '../model/index.js';
import { textIn } from '../model/index.js';
import { printable, widthOf } from '../report/index.js';
import type { CaseView, LogEntry, StepView, Transition } from '../runtime/index.js';
import { msOf } from '../runtime/index.js';
import type { Io } from './io.js';

/** A case as a table: where each step stands, and until when. */
export function caseText(view: CaseView, io: Io, locale: string | undefined): string {
  const rows = view.steps.map((step) => [
    `${mark(step)} ${nameOf(step.title, step.key, locale)}${step.item === undefined ? '' : ` [${printable(step.item)}]`}`,
    step.status,
    dayOf(step),
    step.because === undefined ? '' : printable(step.because),
  ]);
  const lines = table([['  Step', 'Status', 'Due', 'Because'], ...rows]);
  const [head = '', ...rest] = lines;
  const open = view.open.map(
    ({ of, step, due }) =>
      `  ${printable(of)} may follow (${step})${due === undefined ? '' : `, by ${lastDay(due)}`}`,
  );
  return [
    `${io.style.bold(printable(view.id))}  ${view.plan.id}  ${view.status}`,
    '',
    io.style.dim(head),
    ...rest,
    ...(open.length === 0 ? [] : ['', 'Still to come', ...open]),
    '',
  ].join('\n');
}

/** The log of a case, a line for each thing that changed. */
export function logText(entries: readonly LogEntry[]): string {
  const lines = entries.flatMap(({ event, transitions }) =>
    transitions.map(
      (transition) => `${event.at.slice(0, 16).replace('T', ' ')}  ${transitionText(transition)}`,
    ),
  );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function transitionText(transition: Transition): string {
  switch (transition.type) {
    case 'case':
      return `case ${transition.to}`;
    case 'step': {
      const because = transition.because === undefined ? '' : ` (${printable(transition.because)})`;
      return `${printable(transition.step)} ${transition.to}${because}`;
    }
    case 'deadline-near':
    case 'deadline-passed':
      return `${printable(transition.step)} ${transition.type}`;
    case 'undo':
      return `${printable(transition.step)} undo ${transition.to}`;
    case 'material-owed':
    case 'material-overdue':
    case 'material-given':
      return `${printable(transition.step)} ${transition.type}: ${printable(transition.of)}`;
  }
}

function mark({ status, overdue, near }: StepView): string {
  if (overdue === true) return '!';
  if (status === 'approved') return '✓';
  if (near === true && status === 'pending') return '~';
  return ['rejected', 'ineligible', 'unavailable', 'stopped', 'withdrawn', 'cancelled'].includes(status)
    ? '✗'
    : status === 'skipped'
      ? '-'
      : '·';
}

/** The day on which a step ended, or by which it is to end. */
function dayOf({ due }: StepView): string {
  return due === undefined ? '' : lastDay(due);
}

/** A limit is kept as its first moment after; people name its last day. */
function lastDay(due: string): string {
  if (!due.includes('T00:00:00.000')) return due.slice(0, 16).replace('T', ' ');
  const ms = msOf(`${due.slice(0, 10)}T00:00:00.000Z`);
  return new Date(ms - 86_400_000).toISOString().slice(0, 10);
}

function nameOf(title: Text | undefined, key: string, locale: string | undefined): string {
  const text = locale === undefined ? textIn(title) : textIn(title, locale);
  return printable(text ?? key);
}

/** Columns side by side; wide characters take two places. */
function table(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const pad = (cell: string, column: number) => cell + ' '.repeat(widths[column]! - widthOf(cell));
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}
