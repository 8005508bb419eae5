import { assertArguments, oneOfKind } from '../../messages/index.js';
import { checkstyleFormat } from './checkstyle.js';
import { githubFormat } from './github.js';
import { gitlabFormat } from './gitlab.js';
import { junitFormat } from './junit.js';
import type { FormatOptions, ReportedFindings } from './reported.js';
import { sarifFormat } from './sarif.js';

const formats = {
  sarif: sarifFormat,
  junit: junitFormat,
  github: githubFormat,
  checkstyle: checkstyleFormat,
  gitlab: gitlabFormat,
} as const;

/** A format of other tools in which findings can be written. */
export type FindingFormat = keyof typeof formats;

/** The formats of other tools in which findings can be written. */
export const findingFormats = Object.keys(formats) as readonly FindingFormat[];

/**
 * Findings as a document that other tools read. The same findings give the same text: it holds no time and no place of
 * this machine.
 * @param results the findings of one or more catalogues
 */
export function formatFindings(
  format: FindingFormat,
  results: readonly ReportedFindings[],
  options: FormatOptions,
): string {
  const kinds = { format: oneOfKind(findingFormats), results: 'list', options: 'object' } as const;
  assertArguments('formatFindings', kinds, { format, results, options });
  return formats[format](results, options);
}
