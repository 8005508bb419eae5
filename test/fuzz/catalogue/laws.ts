import { areMended, applyFixes, checkCatalogue, readyFixes } from '../../../src/check/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { LoadedCatalogue, SourceFile } from '../../../src/catalogue/index.js';
import { diffCatalogues } from '../../../src/diff/index.js';
import { isCode } from '../../../src/diagnostics/index.js';
import type { Diagnostic, Location } from '../../../src/diagnostics/index.js';
import { findingInLanguage } from '../../../src/languages/index.js';
import { publishedSchema } from '../../../src/model/index.js';
import { findingFormats, findingsText, formatFindings } from '../../../src/report/index.js';
import { createValidator } from '../../../src/schema/index.js';
import type { CommandCounts } from './commands.js';
import { judges } from '../../unit/report/formats/judges.js';

/** What was judged so far: a run that finds nothing has judged nothing. */
export interface Counts extends CommandCounts {
  catalogues: number;
  findings: number;
  codes: Set<string>;
  formats: number;
  fixes: number;
  diffs: number;
}

export function noCounts(): Counts {
  return {
    catalogues: 0,
    findings: 0,
    codes: new Set(),
    formats: 0,
    fixes: 0,
    diffs: 0,
    commands: 0,
    exits: new Map(),
  };
}

const isDiagnostic = createValidator(publishedSchema('diagnostic'));

/** The laws of checking, whatever the documents hold. Gives those that are broken. */
export function checkLaws(files: readonly SourceFile[], counts: Counts): string[] {
  const catalogue = loadCatalogue(files);
  const { diagnostics } = checkCatalogue(catalogue);
  counts.catalogues += 1;
  counts.findings += diagnostics.length;
  const known = new Set(files.map(({ path }) => path));
  const broken = diagnostics.flatMap((diagnostic) => {
    counts.codes.add(diagnostic.code);
    const places = [diagnostic.at, ...diagnostic.related.map(({ at }) => at)];
    return [
      ...(isCode(diagnostic.code) ? [] : [`unknown code ${diagnostic.code}`]),
      ...isDiagnostic(diagnostic).map(({ pointer, message }) => `${diagnostic.code}${pointer}: ${message}`),
      ...places
        .flatMap((at) => placeFault(at, known, catalogue))
        .map((fault) => `${diagnostic.code}: ${fault}`),
      ...(findingInLanguage(diagnostic, 'zh').message === '' ? ['no Chinese message'] : []),
    ];
  });
  const text = findingsText(diagnostics, catalogue.text, { language: 'zh' });
  // eslint-disable-next-line no-control-regex -- That is what must not be there.
  if (/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/.test(text)) broken.push('the text moves the cursor');
  return [...broken, ...fixFaults(files, catalogue, diagnostics, counts)];
}

/** A place lies in a file that was given, and a range within its text. */
function placeFault(at: Location, known: ReadonlySet<string>, catalogue: LoadedCatalogue): string[] {
  if (!known.has(at.file) && at.file !== 'catalogue.yaml') return [`no file ${at.file}`];
  if (at.range === undefined) return [];
  const text = catalogue.text(at.file);
  // A file that is not UTF-8 has no text; the place is where the text would have gone on.
  if (text === undefined) return [];
  const { start, end } = at.range;
  const isWithin = start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length;
  const lines = isWithin ? text.slice(0, start.offset).split(/\r\n|[\n\r]/) : [];
  const isCounted = isWithin && lines.length === start.line && lines.at(-1)!.length + 1 === start.column;
  return isWithin && isCounted ? [] : [`${at.file}${at.pointer} has no place ${JSON.stringify(at.range)}`];
}

/** Each fix that is offered can be written, and gives a text that can still be read. */
function fixFaults(
  files: readonly SourceFile[],
  catalogue: LoadedCatalogue,
  diagnostics: readonly Diagnostic[],
  counts: Counts,
): string[] {
  const [first] = readyFixes(diagnostics, (file) => catalogue.text(file) !== undefined);
  if (first === undefined) return [];
  counts.fixes += 1;
  const edited = applyFixes([first], catalogue.text);
  const next = files.map((file) => ({ ...file, text: edited.get(file.path)?.text ?? file.text }));
  const after = checkCatalogue(loadCatalogue(next)).diagnostics;
  areMended([first], edited, diagnostics, after);
  const unreadable = (list: readonly Diagnostic[]) =>
    list.filter(({ code }) => code === 'documents/syntax').length;
  return unreadable(after) > unreadable(diagnostics)
    ? [`the fix of ${first.diagnostic.code} breaks its file`]
    : [];
}

/** Every format of the findings is sound by its own schema. */
export async function formatLaws(files: readonly SourceFile[], counts: Counts): Promise<string[]> {
  const catalogue = loadCatalogue(files);
  const { diagnostics } = checkCatalogue(catalogue);
  const broken: string[] = [];
  for (const format of findingFormats) {
    const text = formatFindings(format, [{ catalogue, diagnostics }], { version: '0.0.0' });
    const faults = await judges[format](text);
    counts.formats += 1;
    broken.push(...faults.map((fault) => `${format}: ${fault}`));
  }
  return broken;
}

const isDiff = createValidator(publishedSchema('diff'));

/** Comparing what was with what is gives a document by its schema, and nothing for the same twice. */
export function diffLaws(old: readonly SourceFile[], next: readonly SourceFile[], counts: Counts): string[] {
  const [before, after] = [loadCatalogue(old), loadCatalogue(next)];
  counts.diffs += 1;
  const diff = diffCatalogues(before, after);
  const same = diffCatalogues(after, loadCatalogue(next));
  return [
    ...isDiff(JSON.parse(JSON.stringify(diff))).map(({ pointer, message }) => `diff${pointer}: ${message}`),
    ...(JSON.stringify(same).includes('"grade"') ? ['the same twice differs'] : []),
  ];
}
