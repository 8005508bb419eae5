import type { CheckedFolder, CheckRequest } from './check-request.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { acceptFindings, raiseSeverity } from '../../check/index.js';
import type { CatalogueFindings } from '../../check/index.js';
import { sortDiagnostics } from '../../diagnostics/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { findingInLanguage } from '../../languages/index.js';
import { checkCatalogueFolder } from '../../node/index.js';
import { countFindings, countsText, findingsText } from '../../report/index.js';
import type { Style } from '../../report/index.js';
import { readBaseline } from './baseline-file.js';
import type { CommandIo } from '../io.js';
import { fileNames, textOptions } from '../options/text-options.js';
import { today } from '../command/today.js';

/** Reads, checks and judges a catalogue, on all processors where there is much to check. */
export async function checkFolder(request: CheckRequest, io: CommandIo): Promise<CheckedFolder> {
  io.progress?.(io.say('check.reading', { folder: request.folder }));
  const { catalogue, findings } = await checkCatalogueFolder(request.folder, {
    onBundle: (bundle, index, count) =>
      io.progress?.(io.say('check.proving', { number: index + 1, count, bundle })),
  });
  io.progress?.('');
  return judged(request, catalogue, findings, io);
}

/** Judges what was found: severities are raised, accepted findings left out, and what touches no wanted place. */
export function judged(
  request: CheckRequest,
  catalogue: LoadedCatalogue,
  findings: CatalogueFindings,
  io: CommandIo,
): CheckedFolder {
  const raised = [...(catalogue.manifest?.document.checks?.error ?? []), ...request.errors];
  const all = raiseSeverity(findings.diagnostics, raised);
  const baseline = readBaseline(request, io);
  const { diagnostics, accepted } =
    baseline === undefined
      ? { diagnostics: [...all], accepted: [] }
      : acceptFindings(all, baseline, today(io));
  const shown = sortDiagnostics(diagnostics).filter((finding) => touches(finding, request.places));
  return {
    request,
    catalogue,
    all,
    findings: { ...findings, diagnostics: shown },
    baseline,
    accepted: accepted.length,
  };
}

/** Does a finding, or anything that took part in it, stand in one of the places? */
function touches({ at, related }: Diagnostic, places: readonly string[]): boolean {
  const files = [at.file, ...related.map((other) => other.at.file)];
  // Above the catalogue's own folder means all of it.
  return places.some(
    (place) =>
      place === '' ||
      /^\.\.(?:\/\.\.)*$/.test(place) ||
      files.some((file) => file === place || file.startsWith(`${place}/`)),
  );
}

/** The findings of a catalogue as text, and the line that counts them. */
export function checkedText(checked: CheckedFolder, style: Style, io: CommandIo): string {
  const { request, catalogue, findings, baseline, accepted } = checked;
  const { diagnostics, bundles } = findings;
  const nameOf = fileNames(request.folder, io);
  const options = { ...textOptions(catalogue, io, undefined), style, fileName: nameOf };
  const textOf = (file: string) => (file === baseline?.file ? baseline.text : catalogue.text(file));
  const summary = io.say('check.summary', {
    catalogue: catalogue.id,
    version: catalogue.version,
    bundles: io.say('check.bundles', { count: bundles.length }),
    blocks: io.say('check.blocks', { count: catalogue.blocks.size }),
    counts: countsText(countFindings(diagnostics), io.say),
  });
  const fixable = diagnostics.filter(({ fixes }) => fixes?.length === 1).length;
  const lines = [
    ...(diagnostics.length === 0 ? [] : [findingsText(diagnostics, textOf, options)]),
    summary,
    ...(fixable === 0 ? [] : [`  ${io.say('check.fixable', { count: fixable })}`]),
    ...(accepted === 0 || baseline === undefined
      ? []
      : [`  ${io.say('check.accepted', { count: accepted, file: nameOf(baseline.file) })}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The library's own document, in the language that was asked for. */
export function checkedJson({ findings }: CheckedFolder, io: CommandIo): CatalogueFindings {
  const { diagnostics } = findings;
  return {
    ...findings,
    diagnostics: diagnostics.map((finding) => findingInLanguage(finding, io.documentLanguage)),
  };
}
