import { printable } from '../text/layout/printable.js';
import { reported, wholeMessage } from './reported.js';
import type { FormatOptions, ReportedFinding, ReportedFindings, SeverityNames } from './reported.js';

const commands: SeverityNames = { error: 'error', warning: 'warning', hint: 'notice' };

/**
 * Findings as workflow commands of GitHub Actions: printed to the log of a job, they become annotations of the changed
 * files. GitHub shows ten of each severity for a step.
 */
export function githubFormat(results: readonly ReportedFindings[], options: FormatOptions): string {
  return reported(results, options).map(commandOf).join('');
}

function commandOf(finding: ReportedFinding): string {
  const { code, severity, at, path } = finding;
  const properties: Record<string, string | number> = { file: path };
  if (at.range !== undefined) {
    const { start, end } = at.range;
    Object.assign(properties, { line: start.line, col: start.column, endLine: end.line });
    // Columns have a meaning only within one line.
    if (end.line === start.line) properties['endColumn'] = end.column;
  }
  properties['title'] = code;
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${property(printable(String(value)))}`,
  );
  return `::${commands[severity]} ${written.join(',')}::${data(shown(wholeMessage(finding)))}\n`;
}

/** The log of a job is shown on terminals as well. */
function shown(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** What the runner takes for the end of a command is written out. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
