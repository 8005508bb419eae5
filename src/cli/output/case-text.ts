import { renderIn } from '../../languages/index.js';
import type { Say } from '../../languages/index.js';
import type { Message } from '../../messages/index.js';
import type { Text } from '../../model/index.js';
import { textIn } from '../../model/index.js';
import { printable, widthOf } from '../../report/index.js';
import type {
  CaseStatus,
  CaseView,
  Compensation,
  LogEntry,
  StepStatus,
  StepView,
  Transition,
} from '../../runtime/index.js';
import { isSettled, msOf } from '../../runtime/index.js';
import type { CommandIo } from '../io.js';

/** Steps by their key, as people know them. */
type Names = ReadonlyMap<string, string>;

/** A case as a table: where each step stands, and until when. */
export function caseText(view: CaseView, io: CommandIo, locale: string | undefined): string {
  const { say } = io;
  const [head = '', ...rest] = table([headOf(say), ...rowsOf(view, view.steps, io, locale)]);
  const open = view.open.map(({ of, step, due }) => {
    const args = { material: printable(of), step: printable(step) };
    return `  ${due === undefined ? say('case.mayFollow', args) : say('case.mayFollowBy', { ...args, day: lastDay(due) })}`;
  });
  return [
    `${io.style.bold(printable(view.id))}  ${view.plan.id}  ${statusText(view.status, say)}`,
    '',
    io.style.dim(head),
    ...rest,
    ...(open.length === 0 ? [] : ['', say('case.stillToCome'), ...open]),
    '',
  ].join('\n');
}

/** So many steps fit on a terminal of the usual height. */
const mostLive = 18;

/**
 * A case while it runs: at what time it has come, how much of it is settled, and every step that is not, soonest limit
 * first. No line is wider than the terminal.
 */
export function liveText(view: CaseView, now: string, io: CommandIo, locale: string | undefined): string {
  const { say } = io;
  const settled = view.steps.filter(({ status }) => isSettled(status)).length;
  const open = view.steps.filter(({ status }) => !isSettled(status));
  const momentOf = ({ due }: StepView) => (due === undefined ? Infinity : msOf(due));
  const soonest = [...open].sort((a, b) => momentOf(a) - momentOf(b) || 0);
  const rows = [headOf(say), ...rowsOf(view, soonest.slice(0, mostLive), io, locale)];
  // Names give way to limits.
  const room = Math.max(...rows.map(([, status = '', due = '']) => widthOf(status) + widthOf(due) + 5));
  const shown = rows.map(([name = '', status = '', due = '']) => [
    fitted(name, Math.max(12, io.width - room)),
    status,
    due,
  ]);
  const lines = [
    `${now.slice(0, 16).replace('T', ' ')}  ${view.plan.id}  ${say('case.settled', { count: settled, all: view.steps.length })}`,
    ...(open.length === 0 ? [] : table(shown)),
    ...(open.length > mostLive ? [say('case.more', { count: open.length - mostLive })] : []),
  ];
  return `${lines.map((line) => fitted(line, io.width - 1)).join('\n')}\n`;
}

/** The log of a case, a line for each thing that changed. */
export function logText(entries: readonly LogEntry[], io: CommandIo): string {
  const lines = entries.flatMap(({ event, transitions }) =>
    transitions.map(
      (transition) => `${event.at.slice(0, 16).replace('T', ' ')}  ${transitionText(transition, io)}`,
    ),
  );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A status in words. */
export function statusText(status: StepStatus | CaseStatus | Compensation['status'], say: Say): string {
  return say(`case.${status}` as 'case.done');
}

function transitionText(transition: Transition, io: CommandIo): string {
  const { say } = io;
  if (transition.type === 'case') return say('case.caseIs', { status: statusText(transition.to, say) });
  const step = printable(transition.step);
  switch (transition.type) {
    case 'step': {
      const args = { step, status: statusText(transition.to, say) };
      const because = becauseText(transition.because, io);
      return because === '' ? say('case.stepIs', args) : say('case.stepIsBecause', { ...args, because });
    }
    case 'paused':
      return say('case.clockStopped', { step });
    case 'resumed':
      return say('case.clockOn', { step });
    case 'supplied':
      return say('case.supplied', { step, material: printable(transition.of) });
    case 'deadline-near':
      return say('case.near', { step });
    case 'deadline-passed':
      return say('case.passed', { step });
    case 'undo':
      return say('case.undo', { step, status: statusText(transition.to, say) });
    case 'material-owed':
      return say('case.owed', { step, material: printable(transition.of) });
    case 'material-overdue':
      return say('case.overdue', { step, material: printable(transition.of) });
    case 'material-given':
      return say('case.given', { step, material: printable(transition.of) });
  }
}

/** What stops a step is another step: people know it by its name. */
function becauseText(because: Message | undefined, { language }: CommandIo, names?: Names): string {
  if (because === undefined) return '';
  const step = because.code === 'because.step' ? because.args['step'] : undefined;
  return typeof step === 'string'
    ? (names?.get(step) ?? printable(step))
    : printable(renderIn(because, language));
}

function headOf(say: Say): string[] {
  return [`  ${say('case.step')}`, say('case.status'), say('case.due'), say('case.because')];
}

function rowsOf(
  view: CaseView,
  steps: readonly StepView[],
  io: CommandIo,
  locale: string | undefined,
): string[][] {
  const { say } = io;
  const names = new Map(view.steps.map(({ key, title }) => [key, nameOf(title, key, locale)]));
  return steps.map((step) => {
    const item = step.item === undefined ? '' : ` [${printable(step.item)}]`;
    const why = becauseText(step.because, io, names);
    return [
      `${mark(step)} ${nameOf(step.title, step.key, locale)}${item}`,
      statusText(step.status, say),
      step.due === undefined ? '' : lastDay(step.due),
      why === '' && step.overdue === true ? say('case.why.late') : why,
    ];
  });
}

const failed: ReadonlySet<StepStatus> = new Set<StepStatus>([
  'rejected',
  'ineligible',
  'unavailable',
  'stopped',
  'withdrawn',
  'cancelled',
]);

function mark({ status, overdue, near }: StepView): string {
  if (overdue === true) return '!';
  if (status === 'approved') return '✓';
  if (near === true && status === 'pending') return '~';
  if (failed.has(status)) return '✗';
  return status === 'skipped' ? '-' : '·';
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

/** The line, cut where it would be wider. */
function fitted(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  let text = '';
  for (const character of line) {
    if (widthOf(text + character) > columns - 1) break;
    text += character;
  }
  return `${text}…`;
}
