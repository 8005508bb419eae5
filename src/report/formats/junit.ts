import { xmlAttribute, xmlText } from '../../base/index.js';
import { reported, startOf, wholeMessage } from './reported.js';
import type { FormatOptions, ReportedFinding, ReportedFindings } from './reported.js';

/**
 * Findings as JUnit XML, as Jenkins and GitLab read it: a suite for each file, a test for each finding. What makes the
 * command fail is a failure, everything else is skipped with its message; without a finding there is one test, passed:
 * readers take a report without tests for a mistake. Without times: the same findings give the same text.
 */
export function junitFormat(results: readonly ReportedFindings[], options: FormatOptions): string {
  const { failOn = 'error' } = options;
  const findings = reported(results, options);
  const isFailure = ({ severity }: ReportedFinding) =>
    severity === 'error' || (severity === 'warning' && failOn === 'warning');
  const files = [...new Set(findings.map(({ path }) => path))];
  const suites = files.map((path) => {
    const own = findings.filter((finding) => finding.path === path);
    return { name: path, tests: own.map((finding) => testcase(finding, isFailure(finding))), own };
  });
  const none = results.map(({ catalogue }) => ({
    name: catalogue.id,
    tests: [`    <testcase classname="${xmlAttribute(catalogue.id)}" name="check"/>`],
    own: [],
  }));
  const all = suites.length === 0 ? none : suites;
  const total = counts(
    all.reduce((sum, { tests }) => sum + tests.length, 0),
    findings,
    isFailure,
  );
  const body = all.map(
    ({ name, tests, own }) =>
      `  <testsuite name="${xmlAttribute(name)}" ${counts(tests.length, own, isFailure)} skipped="${own.length - own.filter(isFailure).length}">\n${tests.join('\n')}\n  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="onething check" ${total}>\n${body.join('')}</testsuites>\n`;
}

function counts(
  tests: number,
  findings: readonly ReportedFinding[],
  isFailure: (finding: ReportedFinding) => boolean,
): string {
  return `tests="${tests}" failures="${findings.filter(isFailure).length}" errors="0"`;
}

function testcase(finding: ReportedFinding, fails: boolean): string {
  const { code, severity, at, related, message, path, pathOf } = finding;
  const { line, column } = startOf(at);
  const open = `    <testcase classname="${xmlAttribute(path)}" name="${xmlAttribute(`${code} ${line}:${column}`)}">`;
  const said = `message="${xmlAttribute(message)}"`;
  if (!fails) return `${open}\n      <skipped ${said}/>\n    </testcase>`;
  const lines = [
    `${path}:${line}:${column}: ${severity} ${code}: ${wholeMessage(finding)}`,
    ...related.map((other) => {
      const start = startOf(other.at);
      return `${pathOf(other.at.file)}:${start.line}:${start.column}: ${other.message}`;
    }),
  ];
  return `${open}\n      <failure type="${xmlAttribute(code)}" ${said}>${xmlText(lines.join('\n'))}</failure>\n    </testcase>`;
}
