import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCatalogue } from '../../../../src/check/index.js';
import { createDiagnostic } from '../../../../src/diagnostics/index.js';
import type { Diagnostic } from '../../../../src/diagnostics/index.js';
import { loadCatalogue } from '../../../../src/catalogue/index.js';
import { readCatalogue } from '../../../../src/node/index.js';
import { findingFormats, formatFindings } from '../../../../src/report/index.js';
import type { ReportedFindings } from '../../../../src/report/index.js';
import { judges } from './judges.js';
import { literal } from '../../../../src/messages/index.js';
import type { Message } from '../../../../src/messages/index.js';

const cases = join(import.meta.dirname, '../../../cases/check');
const version = '1.2.3';

function checked(name: string): ReportedFindings {
  const catalogue = readCatalogue(join(cases, name, 'catalogue'));
  const { diagnostics } = checkCatalogue(catalogue);
  return { catalogue, diagnostics, fileName: (file) => `./catalogue/${file}` };
}

/** What a later version says: nobody knows its code here. */
const said = (message: string): Message => ({ code: 'later', message, args: {} });
const forty = checked('forty-faults');
const hostile: ReportedFindings = {
  catalogue: { id: 'x', version: '1.0.0' },
  diagnostics: [
    createDiagnostic(
      'catalogue/unknown-reference',
      { kind: literal('block'), id: "\"]]>&<x a='1'>%0A::error::\u0000\ud800,:\r\n\t\u202e" },
      { file: '办 事/a:b,%25 <"&>.yaml', pointer: '/a~1b/"<&' },
      {
        help: said('One line.\nAnother: %, and more.'),
        related: [{ at: { file: 'c.yaml', pointer: '' }, ...said('::warning::') }],
      },
    ),
  ],
};
const nothing: ReportedFindings = { catalogue: { id: 'x', version: '1.0.0' }, diagnostics: [] };

interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string; fullDescription: { text: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      message: { text: string };
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region?: Record<string, number> };
      }[];
      relatedLocations?: unknown[];
      partialFingerprints: Record<string, string>;
      fixes?: { artifactChanges: { replacements: { insertedContent: { text: string } }[] }[] }[];
    }[];
  }[];
}

const sarifOf = (...results: ReportedFindings[]): Sarif['runs'][0] =>
  (JSON.parse(formatFindings('sarif', results, { version })) as Sarif).runs[0]!;

describe.each(findingFormats)('%s', (format) => {
  test.each([
    ['forty planted faults', [forty]],
    ['hostile names', [hostile]],
    ['nothing at all', [nothing]],
    ['two catalogues', [forty, hostile, nothing]],
  ])('of %s is sound by its own schema', async (_, results) => {
    for (const language of ['en', 'zh'] as const) {
      for (const failOn of ['error', 'warning'] as const) {
        const text = formatFindings(format, results, { version, language, failOn });
        expect(await judges[format](text)).toEqual([]);
      }
    }
  });

  test('has no byte of a terminal in it', () => {
    const text = formatFindings(format, [forty, hostile], { version });
    // eslint-disable-next-line no-control-regex -- That is what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });
});

test('sarif explains its rules in the language that was asked for', () => {
  const text = formatFindings('sarif', [forty], { version, language: 'zh' });
  const { rules } = (JSON.parse(text) as Sarif).runs[0]!.tool.driver;
  expect(rules.length).toBeGreaterThan(20);
  for (const { fullDescription } of rules) expect(fullDescription.text).toMatch(/\p{Script=Han}/u);
});

describe('the judges', () => {
  test.each([
    ['junit', '<testsuites tests="1" failures="0" errors="0"/>'],
    ['checkstyle', '<checkstyle version="4.3"><file name="a"><error line="0"/></file></checkstyle>'],
    ['gitlab', '[{"description":"x"}]'],
    ['github', '::error file=a::x\ny\n'],
    ['sarif', '{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}'],
  ] as const)('%s: find what is wrong', async (format, text) => {
    expect(await judges[format](text)).not.toEqual([]);
  });
});

describe('SARIF', () => {
  const run = sarifOf(forty);

  test('has a result for each finding, and a rule for each result', () => {
    expect(run.results.length).toBe(40);
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  });

  test('points where the findings point, in UTF-16 columns behind wide characters', () => {
    const { diagnostics } = forty;
    const wide = diagnostics.findIndex(({ at }) => at.file.startsWith('办事'));
    const { start, end } = diagnostics[wide]!.at.range!;
    const { artifactLocation, region } = run.results[wide]!.locations[0]!.physicalLocation;
    expect(decodeURIComponent(artifactLocation.uri)).toBe('catalogue/办事/办事.yaml');
    expect(region).toMatchObject({ startLine: start.line, startColumn: start.column, endColumn: end.column });
  });

  test('gives every contributor and every fix', () => {
    const related = run.results.flatMap(({ relatedLocations = [] }) => relatedLocations).length;
    expect(related).toBe(forty.diagnostics.flatMap((one) => one.related).length);
    const texts = run.results.flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap(({ replacements }) => replacements)),
    );
    expect(texts.map(({ insertedContent }) => insertedContent.text)).toContain('owner.name');
  });

  test('has no links but those that readers make of places: a name that looks like one is a name', () => {
    const id = '[look here](https://example.org) [1]';
    const finding = createDiagnostic(
      'catalogue/unknown-reference',
      { kind: literal('block'), id },
      { file: 'a.yaml', pointer: '' },
    );
    const [result] = sarifOf({ ...nothing, diagnostics: [finding] }).results;
    expect(result!.message.text).toContain('\\[look here](https://example.org) [1]');
  });

  test('keeps fingerprints when lines move, and tells findings apart', () => {
    const block =
      'kind: block\nid: a\ntitle: A\nroles: { o: person }\ninputs:\n  - { field: o.x }\n  - { field: o.y }\n';
    const printsOf = (text: string): string[] => {
      const catalogue = loadCatalogue([
        { path: 'catalogue.yaml', text: 'kind: catalogue\nid: c\nversion: 1.0.0\n' },
        {
          path: 'person.yaml',
          text: 'kind: subject\nid: person\nelements: { name: { title: N, schema: {} } }\n',
        },
        { path: 'a.yaml', text },
      ]);
      const diagnostics: readonly Diagnostic[] = catalogue.diagnostics;
      expect(diagnostics.length).toBe(2);
      return sarifOf({ catalogue, diagnostics })
        .results.map(({ partialFingerprints }) => partialFingerprints['onething/v1']!)
        .sort();
    };
    const before = printsOf(block);
    expect(new Set(before).size).toBe(2);
    expect(printsOf(`# A comment\n\n${block}`)).toEqual(before);
    expect(printsOf(block.replace('inputs:\n', 'inputs:\n  - { field: o.name }\n'))).toEqual(before);
    expect(printsOf(block.replace('o.y', 'o.z'))).not.toEqual(before);
  });
});

test('fingerprints tell a hundred findings apart that are alike', () => {
  const alike = Array.from({ length: 100 }, () => hostile.diagnostics[0]!);
  const run = sarifOf({ ...hostile, diagnostics: alike });
  const prints = run.results.map(({ partialFingerprints }) => partialFingerprints['onething/v1']);
  expect(new Set(prints).size).toBe(100);
});
