import type { Diagnostic, Range, Severity } from '../../diagnostics/index.js';
import { findingInLanguage } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';

/** Findings of one catalogue, as formats take them. */
export interface ReportedFindings {
  catalogue: { id: string; version: string };
  diagnostics: readonly Diagnostic[];
  /** How a file is named, seen from where the report is read. Left out: as the catalogue names it. */
  fileName?: (file: string) => string;
}

/** How findings are written for machines. */
export interface FormatOptions {
  /** The version of onething. */
  version: string;
  /** The language of messages. Left out: English. */
  language?: Language;
  /** From which severity on a finding is a failure, in formats that know passing and failing. Left out: error. */
  failOn?: 'error' | 'warning';
}

/** A finding on its way into a format: in the wanted language, its files as the report names them. */
export interface ReportedFinding extends Diagnostic {
  /** The path of the file as the report names it. */
  path: string;
  pathOf: (file: string) => string;
  /** As it was found, in English: what a fingerprint is made of. */
  original: Diagnostic;
}

/** The findings of catalogues as one list. */
export function reported(results: readonly ReportedFindings[], options: FormatOptions): ReportedFinding[] {
  const { language = 'en' } = options;
  return results.flatMap(({ diagnostics, fileName = (file) => file }) =>
    diagnostics.map((original) => ({
      ...findingInLanguage(original, language),
      original,
      path: relativePath(fileName(original.at.file)),
      pathOf: (file) => relativePath(fileName(file)),
    })),
  );
}

/** The message with what to do, in one text of several lines. */
export function wholeMessage({ message, help }: Pick<Diagnostic, 'message' | 'help'>): string {
  return help === undefined ? message : `${message}\n${help.message}`;
}

/** The first line and column of a place; of a place without a range, the first of the file. */
export function startOf({ range }: { range?: Range }): { line: number; column: number } {
  return range === undefined ? { line: 1, column: 1 } : range.start;
}

/** Severity after severity, for formats that call them otherwise. */
export type SeverityNames = Readonly<Record<Severity, string>>;

/** Readers take a path as relative to the root of the repository; they know no "./". */
function relativePath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}
