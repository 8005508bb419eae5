import { xmlAttribute } from '../../base/index.js';
import { reported, startOf, wholeMessage } from './reported.js';
import type { FormatOptions, ReportedFindings, SeverityNames } from './reported.js';

const severities: SeverityNames = { error: 'error', warning: 'warning', hint: 'info' };

/** Findings as the XML of Checkstyle (its XMLLogger), which many review tools read: a list of errors for each file. */
export function checkstyleFormat(results: readonly ReportedFindings[], options: FormatOptions): string {
  const findings = reported(results, options);
  const files = [...new Set(findings.map(({ path }) => path))];
  const body = files.map((path) => {
    const errors = findings
      .filter((finding) => finding.path === path)
      .map((finding) => {
        const { line, column } = startOf(finding.at);
        const attributes = {
          line: String(line),
          column: String(column),
          severity: severities[finding.severity],
          message: wholeMessage(finding),
          source: `onething.${finding.code.replace('/', '.')}`,
        };
        const written = Object.entries(attributes).map(([name, value]) => `${name}="${xmlAttribute(value)}"`);
        return `    <error ${written.join(' ')}/>\n`;
      });
    return `  <file name="${xmlAttribute(path)}">\n${errors.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${body.join('')}</checkstyle>\n`;
}
