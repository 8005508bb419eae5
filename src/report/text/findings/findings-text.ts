import { assertArguments } from '../../../messages/index.js';
import type { Diagnostic, Location, Severity } from '../../../diagnostics/index.js';
import { findingInLanguage, sayIn } from '../../../languages/index.js';
import type { Say } from '../../../languages/index.js';
import { codeFrame } from '../layout/code-frame.js';
import { printable, printableJson } from '../layout/printable.js';
import { viewOf } from '../view.js';
import type { TextOptions, View } from '../view.js';

/** The texts of the files that findings are about. */
export type TextOf = (file: string) => string | undefined;

/** How many findings there are of each severity. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  hints: number;
}

/** Counts findings by severity. */
export function countFindings(diagnostics: readonly Diagnostic[]): FindingCounts {
  assertArguments('countFindings', { diagnostics: 'list' }, { diagnostics });
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') };
}

/**
 * Findings for people: the message, the line of the document with carets, every contributor, what to do, a witness.
 * @param textOf the texts of the files, for showing the lines
 */
export function findingsText(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  options: TextOptions = {},
): string {
  assertArguments(
    'findingsText',
    { diagnostics: 'list', textOf: 'function', options: 'object' },
    { diagnostics, textOf, options },
  );
  const view = viewOf(options);
  return diagnostics.map((diagnostic) => `${findingText(diagnostic, textOf, view)}\n`).join('\n');
}

/** `2 errors, 1 warning, no hints` */
export function countsText(counts: FindingCounts, say: Say = sayIn('en')): string {
  assertArguments('countsText', { counts: 'from countFindings', say: 'function' }, { counts, say });
  const { errors, warnings, hints } = counts;
  return say('findings.counts', {
    errors: errors === 0 ? say('findings.noErrors') : say('findings.errors', { count: errors }),
    warnings: warnings === 0 ? say('findings.noWarnings') : say('findings.warnings', { count: warnings }),
    hints: hints === 0 ? say('findings.noHints') : say('findings.hints', { count: hints }),
  });
}

function findingText(diagnostic: Diagnostic, textOf: TextOf, view: View): string {
  const { style, say } = view;
  const said = findingInLanguage(diagnostic, view.language);
  const { code, severity, message, related, help, witness } = printableJson(said);
  const paint = { error: style.red, warning: style.yellow, hint: style.cyan }[severity];
  // The frames need the places as they are: a file's name decides which text is shown.
  const others = related.map((part, index) => ({ at: diagnostic.related[index]!.at, message: part.message }));
  // A contributor that stands within the place of the finding is told there, and marked more exactly.
  const here = others.findIndex((other) => isWithin(other.at, diagnostic.at));
  const own = others[here] ?? { at: diagnostic.at, message: '' };
  const frames = [
    frameLines({ ...own, place: diagnostic.at }, textOf, view, { corner: '┌─', caret: '^', paint }),
    ...others
      .filter((_, index) => index !== here)
      .map((other) =>
        frameLines({ ...other, place: other.at }, textOf, view, {
          corner: '├─',
          caret: '-',
          paint: style.dim,
        }),
      ),
  ];
  const gutter = Math.max(1, ...frames.map(({ number }) => number.length));
  const lines = [
    `${style.bold(paint(`${say(`findings.severity.${severity}`)} ${code}`))}  ${style.bold(message)}`,
  ];
  for (const { number, parts } of frames) {
    for (const { isCode, text } of parts)
      lines.push(`${style.dim(`${(isCode ? number : '').padStart(gutter)} `)}${text}`);
  }
  const note = ' '.repeat(gutter + 1);
  if (help !== undefined)
    lines.push(`${note}${style.dim('=')} ${style.green(say('findings.help'))} ${help.message}`);
  if (witness !== undefined)
    lines.push(`${note}${style.dim('=')} ${style.green(say('findings.witness'))} ${JSON.stringify(witness)}`);
  return lines.join('\n');
}

interface FrameLines {
  number: string;
  parts: { isCode: boolean; text: string }[];
}

interface FrameMarks {
  corner: string;
  caret: string;
  paint: (text: string) => string;
}

/** What a frame shows: where it says it is, what it marks, and what it says of it. */
interface Shown {
  place: Location;
  at: Location;
  message: string;
}

function frameLines(shown: Shown, textOf: TextOf, view: View, marks: FrameMarks): FrameLines {
  const { place, at, message } = shown;
  const heading = `${marks.corner} ${printable(view.place(place))}`;
  const frame = codeFrame(at, textOf(at.file), marks.caret);
  if (frame === undefined) {
    const text = message === '' ? heading : `${heading}  ${message}`;
    return { number: '', parts: [{ isCode: false, text }] };
  }
  const mark = `${marks.paint(frame.mark)}${message === '' ? '' : ` ${marks.paint(message)}`}`;
  return {
    number: String(frame.lineNumber),
    parts: [
      { isCode: false, text: heading },
      { isCode: true, text: `│ ${frame.line}` },
      { isCode: false, text: `│ ${mark}` },
    ],
  };
}

function isWithin(inner: Location, outer: Location): boolean {
  if (inner.file !== outer.file || inner.range === undefined || outer.range === undefined) return false;
  return (
    inner.range.start.line === outer.range.start.line &&
    inner.range.start.offset >= outer.range.start.offset &&
    inner.range.end.offset <= outer.range.end.offset
  );
}
