import { fingerprints } from './fingerprint.js';
import { reported, startOf, wholeMessage } from './reported.js';
import type { FormatOptions, ReportedFindings, SeverityNames } from './reported.js';

const severities: SeverityNames = { error: 'major', warning: 'minor', hint: 'info' };

/** Findings as a Code Quality report of GitLab: what its merge requests show as new and as mended. */
export function gitlabFormat(results: readonly ReportedFindings[], options: FormatOptions): string {
  const findings = reported(results, options);
  const prints = fingerprints(
    findings.map(({ original }) => original),
    (_, index) => findings[index]!.path,
  );
  const report = findings.map((finding, index) => {
    const { code, severity, at, path } = finding;
    const { line } = startOf(at);
    return {
      description: wholeMessage(finding),
      check_name: code,
      fingerprint: prints[index]!,
      severity: severities[severity],
      location: { path, lines: { begin: line, end: at.range?.end.line ?? line } },
    };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}
