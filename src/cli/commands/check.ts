import type { Command } from 'commander';
import { checkCatalogue } from '../../check/index.js';
import type { CatalogueFindings } from '../../check/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { readCatalogue } from '../../node/index.js';
import { countFindings, countsText, findingsText } from '../../report/index.js';
import { catalogueOption, findCatalogue, withinCatalogue } from '../catalogue-option.js';
import { printJson, withExamples } from '../command.js';
import type { CommandContext, RegisterCommand } from '../command.js';
import { exitCodes } from '../exit.js';
import type { ExitCode } from '../exit.js';
import { failOnOption, isFailure } from '../fail-on.js';
import type { FailOn } from '../fail-on.js';
import type { CommandIo } from '../io.js';
import { fileNames, formatOption, textOptions } from '../text-options.js';

interface CheckFlags {
  catalogue: string;
  format: string;
  failOn: FailOn;
}

/** `check`: documents, references, every bundle composed and proven. */
export const registerCheck: RegisterCommand = (program, context) => {
  const command: Command = program
    .command('check')
    .summary('documents, references, every bundle composed and proven')
    .description(
      'Checks the documents of a catalogue and how they refer to each other; composes every bundle, and proves that no situation leads into a dead end.',
    )
    .argument('[path...]', 'folders or files: only findings that touch them are shown')
    .addOption(catalogueOption())
    .addOption(formatOption('text', 'json'))
    .addOption(failOnOption())
    .action(context.action((paths: string[], flags: CheckFlags) => check(paths, flags, context)));
  withExamples(
    command,
    ['onething check', 'the catalogue here or above'],
    ['onething check examples/catalogue', 'another one'],
    ['onething check bundles/newborn', 'only what touches this folder'],
    ['onething check --fail-on warning --format json', 'for a CI job'],
  );
};

function check(paths: readonly string[], flags: CheckFlags, { io }: CommandContext): ExitCode {
  const folders = new Map<string, string[]>();
  for (const path of paths.length === 0 ? [flags.catalogue] : paths) {
    const folder = findCatalogue(path, io);
    folders.set(folder, [...(folders.get(folder) ?? []), withinCatalogue(path, folder, io)]);
  }
  const results = [...folders].map(([folder, places]) => checkFolder(folder, places, io));
  if (flags.format === 'json') {
    const documents = results.map(({ findings }) => findings);
    printJson(io, documents.length === 1 ? documents[0] : documents);
  } else {
    for (const result of results) printFindings(result, io);
  }
  const all = results.flatMap(({ findings }) => findings.diagnostics);
  return isFailure(all, flags.failOn) ? exitCodes.findings : exitCodes.fine;
}

interface Checked {
  folder: string;
  catalogue: LoadedCatalogue;
  findings: CatalogueFindings;
}

function checkFolder(folder: string, places: readonly string[], io: CommandIo): Checked {
  io.progress?.(io.say('check.reading', { folder }));
  const catalogue = readCatalogue(folder);
  const findings = checkCatalogue(catalogue, {
    onBundle: (bundle, index, count) =>
      io.progress?.(io.say('check.proving', { number: index + 1, count, bundle })),
  });
  io.progress?.('');
  const diagnostics = findings.diagnostics.filter((finding) => touches(finding, places));
  return { folder, catalogue, findings: { ...findings, diagnostics } };
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

function printFindings({ folder, catalogue, findings }: Checked, io: CommandIo): void {
  const { diagnostics, bundles } = findings;
  const options = { ...textOptions(catalogue, io, undefined), fileName: fileNames(folder, io) };
  if (diagnostics.length > 0)
    io.out(`${findingsText(diagnostics, (file) => catalogue.text(file), options)}\n`);
  const summary = io.say('check.summary', {
    catalogue: catalogue.id,
    version: catalogue.version,
    bundles: io.say('check.bundles', { count: bundles.length }),
    blocks: io.say('check.blocks', { count: catalogue.blocks.size }),
    counts: countsText(countFindings(diagnostics), io.say),
  });
  io.out(`${summary}\n`);
}
