import type { JsonObject } from '../../base/index.js';
import { groupBy, omitUndefined } from '../../base/index.js';
import type { Edit, Fix, Location, Range } from '../../diagnostics/index.js';
import { fingerprints } from './fingerprint.js';
import { reported, wholeMessage } from './reported.js';
import type { FormatOptions, ReportedFinding, ReportedFindings } from './reported.js';
import { sarifLevels } from './sarif-levels.js';
import { sarifRule } from './sarif-rule.js';

/**
 * Findings as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS Standard): the rules that findings
 * refer to with their help, every contributor as a related location, regions in UTF-16 code units, fingerprints that
 * stay when lines move, and fixes.
 */
export function sarifFormat(results: readonly ReportedFindings[], options: FormatOptions): string {
  const { version, language = 'en' } = options;
  const findings = reported(results, options);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const prints = fingerprints(
    findings.map(({ original }) => original),
    (_, index) => findings[index]!.path,
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'onething',
            version,
            semanticVersion: version,
            rules: codes.map((code) => sarifRule(code, language)),
          },
        },
        language: language === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) =>
          resultOf(finding, indexes.get(finding.code)!, prints[index]!),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: ReportedFinding, ruleIndex: number, fingerprint: string): object {
  const { code, severity, at, related, witness, fixes = [], pathOf, original } = finding;
  const complete = fixes.filter(isComplete);
  return {
    ruleId: code,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: withoutLinks(wholeMessage(finding)) },
    locations: [locationOf(at, pathOf)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            ...locationOf(other.at, pathOf),
            message: { text: withoutLinks(other.message) },
          })),
        }),
    partialFingerprints: { 'onething/v1': fingerprint },
    ...(complete.length === 0 ? {} : { fixes: complete.map((fix) => fixOf(fix, pathOf)) }),
    properties: propertiesOf(original.args, witness),
  };
}

/** Readers make links of `[text](destination)` in a plain message (SARIF 2.1.0, section 3.11.6); names are no links. */
function withoutLinks(text: string): string {
  return text.replaceAll(/\[(?=[^\]]*\]\()/g, '\\[');
}

function propertiesOf(args: JsonObject | object, witness: unknown): object {
  return { args, ...omitUndefined({ witness }) };
}

function locationOf(at: Location, pathOf: (file: string) => string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(pathOf(at.file)) },
      ...(at.range === undefined ? {} : { region: regionOf(at.range) }),
    },
    ...(at.pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: at.pointer }] }),
  };
}

/** Lines and columns count from 1, the end stands behind the last character (SARIF 2.1.0, section 3.30). */
function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

/** A relative URI reference (RFC 3986): whatever a file is called, it is one path. */
function uriOf(path: string): string {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  // A colon in the first segment would be taken for the end of a scheme.
  return uri.replaceAll('%3A', ':').replace(/^([^/]*):/, (_, first: string) => `./${first}:`);
}

type CompleteEdit = Edit & { at: Location & { range: Range }; text: string };

function isComplete(fix: Fix): fix is Fix & { edits: CompleteEdit[] } {
  return fix.edits.every(({ at, text }) => at.range !== undefined && text !== undefined);
}

function fixOf({ title, edits }: Fix & { edits: CompleteEdit[] }, pathOf: (file: string) => string): object {
  return {
    description: { text: title.message },
    artifactChanges: [...groupBy(edits, ({ at }) => at.file)].map(([file, own]) => ({
      artifactLocation: { uri: uriOf(pathOf(file)) },
      replacements: own.map(({ at, text }) => ({
        deletedRegion: regionOf(at.range),
        insertedContent: { text },
      })),
    })),
  };
}
